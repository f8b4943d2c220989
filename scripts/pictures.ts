/**
 * Draws the pictures of docs/outputs.md: what each command writes, of the bundled reports.
 * Run: npm run build && npm run pictures. Needs Chromium, and LibreOffice for the workbook.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Page } from "playwright-core";
import { startBrowser } from "../test/page/chromium.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "gongkai-pictures-"));
const REPORT = "corpus/2024/xiangyan/report.docx";
const RULED = "corpus/2024/xiangyan/report.chromium-zenhei.pdf";
/** A picture is no wider or higher than this, so that it stays small. */
const SIZE = { width: 1040, height: 620 } as const;

type Language = "en" | "zh";

function gongkai(...argv: string[]): string {
  const main = join(root, "dist/cli/main.js");
  return spawnSync(process.execPath, [main, ...argv], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 })
    .stdout;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** The first lines of a text, as a terminal or an editor shows them. */
function asText(text: string, lines = 30): string {
  return `<pre>${escaped(text.split("\n").slice(0, lines).join("\n"))}</pre>`;
}

function asTable(
  rows: readonly Readonly<Record<string, unknown>>[],
  columns = Object.keys(rows[0] ?? {}),
): string {
  const head = columns.map((name) => `<th>${name}</th>`).join("");
  const cells = rows.map((row) =>
    columns.map((name) => `<td>${escaped(String(row[name] ?? ""))}</td>`).join(""),
  );
  return `<table><tr>${head}</tr>${cells.map((it) => `<tr>${it}</tr>`).join("")}</table>`;
}

const style = `<!doctype html><meta charset="utf-8"><style>
body { margin: 12px; font: 13px/1.45 "Noto Sans CJK SC", sans-serif; }
pre { font: 12px/1.45 "Noto Sans Mono CJK SC", monospace; margin: 0; white-space: pre-wrap; }
table { border-collapse: collapse; font-size: 11px; }
th, td { border: 1px solid #bbb; padding: 2px 6px; text-align: left; max-width: 26em; overflow: hidden;
  text-overflow: ellipsis; white-space: nowrap; }
th { background: #eee; }
.two { columns: 2; }
</style>`;

/** The dataset of the bundled reports, made when the first picture of it is drawn. */
function dataset(language: Language): string {
  const out = join(work, `dataset-${language}`);
  if (!existsSync(out)) gongkai("batch", "corpus", "--out", out, "--quiet", "--lang", language);
  return out;
}

/** Asks the dataset's files with DuckDB, as a reader would. */
async function ask(sql: string, language: Language): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  const result = await connection.runAndReadAll(sql.replaceAll("dataset/", `${dataset(language)}/`));
  return result.getRowObjectsJson();
}

/** Some of a conversion: enough to see how it is built. */
function excerpt(json: string): string {
  const { schema, source, report, evidence, diagnostics } = JSON.parse(json);
  const cell = "/report/tables/applications/total/newlyReceived";
  const { newlyReceived } = report.tables.applications.total;
  const total = { newlyReceived, "…": "…" };
  const tables = { applications: { total, "…": "…" }, "…": "…" };
  const { title, issuer, year } = report;
  const { rule, severity, message, args } = diagnostics.find((it: { paths?: string[] }) =>
    it.paths?.includes(cell),
  );
  const doubt = { rule, severity, message, args, paths: [cell, "…"] };
  return JSON.stringify(
    {
      schema,
      source,
      report: { title, issuer, year, tables },
      evidence: { [cell]: evidence[cell] },
      diagnostics: [doubt],
    },
    null,
    2,
  );
}

const ANSWER = `SELECT year, sum(value) AS applications FROM 'dataset/cells.parquet'
WHERE preferred AND flag IS NULL AND "table" = 'applications'
  AND "row" = 'newlyReceived' AND "column" = 'total'
GROUP BY year ORDER BY year`;

/** What is shown of each output: an HTML text, or the path of a page. */
function shown(language: Language): Readonly<Record<string, () => string | Promise<string>>> {
  const said = ["--lang", language];
  const table = async (sql: string, columns?: string[]): Promise<string> =>
    style + asTable(await ask(sql, language), columns);
  const page = (...argv: string[]): string => {
    const path = join(work, `page-${language}.html`);
    writeFileSync(path, gongkai(...argv, ...said));
    return path;
  };
  return {
    json: () =>
      style +
      `<div class="two">${asText(excerpt(gongkai("convert", REPORT, "--to", "json", ...said)), 80)}</div>`,
    notes: () => style + asText(gongkai("convert", REPORT, "--to", "notes", ...said), 14),
    check: () => style + asText(gongkai("check", REPORT, ...said), 18),
    "check-page": () => page("check", REPORT, "--to", "html"),
    inspect() {
      const svg = join(work, "page.svg");
      gongkai("inspect", RULED, "--stage", "tables", "--svg", svg);
      const image = readFileSync(svg).toString("base64");
      // From the second page on.
      return `${style}<img src="data:image/svg+xml;base64,${image}" style="margin-top: -810px">`;
    },
    cells: () =>
      table(
        `SELECT * FROM 'dataset/cells.parquet' WHERE source = '${REPORT}' AND "table" = 'applications' AND value > 0
         ORDER BY "row", "column" LIMIT 16`,
        ["issuer", "year", "table", "row", "column", "value", "raw", "status", "flag", "rules"],
      ),
    findings: () =>
      table(`SELECT * FROM 'dataset/findings.parquet' WHERE source = '${REPORT}' AND expected IS NOT NULL`, [
        ...["rule", "severity", "message", "pointer", "place", "expected", "actual"],
      ]),
    reports: () =>
      table("SELECT * FROM 'dataset/reports.parquet' ORDER BY year, report_id LIMIT 14", [
        ...["report_id", "issuer", "year", "place", "copies", "agrees", "preferred_source", "preferred_why"],
      ]),
    ledger: () =>
      table(
        "SELECT * FROM read_csv('dataset/ledger.csv', quote = '\"', sample_size = -1) ORDER BY sha256 LIMIT 16",
        [...["name", "status", "format", "encoding", "issuer", "year", "errors", "warnings", "preferred"]],
      ),
    duckdb: async () => style + asText(`${ANSWER}\n\n`) + asTable(await ask(ANSWER, language)),
    workbook: () => workbookPage(language),
    summary: () => join(dataset(language), "summary.html"),
    timings: () => join(dataset(language), "timings.html"),
    panel() {
      gongkai("panel", dataset(language), "--out", join(work, "panel"), ...said);
      return table(
        `SELECT * FROM '${work}/panel/panel.csv' WHERE "row" = 'newlyReceived' AND "column" = 'total' ORDER BY year, issuer`,
        [...["issuer", "year", "table", "row", "column", "value", "status", "flag", "other_readings"]],
      );
    },
  };
}

/** The workbook as LibreOffice prints its first pages. */
function workbookPage(language: Language): string {
  gongkai("convert", REPORT, "--to", "xlsx", "--out", join(work, "xlsx"), "--lang", language);
  const [name] = readdirSync(join(work, "xlsx"), { recursive: true, encoding: "utf8" }).filter((it) =>
    it.endsWith(".xlsx"),
  );
  const argv = ["--headless", "--convert-to", "pdf", "--outdir", work, join(work, "xlsx", name!)];
  execFileSync("soffice", [`-env:UserInstallation=${pathToFileURL(join(work, "office")).href}`, ...argv], {
    stdio: "ignore",
  });
  const pdf = readdirSync(work).find((it) => it.endsWith(".pdf"))!;
  execFileSync("pdftoppm", ["-png", "-r", "100", "-f", "3", "-l", "3", join(work, pdf), join(work, "sheet")]);
  const image = readdirSync(work).find((it) => it.startsWith("sheet"))!;
  const bytes = readFileSync(join(work, image)).toString("base64");
  for (const it of [pdf, image]) rmSync(join(work, it));
  return `${style}<img src="data:image/png;base64,${bytes}" style="width: 1010px">`;
}

async function draw(browserPage: Page, content: string, path: string): Promise<void> {
  if (existsSync(content)) await browserPage.goto(pathToFileURL(content).href);
  else await browserPage.setContent(content);
  await browserPage.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  const height = await browserPage.evaluate(
    () => Math.ceil(document.body.getBoundingClientRect().bottom) + 12,
  );
  const clip = { x: 0, y: 0, width: SIZE.width, height: Math.min(SIZE.height, height) };
  await browserPage.screenshot({ path, clip });
}

/** Pictures without a sentence of the program, the same in both languages. */
const ALIKE: ReadonlySet<string> = new Set([
  "json",
  "workbook",
  "inspect",
  "cells",
  "reports",
  "ledger",
  "duckdb",
  "panel",
]);

async function main(only: readonly string[]): Promise<void> {
  const browser = await startBrowser();
  for (const language of ["en", "zh"] as const) {
    for (const [name, content] of Object.entries(shown(language))) {
      if ((language === "zh" && ALIKE.has(name)) || (only.length > 0 && !only.includes(name))) continue;
      // A new one each time: what is written into a page stays under the policy of the page before.
      const page = await browser.newPage({ viewport: SIZE });
      await draw(
        page,
        await content(),
        join(root, `docs/output-${name}${language === "zh" ? ".zh-CN" : ""}.png`),
      );
      await page.close();
    }
  }
  await browser.close();
  rmSync(work, { recursive: true });
}

await main(process.argv.slice(2));
