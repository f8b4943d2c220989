/**
 * Makes the PDFs under fixtures/ from a statutory form with 198 different numbers: `npx tsx test/adapters/pdf/make-fixtures.ts`.
 * Needs chromium, LibreOffice Writer and CJK fonts; the tests read the committed results and need neither.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FORM } from "./form.ts";
import type { FormCell } from "./form.ts";

interface Variant {
  readonly name: string;
  readonly maker: "chromium" | "libreoffice";
  readonly css: string;
  readonly before?: string;
  readonly between?: string;
  readonly after?: string;
  readonly number?: (index: number) => string;
  /** Attributes of every table, for LibreOffice, which ignores most CSS. */
  readonly table?: string;
}

const RULED = "table{border-collapse:collapse;width:100%} td{border:0.75pt solid black;padding:2pt 4pt;}";
const BASE =
  "body{font:9pt 'WenQuanYi Zen Hei';margin:0} h2{font-size:12pt} p{text-indent:2em;line-height:1.6;margin:0}";
const SENTENCE = "本机关按照有关要求填写本表，各项数字均为测试之用，仅供核对行列位置，与任何单位无关。";
const PROSE = (count: number) => `<p>${SENTENCE.repeat(count)}</p>`;
const SMALL = (index: number) => String(101 + index * 3);
const LONG = (index: number) => String(1_000_003 + index * 40_127);

const VARIANTS: readonly Variant[] = [
  {
    name: "crossing-chromium",
    maker: "chromium",
    css: `@page{size:A4;margin:25mm} ${BASE} ${RULED}`,
    before: PROSE(10),
    between: PROSE(6),
  },
  {
    name: "crossing-libreoffice",
    maker: "libreoffice",
    css: "td p{margin:0} p{margin:0}",
    before: PROSE(20),
    between: PROSE(4),
    table: 'border="1" cellspacing="0" width="100%"',
  },
  {
    name: "wrapped-headers",
    maker: "chromium",
    css: `@page{size:A5;margin:12mm} ${BASE} ${RULED} td{font-size:7pt;width:7%;padding:1pt 2pt}`,
  },
  { name: "landscape", maker: "chromium", css: `@page{size:A4 landscape;margin:15mm} ${BASE} ${RULED}` },
  {
    name: "digits-wrap",
    maker: "chromium",
    css: `@page{size:A4;margin:25mm} ${BASE} ${RULED} table{table-layout:fixed} td{word-break:break-all;font-size:8pt;padding:1pt 1pt}`,
    number: LONG,
  },
  {
    name: "table2-crossing",
    maker: "libreoffice",
    css: "",
    before: PROSE(42),
    table: 'border="1" cellspacing="0" width="100%"',
  },
  {
    name: "no-borders",
    maker: "chromium",
    css: `@page{size:A4;margin:15mm} ${BASE} table{border-collapse:collapse;width:100%} td{padding:3pt 6pt}`,
  },
  {
    name: "no-borders-centred",
    maker: "chromium",
    css: `@page{size:A4 landscape;margin:15mm} ${BASE} table{border-collapse:collapse;width:100%} td{padding:3pt 6pt;text-align:center}`,
  },
  {
    name: "no-borders-right",
    maker: "chromium",
    css: `@page{size:A4;margin:15mm} ${BASE} table{border-collapse:collapse;width:100%} td{padding:3pt 6pt;text-align:right}`,
  },
  {
    name: "no-borders-shaded",
    maker: "chromium",
    css: `@page{size:A4;margin:15mm} ${BASE} table{border-collapse:collapse;width:100%} td{padding:1pt 3pt} tr:nth-child(odd){background:#eee}`,
  },
  {
    name: "dashed",
    maker: "chromium",
    css: `@page{size:A4;margin:20mm} ${BASE} ${RULED} td{border:0.75pt dashed black}`,
  },
  {
    name: "double-open",
    maker: "chromium",
    css: `@page{size:A4;margin:20mm} ${BASE} ${RULED} td{border:2.25pt double black} table{border-left:hidden;border-right:hidden}`,
  },
  {
    name: "furniture",
    maker: "chromium",
    css: `@page{size:A4;margin:25mm; @bottom-center{content:'- ' counter(page) ' -'} @top-center{content:'测试机关年度报告'}} ${BASE} ${RULED} .mark{position:fixed;top:40%;left:20%;font-size:60pt;color:#ddd;transform:rotate(-40deg)}`,
    before: `<div class="mark">仅供测试</div>${PROSE(12)}`,
    between: PROSE(5),
  },
];

const out = new URL("fixtures/", import.meta.url).pathname;
const only = process.argv.slice(2);
mkdirSync(out, { recursive: true });
for (const variant of VARIANTS) if (only.length === 0 || only.includes(variant.name)) make(variant);

function make({
  name,
  maker,
  css,
  before = "",
  between = "",
  after = "",
  number = SMALL,
  table = "",
}: Variant): void {
  let index = 0;
  const tables = FORM.map((rows) =>
    rows.map((row) => row.map((cell) => (cell.value === true ? { ...cell, text: number(index++) } : cell))),
  );
  const html = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${name}</title><style>${css}</style><body>${before}${tables
    .map(
      (rows, place) =>
        `<h2>${["二", "三", "四"][place]}、测试表之${["一", "二", "三"][place]}</h2>${tableHtml(rows, table)}${place === 1 ? "" : between}`,
    )
    .join("")}${after}</body></html>`;
  const folder = mkdtempSync(join(tmpdir(), "fixture-"));
  const page = join(folder, `${name}.html`);
  writeFileSync(page, html);
  if (maker === "chromium")
    execFileSync(
      "chromium",
      [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        "--disable-pdf-tagging",
        `--user-data-dir=${folder}/profile`,
        `--print-to-pdf=${join(folder, `${name}.pdf`)}`,
        page,
      ],
      { stdio: "ignore" },
    );
  else
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--infilter=HTML (StarWriter)",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        folder,
        page,
      ],
      { stdio: "ignore" },
    );
  execFileSync("cp", [join(folder, `${name}.pdf`), join(out, `${name}.pdf`)]);
  writeFileSync(
    join(out, `${name}.json`),
    `${JSON.stringify(tables.map((rows) => rows.map((row) => row.map((cell) => [cell.text, cell.rowSpan, cell.columnSpan]))))}\n`,
  );
  rmSync(folder, { recursive: true, force: true });
}

function tableHtml(rows: readonly (readonly FormCell[])[], attributes: string): string {
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell) => `<td rowspan="${cell.rowSpan}" colspan="${cell.columnSpan}">${cell.text}</td>`).join("")}</tr>`,
  );
  return `<table ${attributes}>${body.join("\n")}</table>`;
}
