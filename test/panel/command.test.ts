import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder, gongkai } from "../cli/command-line.ts";
import { exampleDocuments, exampleFile } from "../templates/example.ts";
import { asText, drawYears, issuer, withValues } from "./archive.ts";

const [first, second, third] = drawYears(20, [2020, 2021, 2023]);
const path = "applications.total.carriedOver";
const planted = withValues(second!, {
  [path]: second!.values[path]! + 5,
  "applications.naturalPerson.newlyReceived": null,
});
const odd = {
  schema: "gongkai/conversion/1",
  source: { name: "x", sha256: "0" },
  layouts: { applications: "2021" },
  evidence: { "/report/tables/applications/total/carriedOver": { status: "constructor", unit: 3 } },
  diagnostics: [],
  report: {
    issuer: "霁溪县",
    year: 2022,
    publicationDate: null,
    tables: { applications: { total: { carriedOver: 1 } } },
    sections: [],
  },
};
const root = folder({
  "archive/2020/a.txt": asText(first!),
  "archive/2021/a.txt": asText(planted),
  "archive/2023/a.txt": asText(third!),
  "archive/2023/again.txt": asText(third!),
  "archive/2023/about.json": '{"note": "no record"}',
  "archive/prose.txt": "今天天气很好。\n",
  "archive/cut.jsonl": '{"schema": "gongkai/conv',
  "odd/a.jsonl": [
    { layouts: {} },
    { diagnostics: [{ severity: "error", paths: 3 }] },
    { diagnostics: [null] },
    { report: 1 },
    { source: {} },
  ]
    .map((it) => JSON.stringify({ ...odd, ...it }) + "\n")
    .join(""),
  "own/report.docx": exampleDocuments()["report.docx"]!,
  "issuers.csv": "name,issuer\n霁溪县人民政府,霁溪市\n",
  "bad.csv": "甲乡,乙镇\n甲乡,丙镇\n",
});
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);

/** Rows of a CSV file without quoted fields, as records. */
function rows(file: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(at(file), "utf8").trimEnd().split("\r\n");
  return lines.map((line) =>
    Object.fromEntries(head.split(",").map((name, index) => [name, line.split(",")[index] ?? ""])),
  );
}

function bytesOf(file: string): ArrayBuffer {
  return new Uint8Array(readFileSync(at(file))).buffer;
}

describe("an archive of documents", () => {
  let outcome: Awaited<ReturnType<typeof gongkai>>;
  beforeAll(async () => {
    outcome = await gongkai(["panel", at("archive"), "--out", at("out")]);
  });

  test("the summary counts what was found", () => {
    expect(outcome.code).toBe(1);
    expect(outcome.err.split("\n").map((line) => line.trim())).toEqual([
      "1 issuer, 4 reports",
      "1  years without a report between others",
      "1  years with the same report more than once",
      "0  years with reports of different figures, one of which stands",
      "0  years with reports of offices merged since",
      "1  not in the panel: no report in it",
      "1  not in the panel: not readable",
      "1  JSON objects that are no conversion",
      "1  broken: applications carried over are those that last year carried forward (x-carry; 6 held, 0 could not be assessed)",
      expect.stringContaining("0  broken: documents in force"),
      expect.stringContaining("(x-items; 0 held, 0 could not be assessed)"),
      expect.stringContaining("f2-cumulative"),
      expect.stringContaining("x-identical"),
      expect.stringContaining("x-copied"),
      expect.stringContaining("x-place"),
      "",
    ]);
  });

  test("the list of reports shows gaps and duplicates", () => {
    expect(rows("out/reports.csv").map(({ year, report, kind }) => `${year} ${report} ${kind}`)).toEqual([
      "2020 1 one",
      "2021 1 one",
      "2022  gap",
      "2023 1 duplicate",
      "2023 2 duplicate",
    ]);
  });

  test("findings name both reports", () => {
    expect(rows("out/findings.csv")).toEqual([
      expect.objectContaining({
        rule: "x-carry",
        severity: "warning",
        issuer,
        year: "2021",
        path: "/report/tables/applications/total/carriedOver",
        previous_source: at("archive/2020/a.txt"),
        source: at("archive/2021/a.txt"),
        message: expect.stringContaining("二、上年结转政府信息公开申请数量 / 总计: 2020 carried"),
      }),
    ]);
  });

  test("the panel has a row for each cell, blanks and gaps shown, contradictions flagged", () => {
    const cells = rows("out/panel.csv");
    const of = (year: number) => cells.filter((row) => row["year"] === String(year));
    expect([of(2020).length, of(2021).length, of(2022).length, of(2023).length]).toEqual([
      22 + 161 + 15,
      200,
      1,
      200,
    ]);
    expect(of(2022)[0]).toMatchObject({ issuer, status: "no-report", value: "" });
    const cell = (row: string, column: string) =>
      of(2021).find((it) => it["table"] === "applications" && it["row"] === row && it["column"] === column);
    expect(cell("newlyReceived", "naturalPerson")).toMatchObject({
      value: "",
      status: "blank",
      layout: "2021",
    });
    expect(cell("carriedOver", "total")).toMatchObject({
      value: String(planted.values[path]),
      status: "given",
      flag: "error",
    });
    expect(of(2021).find((it) => it["row"] === "administrativeFees")).toMatchObject({ unit: "万元" });
  });

  test("what is not in the panel is listed", () => {
    expect(
      rows("out/unplaced.csv")
        .map(({ reason }) => reason)
        .sort(),
    ).toEqual(["no-report", "unreadable"]);
  });

  test("no unfinished file is left", () => {
    expect(existsSync(at("out/panel.csv.part"))).toBe(false);
  });
});

test("records give the same panel as their documents, and are not read twice", async () => {
  for (const writer of ["jsonl", "json"]) {
    const { out } = await gongkai([
      "convert",
      "--to",
      writer,
      at("archive/2020"),
      at("archive/2021"),
      at("archive/2023"),
    ]);
    const archive = folder({ [`records.${writer}`]: out });
    await gongkai(["panel", archive, at("archive/2020"), "--out", at(writer)]);
    await gongkai([
      "panel",
      at("archive/2020"),
      at("archive/2021"),
      at("archive/2023"),
      "--out",
      at(`${writer}-documents`),
    ]);
    for (const file of ["panel.csv", "reports.csv", "findings.csv"]) {
      expect(readFileSync(at(`${writer}/${file}`), "utf8")).toBe(
        readFileSync(at(`${writer}-documents/${file}`), "utf8"),
      );
    }
    rmSync(archive, { recursive: true });
  }
});

test("Parquet holds what CSV holds, typed", async () => {
  await gongkai(["panel", at("archive/2020"), at("archive/2023"), "--to", "parquet", "--out", at("typed")]);
  await gongkai(["panel", at("archive/2020"), at("archive/2023"), "--out", at("plain")]);
  const typed = await parquetReadObjects({ file: bytesOf("typed/panel.parquet") });
  const plain = rows("plain/panel.csv");
  const total = (values: readonly unknown[]) =>
    values.reduce<number>((sum, value) => sum + Number(value ?? 0), 0);
  expect(typed).toHaveLength(plain.length);
  expect(total(typed.map(({ value }) => value))).toBe(total(plain.map(({ value }) => value)));
  const gaps = typed.filter(({ status }) => status === "no-report");
  expect(gaps.map(({ year, value }) => `${Number(year)} ${value ?? "none"}`).sort()).toEqual([
    "2021 none",
    "2022 none",
  ]);
});

test("a user's form and a mapping of names", async () => {
  const paths = ["panel", at("own"), at("archive/2020"), "--out", at("both")];
  await gongkai([...paths, "--template", exampleFile("template.yaml"), "--issuers", at("issuers.csv")]);
  expect(rows("both/reports.csv").map(({ issuer, year }) => `${issuer} ${year}`)).toEqual([
    "霁溪市 2020",
    "霁溪市城市管理局 2024",
  ]);
  expect(rows("both/panel.csv").filter(({ table }) => table === "penalties")).toHaveLength(30);
});

test("records of another hand are taken as far as they go, and end nothing", async () => {
  const { code, err } = await gongkai(["panel", at("odd"), "--out", at("odd-out")]);
  expect({ code, first: err.split("\n")[0] }).toEqual({ code: 0, first: "1 issuer, 1 report" });
  expect(rows("odd-out/unplaced.csv").map(({ source, reason }) => `${source} ${reason}`)).toEqual([
    "x unreadable",
  ]);
});

test("in Chinese", async () => {
  const { err } = await gongkai([
    "panel",
    at("archive/2020"),
    at("archive/2021"),
    "--out",
    at("zh"),
    "--lang",
    "zh",
  ]);
  expect(err).toContain("共 1 个发布机构，2 份报告");
  expect(readFileSync(at("zh/findings.csv"), "utf8")).toContain("2020 年结转下年");
});

test.each<[string[], string]>([
  [["panel", at("archive")], "required option '--out <folder>' not specified"],
  [["panel", at("none"), "--out", at("x")], `no such file or folder: ${at("none")}`],
  [
    ["panel", at("archive"), "--out", at("x"), "--issuers", at("bad.csv")],
    `${at("bad.csv")}:2: 甲乡 is given to two issuers`,
  ],
])("bad usage: %j", async (argv, sentence) => {
  expect(await gongkai(argv)).toMatchObject({ code: 2, err: `gongkai: ${sentence}\n` });
});

test.runIf(process.platform === "linux")("files and folders whose names are no UTF-8 are read", async () => {
  const name = Buffer.from([0xb1, 0xa8, 0xb8, 0xe6]);
  const inside = Buffer.concat([Buffer.from(join(root, "gbk/")), name]);
  mkdirSync(inside, { recursive: true });
  writeFileSync(Buffer.concat([inside, Buffer.from("/"), name, Buffer.from(".txt")]), asText(first!));
  const { err } = await gongkai(["panel", join(root, "gbk"), "--out", join(root, "gbk-panel")]);
  expect(err).toMatch(/^1 issuer, 1 report$/m);
});
