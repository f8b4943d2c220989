import { describe, expect, it } from "vitest";
import { commaSeparated as csv } from "../../../src/adapters/csv/index.ts";
import { valueRecords } from "../../../src/adapters/csv/records.ts";
import { detect } from "../../../src/adapters/index.ts";
import { convert, defaultLimits } from "../../../src/index.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const table = '一、总体情况,,\r\n项目,数量,金额\r\n许可,5,"1,234.5"\r\n处罚,0,3\r\n';

describe("comma-separated values", () => {
  it("are lines whose columns tabs part, as many as the table has", async () => {
    const bytes = bytesOf(`\ufeff${table},其中,\r\n"注，""二""。\n三",,\r\n`);
    const { tokens } = await csv.read({ name: "a.csv", bytes }, defaultLimits, {
      lineReader: async () => null,
    });
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
    ["a.csv", "<table><tr><td>1,2</td></tr></table>", "html"],
  ])("%s %j is %s", (name, text, adapter) => {
    expect(detect({ name, bytes: bytesOf(text) })?.id).toBe(adapter);
  });

  it("one long record makes no wide table of many short ones", async () => {
    const long = `${"a,".repeat(20_000)}a\n${"a,b\n".repeat(20_000)}`;
    const { diagnostics } = await convert({ name: "a.csv", bytes: bytesOf(long) });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["too-large"]);
  });

  it("a quote that is never closed takes what follows", () => {
    expect(valueRecords('a,"b\nc')).toEqual([{ fields: ["a", "b\nc"], line: 1 }]);
    expect(valueRecords('a"b,c')).toEqual([{ fields: ['a"b', "c"], line: 1 }]);
  });
});
