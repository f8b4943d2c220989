import { expect, it } from "vitest";
import { convert, type Conversion } from "../../src/index.ts";
import { flagsOf } from "../../src/record/index.ts";

// Labels that a bracket or a word before them makes another: they are doubted, whatever holds them. All figures are invented.
async function severityOf(pointer: string, name: string, text: string): Promise<string | null> {
  const conversion: Conversion = await convert({ name, bytes: new TextEncoder().encode(text) });
  return flagsOf(conversion)(`/report/tables/${pointer}`).severity;
}

const table = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;

const penalties = (amount: string, count = "合计（宗）") =>
  `<h1>清溪县2022年度行政执法统计年报</h1><p>一、行政处罚实施情况统计表</p>${table([
    [
      "警告",
      "罚款",
      "没收违法所得、没收非法财物",
      "暂扣许可证、执照",
      "责令停产停业",
      "吊销许可证、执照",
      "行政拘留",
      "其他行政处罚",
      count,
      amount,
    ],
    ["31", "54", "0", "0", "0", "0", "59", "0", "144", "4.1"],
  ])}`;

it.each([
  "罚没金额（万元以上）",
  "罚没金额（5000元以上）（万元）",
  "罚没金额（万元，其中没收）",
  "罚没金额（不含没收）（万元）",
  "罚没金额（万元）（仅一般程序）",
  "罚没金额（万元）以上",
  "罚没金额（1—6月）（万元）",
  "重大案件罚没金额（万元）",
])("a column %s is no 罚没金额", async (heading) => {
  expect(await severityOf("penalties/amount", "a.html", penalties(heading))).toBe("warning");
});

it.each([
  ["罚没金额（万元）", "合计（宗）"],
  ["2022年罚没金额（万元）", "合计"],
  ["罚没金额（1-12月）（万元）", "处罚合计（宗）"],
])("a column %s is, and %s is the sum", async (amount, count) => {
  for (const cell of ["amount", "total"])
    expect(await severityOf(`penalties/${cell}`, "a.html", penalties(amount, count))).toBeNull();
});

it("a heading over all columns is, too, and a number of some months is none of the year", async () => {
  const licences = (caption: string, applied: string) =>
    `<h1>清溪县2023年度行政执法统计年报</h1><p>二、行政许可实施情况统计表</p><table><tr><td colspan="5">${caption}</td></tr>${[
      ["申请数量", "受理数量", "许可数量", "不予许可数量", "撤销许可数量"],
      [applied, "290", "280", "9", "1"],
    ]
      .map((cells) => `<tr><td>${cells.join("</td><td>")}</td></tr>`)
      .join("")}</table>`;
  const read = (caption: string, applied: string) =>
    Promise.all(
      ["applied", "granted"].map((cell) =>
        severityOf(`licences/${cell}`, "a.html", licences(caption, applied)),
      ),
    );
  expect(await read("行政许可实施数量（宗）", "300")).toEqual([null, null]);
  expect(await read("行政许可实施数量（宗，不含备案）", "300")).toEqual(["warning", "warning"]);
  expect((await read("行政许可实施数量（宗）", "300（1—11月）"))[0]).not.toBeNull();
  expect(await read("行政许可实施数量（宗）", "300（1—12月）")).toEqual([null, null]);
});

const disclosure = (licence: string, fees: string) => [
  ["第二十条第（五）项", ""],
  ["信息内容", "本年处理决定数量"],
  [licence, "700"],
  ["第二十条第（六）项", ""],
  ["信息内容", "本年处理决定数量"],
  ["行政处罚", "30"],
  ["行政强制", "4"],
  ["第二十条第（八）项", ""],
  ["信息内容", `本年收费金额（单位：万元）`],
  [fees, "2.5"],
];
const title = "清溪县人民政府2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n";
const text = (...labels: readonly [string, string]) =>
  title +
  disclosure(...labels)
    .map((cells) => cells.join("\t"))
    .join("\n");
const lines = (...labels: readonly [string, string]) =>
  title +
  disclosure(...labels)
    .flatMap((cells) => cells.filter((cell) => cell !== ""))
    .join("\n");
const page = (...labels: readonly [string, string]) => title + table(disclosure(...labels));

it.each([
  ["a grid", "a.html", page],
  ["tabbed text", "a.txt", text],
  ["a cell a line", "a.txt", lines],
])("so it is with rows in %s", async (_, name, print) => {
  const read = async (licence: string, fees: string) => {
    const printed = print(licence, fees);
    const pointers = ["administrativeLicensing/decisions", "administrativeFees/amount"];
    return Promise.all(pointers.map((cell) => severityOf(`proactiveDisclosure/${cell}`, name, printed)));
  };
  expect(await read("行政许可", "行政事业性收费")).toEqual([null, null]);
  expect(await read("行政许可（件）", "行政事业性收费（指依法收取的费用）")).toEqual([null, null]);
  expect(await read("行政许可（不含备案）", "行政事业性收费（万元以下）")).toEqual(["warning", "warning"]);
  expect(await read("行政许可（其中：承诺制）", "行政事业性收费（上半年）")).toEqual(["warning", "warning"]);
});
