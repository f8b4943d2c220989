import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { convert } from "../../../src/index.ts";
import { folder, ledger, lines, report, runBatch } from "../support.ts";

const whole = new TextDecoder().decode(report(7));
const page = (text: string): string => text.replace(/<table[^]*?<\/table>/g, "");
const attached = (text: string): string =>
  `<body>${text.match(/<table[^]*?<\/table>/g)!.join("<p>附件</p>")}</body>`;
const other = new TextDecoder().decode(report(8));

const root = folder({
  "list.csv": [
    "path,report,office",
    "z-page.html,r7,青石市",
    "a-attachment.html,r7,青石市",
    "p8.html,r8,清溪县",
    "gone.html,r8,清溪县",
    "t8.html,r8,清溪县",
    "alone.html,,",
    "",
  ].join("\n"),
  "z-page.html": page(whole),
  "a-attachment.html": attached(whole),
  "p8.html": page(other),
  "t8.html": attached(other),
  "alone.html": whole,
});
afterAll(() => rmSync(root, { recursive: true }));
const out = join(root, "out");

test("files that a manifest names as one report are one record, one row among the reports, and a ledger row each", async () => {
  await runBatch([join(root, "list.csv")], out);
  const records = lines(join(out, "conversions.jsonl")).map((line) => JSON.parse(line));
  expect(records.map(({ source }) => source.name).sort()).toEqual([
    "alone.html",
    "p8.html + t8.html",
    "z-page.html + a-attachment.html",
  ]);

  const joined = records.find(({ source }) => source.name.startsWith("z-page"));
  const library = await convert(
    ["z-page.html", "a-attachment.html"].map((name) => ({ name, bytes: readFileSync(join(root, name)) })),
  );
  expect(joined.source).toEqual(library.source);
  expect(joined.report).toEqual(library.report);
  expect(joined.evidence["/report/tables/applications/total/newlyReceived"].at.file).toBe(2);

  const rows = Object.fromEntries(
    ledger(out).map(({ name, status, duplicate_of, part_of }) => [name, { status, duplicate_of, part_of }]),
  );
  const part = { status: "converted", duplicate_of: null, part_of: joined.source.sha256 };
  expect(rows).toMatchObject({
    "z-page.html": part,
    "a-attachment.html": part,
    "gone.html": { status: "unreadable", part_of: null },
    "alone.html": { status: "converted", part_of: null },
    "t8.html": { status: "converted" },
  });
  // alone.html is another copy of the report that page and attachment make up.
  expect(lines(join(out, "reports.csv"))).toHaveLength(1 + 2);
  const cells = lines(join(out, "cells.csv"));
  const fileColumn = cells[0]!.split(",").indexOf("file_no");
  const files = new Set(
    cells.slice(1).map((row) => row.trim().split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)[fileColumn]),
  );
  expect([...files].sort()).toEqual(["", "2"]);
});

test("a second run converts nothing again", async () => {
  const anew: string[] = [];
  await runBatch([join(root, "list.csv")], out, {
    onProgress: (progress) => void (progress.stage === "run" && !progress.kept && anew.push(progress.status)),
  });
  expect(anew).toEqual(["unreadable"]);
  expect(ledger(out)).toHaveLength(6);
});

test("folders that are reports: their files are one record each, in the order of their names", async () => {
  const tables = attached(whole).split("<p>附件</p>");
  const archive = folder({
    "alone.html": other,
    "r7/page.html": page(whole),
    "r7/t2.html": tables.slice(0, 2).join("<p>附件</p>") + "</body>",
    "r7/t10.html": `<body>${tables.slice(2).join("<p>附件</p>")}`,
  });
  try {
    const written = join(archive, "out");
    await runBatch([archive], written, { folderIsReport: true });
    const names = lines(join(written, "conversions.jsonl")).map((line) => {
      const { source, report: record } = JSON.parse(line) as {
        source: { name: string };
        report: { year: number } | null;
      };
      return `${source.name.replaceAll(`${archive}/`, "")}: ${record?.year}`;
    });
    const year = JSON.parse(JSON.stringify(await convert({ name: "a.html", bytes: report(7) }))).report.year;
    expect(names.sort()).toEqual([
      expect.stringMatching(/^alone\.html: \d{4}$/),
      `r7/page.html + r7/t2.html + r7/t10.html: ${year}`,
    ]);
  } finally {
    rmSync(archive, { recursive: true });
  }
});
