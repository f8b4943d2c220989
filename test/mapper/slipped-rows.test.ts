import { expect, it } from "vitest";
import { convert, flagsOf } from "../../src/index.ts";

// A cell with the labels of several rows beside cells with their numbers. All figures are invented.

const APPLICANTS = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计".split(" ");
const ROWS: readonly (readonly [label: string, person: number])[] = [
  ["1.属于国家秘密", 4],
  ["2.其他法律行政法规禁止公开", 1],
  ["3.危及“三安全一稳定”", 0],
  ["4.保护第三方合法权益", 3],
  ["5.属于三类内部事务信息", 0],
  ["6.属于四类过程性信息", 9],
  ["7.属于行政执法案卷", 0],
  ["8.属于行政查询事项", 2],
];
const LABELS = ROWS.map(([label]) => label);
const NUMBERS = ROWS.map(([, person]) => person);

/** The rows of refusals that are flagged, by number, in a table with these lines of labels and of numbers. */
async function flagged(labels: readonly string[], numbers: readonly (number | undefined)[]): Promise<string> {
  const line = (label: string, person: number | undefined) => {
    const cells = person === undefined ? [] : [person, 0, 0, 0, 0, 0, person];
    return label + " ".repeat(44 - 2 * label.length) + cells.map((cell) => String(cell).padEnd(14)).join("");
  };
  const text = [
    "橡溪县水利局2023年政府信息公开工作年度报告",
    "三、收到和处理政府信息公开申请情况",
    " ".repeat(42) + APPLICANTS.map((name) => name + " ".repeat(14 - 2 * name.length)).join(""),
    line("一、本年新收政府信息公开申请数量", 24),
    line("二、上年结转政府信息公开申请数量", 0),
    line("（一）予以公开", 5),
    line("（二）部分公开", 0),
    ...Array.from({ length: Math.max(labels.length, numbers.length) }, (_, at) =>
      line(labels[at] ?? "", numbers[at]),
    ),
    line("1.本机关不掌握相关政府信息", 0),
    line("2.没有现成信息需要另行制作", 0),
    line("3.补正后申请内容仍不明确", 0),
    line("1.信访举报投诉类申请", 0),
    line("2.重复申请", 0),
    line("3.要求提供公开出版物", 0),
    line("4.无正当理由大量反复申请", 0),
    line("5.要求行政机关确认或重新出具已获取信息", 0),
    line("（六）其他处理", 0),
    line("（七）总计", 24),
    line("四、结转下年度继续办理", 0),
  ];
  const conversion = await convert({
    name: "report.txt",
    bytes: new TextEncoder().encode(text.join("\n")),
  });
  const flagAt = flagsOf(conversion);
  const denied = Object.keys(conversion.evidence).filter((pointer) =>
    pointer.includes("/total/results/denied/"),
  );
  return denied.flatMap((pointer, at) => (flagAt(pointer).rules.length > 0 ? [at + 1] : [])).join(" ");
}

const wrapped = LABELS.flatMap((label) =>
  label.startsWith("2.") ? ["2.其他法", "律行政法规", "禁止公开"] : [label],
);

it("rows stand beside their own numbers, or around them", async () => {
  expect(await flagged(LABELS, NUMBERS)).toBe("");
  expect(await flagged(wrapped, [4, undefined, 1, undefined, ...NUMBERS.slice(2)])).toBe("");
});

it("rows between numbers without a label and labels without numbers are told", async () => {
  expect(await flagged(wrapped, NUMBERS)).toBe("2 3 4 5 6 7 8");
  expect(await flagged(wrapped, [undefined, ...NUMBERS])).toBe("1 2 3 4 5 6 7 8");
  expect(await flagged(wrapped, [undefined, undefined, ...NUMBERS])).toBe("1 2");
});

it("a row without numbers alone is told, and no other", async () => {
  expect(await flagged(LABELS, [...NUMBERS.slice(0, -1), undefined])).toBe("8");
});
