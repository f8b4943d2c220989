import { expect, it } from "vitest";
import type { FormRow } from "../../src/mapper/rows/form-row.ts";
import { withoutNumbering } from "../../src/mapper/rows/printed/numbering.ts";

function row(kind: FormRow["kind"], context: string, ...texts: readonly string[]): FormRow {
  const values = texts.map((text) => ({ text, at: {} }));
  return { block: 0, labels: [], context, values, kind, coveredBlank: false, headers: [], at: {} };
}

function read(rows: readonly FormRow[]): readonly string[] {
  return withoutNumbering(rows).map(
    ({ context, values }) => `${context}: ${values.map(({ text }) => text).join(" ")}`,
  );
}

it("codes that count on from each other before the numbers are none of the row's", () => {
  const codes = ["07", "08", "09", "10**", "11"];
  expect(read(codes.map((code) => row("listed", "甲", code, "41", "3")))).toEqual(
    codes.map(() => "甲: 41 3"),
  );
});

it("the number of the next row is none of the one before, and a group's heading is no row", () => {
  const rows = [
    row("listed", "序号指标", "1"),
    row("listed", "一、公开情况", "2"),
    row("listed", "公开数条", "8", "2", "3"),
    row("listed", "发文数件", "0", "5", "4"),
    row("listed", "发布数件", "6", "6", "5"),
    row("listed", "访谈数次", "7", "9"),
  ];
  expect(read(rows)).toEqual([
    "序号指标一、公开情况公开数条: 8 2",
    "发文数件: 0 5",
    "发布数件: 6 6",
    "访谈数次: 7 9",
  ]);
});

it.each([
  ["指标单位本年数累计栏次", ["1", "2"]],
  ["指标单位本年数累计甲乙", ["1", "2"]],
  ["指标单位本年数累计甲乙", ["12"]],
])("the numbers of columns are no row's: %s %j", (head, numbers) => {
  const rows = [row("listed", head, ...numbers), row("listed", "公开数条", "8", "9")];
  expect(read(rows)).toEqual(["指标单位本年数累计公开数条: 8 9"]);
});

it("2 1 below 乙 is a row", () => {
  expect(read([row("listed", "指标甲乙", "2", "1")])).toEqual(["指标甲乙: 2 1"]);
});

it.each([
  ["four rows may count on by chance", [1, 2, 3, 4].map((n) => row("listed", "甲", String(n), "5"))],
  ["cells of a table have a heading", [1, 2, 3, 4, 5].map((n) => row("cells", "甲", String(n), "5"))],
  ["a row's only number is its own", [1, 2, 3, 4, 5].map((n) => row("listed", "甲", String(n)))],
])("%s", (_, rows) => {
  expect(withoutNumbering(rows)).toEqual(rows);
});

it("a count of 0 above the list's next copy is none of its numbers", () => {
  const list = ["甲数件", "乙数件", "丙数件", "丁数件", "戊数件"].map((label, at) =>
    row("listed", label, "7", "9", String(at + 2)),
  );
  const last = row("listed", "己数件", "6", "0");
  const rows = [...list, last, row("listed", "序号指标", "1"), ...list, last];
  expect(read(rows).filter((text) => text.startsWith("己"))).toEqual(["己数件: 6 0", "己数件: 6 0"]);
});

/** Rows as `read` tells them, with doubted numbers in brackets. */
function doubted(rows: readonly FormRow[]): readonly string[] {
  return withoutNumbering(rows).map(({ values }) =>
    values.map(({ text, doubt }) => (doubt ? `[${text}]` : text)).join(" "),
  );
}

const coded = (...rows: readonly (readonly string[])[]) => rows.map((texts) => row("listed", "甲", ...texts));
const FIVE = [7, 8, 9, 10, 11].map((code) => [String(code).padStart(2, "0"), "41", "3"]);
const FIVE_READ = FIVE.map(() => "41 3");

it.each([
  ["behind the codes of the rows before", [...FIVE, ["1225", "3"]], [...FIVE_READ, "[1225] 3"]],
  ["before those of the rows behind", [["0625", "3"], ...FIVE], ["[0625] 3", ...FIVE_READ]],
  [
    "among rows that keep theirs in turn",
    [
      ["01", "5", "5"],
      ["25", "5"],
      ["03", "5", "5"],
      ["425", "5"],
      ["5", "6", "7"],
      ["06", "1", "1"],
      ["07", "1", "1"],
    ],
    ["5 5", "[25] 5", "5 5", "[425] 5", "6 7", "1 1", "1 1"],
  ],
  [
    "where no border is left",
    [["97", "1"], ...[10, 11, 12, 13, 14].map((code) => [`${code}0`, "1"])],
    ["[97] 1", "[100] 1", "[110] 1", "[120] 1", "[130] 1", "[140] 1"],
  ],
])("a number that begins with its row's code, whose cell is missing, is doubtful %s", (_, rows, read) => {
  expect(doubted(coded(...rows))).toEqual(read);
});

it("a number is its own if its row's code is not in it, or stands before it", () => {
  expect(doubted(coded(...FIVE, ["25", "3"]))).toEqual([...FIVE_READ, "25 3"]);
  expect(doubted(coded(...FIVE, ["12", "1225", "3"]))).toEqual([...FIVE_READ, "1225 3"]);
});

it("a number that ends in the next row's code is doubtful", () => {
  const rows = [...["8", "9", "10", "11", "12"].map((code) => ["41", "3", code]), ["41", "313"]];
  expect(doubted(coded(...rows))).toEqual(["41 3", "41 3", "41 3", "41 3", "41 3", "41 [313]"]);
});

it("the numbers of lines are no values of the labels above, which are blank", () => {
  const line = (block: number, context: string, number: string): FormRow => ({
    ...row("run", context, number),
    block,
    leads: true,
  });
  const rows = [line(3, "甲件", "32"), line(4, "乙件", "33"), line(6, "丙件", "35"), line(7, "丁件", "36")];
  expect(withoutNumbering(rows)).toEqual(rows); // four may count on by chance
  expect(read([...rows, line(8, "戊件", "37"), row("listed", "己件", "4")])).toEqual([
    "甲件乙件丙件丁件戊件己件: 4",
  ]);
  const values = [3, 4, 5, 6, 7].map((block) => line(block, "甲件", String(2 * block)));
  expect(withoutNumbering(values)).toEqual(values);
});

it("codes go on where the rows between were left out", () => {
  expect(doubted(coded(...FIVE, ["20", "8"], ["21", "7", "6"]))).toEqual([...FIVE_READ, "8", "7 6"]);
  expect(doubted(coded(["01", "8", "2"], ["02", "9"], ...FIVE))).toEqual(["8 2", "9", ...FIVE_READ]);
});

it("numbers below the years of two columns are no codes, even if they count on", () => {
  const rows = ["6", "7", "8", "9", "10"].map((text, at) => ({
    ...row("listed", `本年上年第${at}行`, text, `7${at}`),
    ...(at === 1 && { above: ["信息内容", "本年", "上年", "第1行"] }),
  }));
  const last = rows.map((one) => ({ ...one, values: one.values.toReversed() }));
  expect(read(rows)[4]).toBe("本年上年第4行: 10 74");
  expect(read(last)[4]).toBe("本年上年第4行: 74 10");
});
