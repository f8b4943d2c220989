import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";

// A column of remarks behind the values, with words for one row or for all. All figures are invented.
const row = (...cells: readonly (string | number)[]) =>
  `<tr>${cells.map((cell) => (String(cell).startsWith("<") ? cell : `<td>${cell}</td>`)).join("")}</tr>`;
const page = (remarks: readonly string[]) =>
  `<h1>清溪县2022年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table>${[
    row("<td colspan=4>第二十条第（一）项</td>", `<td>备注</td>`),
    row("信息内容", "本年制发件数", "本年废止件数", "现行有效件数", remarks[0] ?? ""),
    row("规章", 1, 2, 3, remarks[1] ?? ""),
    row("行政规范性文件", 4, 5, 6, remarks[2] ?? ""),
    row("<td colspan=4>第二十条第（五）项</td>", remarks[3] ?? ""),
    row("信息内容", "<td colspan=3>本年处理决定数量</td>", remarks[4] ?? ""),
    row("行政许可", "<td colspan=3>7</td>", remarks[5] ?? ""),
  ]
    .join("")
    .replaceAll("<td><td", "<td")
    .replaceAll("</td></td>", "</td>")}</table>`;

async function read(html: string) {
  const { report, diagnostics } = await convert({
    name: "report.html",
    bytes: new TextEncoder().encode(html),
  });
  const { regulations, normativeDocuments, administrativeLicensing } = report!.tables
    .proactiveDisclosure as Record<string, Record<string, unknown>>;
  const values = [regulations, normativeDocuments, administrativeLicensing].flatMap((cells) =>
    Object.values(cells!),
  );
  const rules = diagnostics
    .map(({ rule }) => rule)
    .filter((rule) => /column|value|table-unknown/u.test(rule));
  return {
    values: values.join(" "),
    rules,
    kept: report!.otherTables[0]?.rows.map((one) => one.values.join("")),
  };
}

it("words for one row are kept beside it and take no value's place", async () => {
  const found = await read(page(["", "含部门", "", "", "", "", "含部门"]));
  expect(found).toMatchObject({ values: "1 2 3 4 5 6 7", rules: ["extra-column"] });
});

it("words in one cell for all rows are no labels", async () => {
  const html = page([]).replaceAll("<td></td>", "").replace("<td>备注</td>", "<td>备注</td>");
  const spanned = html.replace("现行有效件数</td>", "现行有效件数</td><td rowspan=6>含各部门数据</td>");
  expect(await read(spanned)).toMatchObject({
    values: "1 2 3 4 5 6 7",
    rules: ["extra-column"],
    kept: ["含各部门数据", "含各部门数据", "含各部门数据"],
  });
});

it("words that say otherwise put the numbers of their row in doubt", async () => {
  const found = await read(page(["", "", "应为15件"]));
  expect(found).toMatchObject({ values: "1 2 3    7" });
  expect(found.rules).toContain("unreadable-value");
});
