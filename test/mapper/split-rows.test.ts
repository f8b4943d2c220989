import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";

const row = (...cells: readonly (string | number)[]) =>
  `<tr>${["（三）不予公开", ...cells].map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const others = [
  "3.危及“三安全一稳定”",
  "4.保护第三方合法权益",
  "5.属于三类内部事务信息",
  "6.属于四类过程性信息",
  "7.属于行政执法案卷",
  "8.属于行政查询事项",
];

/** The rows told to be cut in two, of table 3 with these rows after 1.属于国家秘密. */
async function cutRows(...rows: readonly string[]): Promise<readonly string[]> {
  const around = (label: string) => row(label, 0, 0, 0, 0, 0, 0, 0);
  const header = row(
    "项目",
    "自然人",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "其他",
    "总计",
  );
  const page = `<p>橡溪县水利局2023年政府信息公开工作年度报告</p><table>${[header, around("1.属于国家秘密"), ...rows, ...others.map(around)].join("")}</table>`;
  const { diagnostics } = await convert({ name: "report.html", bytes: new TextEncoder().encode(page) });
  return diagnostics.flatMap(({ rule, paths }) =>
    rule === "row-split" ? [paths![0]!.split("/").at(-1)!] : [],
  );
}

const label = "2.其他法律行政法规禁止公开";
const whole = row(label, "", 214, "", "", "", "", 214);

it("a row cut in two is told, whether or not its label is cut too", async () => {
  expect(
    await cutRows(
      row(label.slice(0, -2), "", 214, "", "", "", "", 214),
      row("公开", "", 3, "", "", "", "", 3),
    ),
  ).toEqual(["prohibitedByLaw"]);
  expect(await cutRows(whole, row("", "", 3, "", "", "", "", 3))).toContain("prohibitedByLaw");
});

it("a row with a name of its own, or without a number, cuts none", async () => {
  expect(await cutRows(whole, row("其中：现场查阅", "", 3, "", "", "", "", 3))).toEqual([]);
  expect(await cutRows(whole, row("", "", "", "", "", "", "", ""))).toEqual([]);
});
