import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { convert } from "../src/index.ts";
import type { DocumentRule } from "../src/model/index.ts";
import { seeded } from "./support/factory/index.ts";

/** Each has this long, in milliseconds. */
const bound = 20_000;

const documentRules: readonly DocumentRule[] = [
  "empty",
  "unsupported",
  "not-a-report",
  "encrypted",
  "truncated",
  "damaged",
  "too-large",
  "needs-ocr",
  "adapter-failure",
];

const novel = `第一章 渡口

天还没有亮，船家已经把缆绳解开了。一、二、三，他数着岸上的灯，总计七盏，比昨天少了两盏。

“今年的水比往年大，”他说，“2019年也没有这样。”

客人没有答话，只把箱子往里挪了挪。箱子里有12本账簿，一封没有寄出的信，还有总也走不准的一只表。

第二章 账簿

数目是：

一月	30	12	42
二月	28	9	37
三月	31	0	31

他把三个月的数加了一遍，又加了一遍，两次都不一样。
`;

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

describe("what is no report", () => {
  it.each<[string, () => Uint8Array, DocumentRule]>([
    ["nothing at all", () => new Uint8Array(), "empty"],
    ["noise", () => noise(100_000), "unsupported"],
    ["a chapter of a novel, with a table", () => text(novel), "not-a-report"],
    ["a line of 100 MB", () => new Uint8Array(100_000_000).fill(0x30), "too-large"],
    ["a line of 60 MB, below the limit of a file", () => new Uint8Array(60_000_000).fill(0x30), "too-large"],
    ["60 MB of line ends", () => new Uint8Array(60_000_000).fill(0x0a), "too-large"],
    [
      "60 MB of tabs and line ends",
      () => new Uint8Array(Buffer.alloc(60_000_000, "\t\n").buffer),
      "too-large",
    ],
    ["JSON", () => text('{"总计": 3, "tables": [[1, 2], [3, 4]]}'), "not-a-report"],
    [
      "a picture of noise",
      () => Uint8Array.of(0x89, ...text("PNG\r\n\x1a\n\0\0\0\rIHDR"), ...noise(5_000)),
      "damaged",
    ],
    ["a PDF's first line", () => text("%PDF-1.7\n"), "truncated"],
    ["a zip's first bytes", () => Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), "truncated"],
    [
      "a page without a report",
      () => text("<html><body><h1>通知</h1><p>放假3天。</p></body></html>"),
      "not-a-report",
    ],
  ])(
    "%s",
    async (_, bytes, rule) => {
      const { report, diagnostics } = await convert({ name: "report", bytes: bytes() });
      expect(report).toBeNull();
      expect(diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule)).toEqual([
        rule,
      ]);
    },
    bound,
  );
});

describe("a report with a table that does not end", () => {
  const head = "霁溪镇2020年政府信息公开工作年度报告\n\n一、总体情况\n\n二、主动公开政府信息情况\n";

  it.each([["\ta"], ["a\t1\t2"], ["| a | 1 |"], ["行政许可 000"]])(
    "of 20,000 lines %j is over in time",
    async (line) => {
      const { diagnostics } = await convert({
        name: "report.txt",
        bytes: text(head + `${line}\n`.repeat(20_000)),
      });
      expect(diagnostics.filter(({ severity }) => severity === "error")).not.toEqual([]);
    },
    bound,
  );
});

it(
  "a table with 200,000 blank lines below it is over in time",
  async () => {
    const table = "| 指标名称 | 计量单位 | 数 |\n| --- | --- | --- |\n| 主动公开文件数 | 条 | 5 |\n";
    const { diagnostics } = await convert({
      name: "report.md",
      bytes: text(`霁溪镇2015年政府信息公开工作年度报告\n\n${table}${"\n".repeat(200_000)}完\n`),
    });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["not-a-report"]);
  },
  bound,
);

const suite = new URL("../../shared/suites/hostile/", import.meta.url);
const files = existsSync(suite) ? readdirSync(suite).filter((name) => name !== "INDEX.tsv") : [];

/** Its owner's password forbids copying, not reading: the form of 198 numbers in it is a report. */
const readable = "gen__pdf-owneronly-noextract.pdf";

describe.skipIf(files.length === 0)(
  "hostile files of other projects (skipped without ../shared/suites/hostile)",
  () => {
    it.each(files.filter((name) => name !== readable))(
      "%s has a typed outcome and no record",
      async (name) => {
        const { report, diagnostics } = await convert({
          name,
          bytes: new Uint8Array(readFileSync(new URL(name, suite))),
        });
        expect(report).toBeNull();
        const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
        expect(errors.filter((rule) => (documentRules as readonly string[]).includes(rule))).not.toEqual([]);
        expect(errors).not.toContain("adapter-failure");
      },
    );

    it(`${readable} is read`, async () => {
      const { report } = await convert({
        name: readable,
        bytes: new Uint8Array(readFileSync(new URL(readable, suite))),
      });
      expect(report?.year).toBe(2020);
    });
  },
);

function noise(length: number): Uint8Array {
  const random = seeded(7);
  return Uint8Array.from({ length }, () => random.int(0, 255));
}
