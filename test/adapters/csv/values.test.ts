import { describe, expect, it } from "vitest";
import { commaSeparated as csv } from "../../../src/adapters/csv/index.ts";
import { valueRecords } from "../../../src/adapters/csv/records.ts";
import { detect } from "../../../src/adapters/index.ts";
import { convert, defaultLimits } from "../../../src/index.ts";

const noHelpers = { lineReader: async (): Promise<null> => null };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const table = '一、总体情况,,\r\n项目,数量,金额\r\n许可,5,"1,234.5"\r\n处罚,0,3\r\n';

describe("comma-separated values", () => {
  it("are lines whose columns tabs part, as many as the table has", async () => {
    const bytes = bytesOf(`\ufeff${table},其中,\r\n"注，""二""。\n三",,\r\n`);
    const { tokens } = await csv.read({ name: "a.csv", bytes }, defaultLimits, noHelpers);
    expect(tokens.map((token) => [token.kind === "line" ? token.text : token.kind, token.at?.line])).toEqual([
      ["一、总体情况", 1],
      ["项目\t数量\t金额", 2],
      ["许可\t5\t1,234.5", 3],
      ["处罚\t0\t3", 4],
      ["\t其中\t", 5],
      ['注，"二"。', 6],
      ["三", 6],
      ["", 8],
    ]);
  });

  it.each([
    ["a.csv", table, "csv"],
    ["a.xls", table, "csv"],
    ["a.dat", table, "csv"],
    ["a.csv", "一、总体情况\n项目,数量\n许可,5\n", "csv"],
    ["a.txt", "一、总体情况, 说明\n无。\n无,无。\n", "text"],
    ["a.txt", "一、总体情况\n项目,数量\n许可,5\n", "text"],
    ["a.xls", "项目\t数量\n许可\t1,234\n处罚\t2,345\n合计\t3,579\n", "text"],
    ["a.csv", '项目,数量\n许可,5\t\n处罚,"3\t"\n合计,8\n', "csv"],
    ["a.csv", "<table><tr><td>1,2</td></tr></table>", "html"],
  ])("%s %j is %s", (name, text, adapter) => {
    expect(detect({ name, bytes: bytesOf(text) })?.id).toBe(adapter);
  });

  it("numbers that are kept as text for a spreadsheet", async () => {
    const bytes = bytesOf('项目,数量\n许可,="5"\n处罚,"=""3"""\n其他,8\t\n合计,=B2\n');
    const { tokens } = await csv.read({ name: "a.csv", bytes }, defaultLimits, noHelpers);
    const lines = tokens.map((token) => (token.kind === "line" ? token.text : token.kind));
    expect(lines.slice(0, 5)).toEqual(["项目\t数量", "许可\t5", "处罚\t3", "其他\t8", "合计\t=B2"]);
  });

  it("one long record makes no wide table of many short ones", async () => {
    const long = `${"a,".repeat(20_000)}a\n${"a,b\n".repeat(20_000)}`;
    const { diagnostics } = await convert({ name: "a.csv", bytes: bytesOf(long) });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["too-large"]);
  });

  it.each([
    ["between two rows", "许可,5,3\n规章,,\n处罚,0,3\n", "规章\t\t"],
    ["above a blank line", "许可,5,3\n规章,,\n\n无。,,\n", "规章\t\t"],
    ["of two, one below the other", "许可,5,3\n规章,,\n办法,,\n处罚,0,3\n", "办法\t\t"],
    ["with a number of its own", "许可,5,3\n一、本年新收数量,,\n处罚,0,3\n", "一、本年新收数量\t\t"],
    ["that heads another table", "许可,5,3\n三、收到申请情况,,\n处罚,0,3\n", "三、收到申请情况"],
    ["that is a sentence", "许可,5,3\n均已办结。,,\n处罚,0,3\n", "均已办结。"],
    ["above a sentence", "许可,5,3\n工作安排,,\n均已办结。,,\n", "工作安排"],
    ["that is a date", "许可,5,3\n2023年1月20日,,\n\n", "2023年1月20日"],
  ])("words alone %s", async (_, rows, expected) => {
    const bytes = bytesOf(`项目,数量,金额\n${rows}`);
    const { tokens } = await csv.read({ name: "a.csv", bytes }, defaultLimits, noHelpers);
    const lines = tokens.map((token) => (token.kind === "line" ? token.text : ""));
    expect(lines.find((line) => line.startsWith(expected.slice(0, 2)))).toBe(expected);
  });

  it("records that lost a field are shorter than all others, those of the text among them", async () => {
    const text = "一、概述,,\n无。,,\n".repeat(8);
    const bytes = bytesOf(`${text}项目,数量,金额\n许可,5,3\n处罚,7\n强制,8\n`);
    const { tokens } = await csv.read({ name: "a.csv", bytes }, defaultLimits, noHelpers);
    const lines = tokens.map((token) => (token.kind === "line" ? token.text : ""));
    expect(lines.slice(-3)).toEqual(["处罚\t7", "强制\t8", ""]);
  });

  it("a quote that is never closed takes what follows", () => {
    expect(valueRecords('a,"b\nc')).toEqual([{ fields: ["a", "b\nc"], line: 1 }]);
    expect(valueRecords('a"b,c')).toEqual([{ fields: ['a"b', "c"], line: 1 }]);
  });
});
