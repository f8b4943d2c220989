import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import type * as SheetJs from "@e965/xlsx";
import { tablesOfHtml } from "../../test/support/factory/tables-of-html.ts";
import type { SeenCell } from "../../test/support/factory/tables-of-html.ts";
import { cellsOf, convert, numberOf } from "../../src/index.ts";
import type { Tables } from "../../src/model/index.ts";
import { fillBlanks } from "./wanted.ts";
import type { Rectangle } from "./wanted.ts";

/** The result of one reader for one file. */
export interface Output {
  readonly tables: readonly Rectangle[];
  /** Everything it gave, as text. */
  readonly text: string;
  /** Values by path, for a reader that knows the form. */
  readonly values?: Readonly<Record<string, number | null>>;
}

export interface Reader {
  readonly id: string;
  /** Extensions it reads. */
  readonly formats: readonly string[];
  /** The program it needs; null for a library. */
  readonly program: string | null;
  readonly read: (path: string) => Promise<Output>;
}

const require = createRequire(import.meta.url);

/** In the order of the table. Libraries are loaded when they are first needed; each runs in a process of its own. */
export const readers: readonly Reader[] = [
  {
    id: "gongkai",
    formats: ["docx", "doc", "odt", "rtf", "xlsx", "html", "pdf"],
    program: null,
    read: readWithGongkai,
  },
  { id: "mammoth", formats: ["docx"], program: null, read: readWithMammoth },
  {
    id: "officeparser",
    formats: ["docx", "odt", "rtf", "xlsx", "pdf"],
    program: null,
    read: readWithOfficeparser,
  },
  { id: "word-extractor", formats: ["doc", "docx"], program: null, read: readWithWordExtractor },
  { id: "exceljs", formats: ["xlsx"], program: null, read: readWithExceljs },
  { id: "SheetJS", formats: ["xlsx"], program: null, read: readWithSheetjs },
  { id: "pdf-parse", formats: ["pdf"], program: null, read: readWithPdfParse },
  { id: "pdf-table-extractor", formats: ["pdf"], program: null, read: readWithTableExtractor },
  { id: "pdf.js", formats: ["pdf"], program: null, read: readWithPdfjs },
  { id: "pandoc", formats: ["docx", "odt", "rtf", "html"], program: "pandoc", read: readWithPandoc },
  {
    id: "LibreOffice",
    formats: ["docx", "doc", "odt", "rtf", "xlsx"],
    program: "soffice",
    read: readWithLibreOffice,
  },
  { id: "antiword", formats: ["doc"], program: "antiword", read: readWithAntiword },
  { id: "catdoc", formats: ["doc"], program: "catdoc", read: readWithCatdoc },
  { id: "unrtf", formats: ["rtf"], program: "unrtf", read: readWithUnrtf },
  { id: "pdftotext -layout", formats: ["pdf"], program: "pdftotext", read: readWithPdftotext },
];

async function readWithGongkai(path: string): Promise<Output> {
  const { report } = await convert({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) });
  const values = flatten(report?.tables ?? {});
  return { tables: [], text: Object.values(values).join(" "), values };
}

function flatten(tables: Tables): Record<string, number | null> {
  return Object.fromEntries(cellsOf({ tables }).map(({ path, value }) => [path, numberOf(value)]));
}

async function readWithMammoth(path: string): Promise<Output> {
  const mammoth = require("mammoth") as {
    convertToHtml: (input: { path: string }) => Promise<{ value: string }>;
  };
  return fromHtml((await mammoth.convertToHtml({ path })).value);
}

interface OfficeNode {
  readonly type: string;
  readonly text?: string;
  readonly children?: readonly OfficeNode[];
  readonly metadata?: { readonly rowSpan?: number; readonly colSpan?: number };
}

async function readWithOfficeparser(path: string): Promise<Output> {
  const { parseOffice } = require("officeparser") as {
    parseOffice: (path: string) => Promise<{ content: readonly OfficeNode[]; toText: () => string }>;
  };
  const { content, toText } = await parseOffice(path);
  const tablesIn = (nodes: readonly OfficeNode[]): OfficeNode[] =>
    nodes.flatMap((node) =>
      node.type === "table" || node.type === "sheet" ? [node] : tablesIn(node.children ?? []),
    );
  const tables = tablesIn(content).map(({ children: rows = [] }) =>
    expand(
      rows.map(({ children: cells = [] }) =>
        cells.map(({ text = "", metadata }): SeenCell => [
          text,
          metadata?.rowSpan ?? 1,
          metadata?.colSpan ?? 1,
        ]),
      ),
    ),
  );
  return { tables, text: toText() };
}

/** Gives text only, with the cells of a row separated by tabs. */
async function readWithWordExtractor(path: string): Promise<Output> {
  const Extractor = require("word-extractor") as new () => {
    extract: (path: string) => Promise<{ getBody: () => string }>;
  };
  return fromTabs((await new Extractor().extract(path)).getBody());
}

async function readWithExceljs(path: string): Promise<Output> {
  interface Row {
    readonly cellCount: number;
    getCell: (column: number) => { readonly text: string };
  }
  const { Workbook } = require("exceljs") as {
    Workbook: new () => {
      readonly xlsx: { readFile: (path: string) => Promise<unknown> };
      eachSheet: (take: (sheet: { rowCount: number; getRow: (at: number) => Row }) => void) => void;
    };
  };
  const book = new Workbook();
  await book.xlsx.readFile(path);
  const tables: Rectangle[] = [];
  // A covered cell gives the text of the one that covers it.
  book.eachSheet((sheet) => {
    const rows = Array.from({ length: sheet.rowCount }, (_, at) => sheet.getRow(at + 1));
    tables.push(
      rows.map((row) => Array.from({ length: row.cellCount }, (_, at) => String(row.getCell(at + 1).text))),
    );
  });
  return { tables, text: tables.flat(2).join(" ") };
}

async function readWithSheetjs(path: string): Promise<Output> {
  const { read, utils } = createRequire(new URL("../../package.json", import.meta.url))(
    "@e965/xlsx",
  ) as typeof SheetJs;
  const book = read(readFileSync(path));
  return fromHtml(book.SheetNames.map((name) => utils.sheet_to_html(book.Sheets[name]!)).join("\n"));
}

async function readWithPdfParse(path: string): Promise<Output> {
  const { PDFParse } = require("pdf-parse") as {
    PDFParse: new (options: { data: Uint8Array }) => {
      getTable: () => Promise<{ pages: { tables: string[][][] }[] }>;
      getText: () => Promise<{ text: string }>;
      destroy: () => Promise<void>;
    };
  };
  const parser = new PDFParse({ data: new Uint8Array(readFileSync(path)) });
  const { pages } = await parser.getTable();
  const { text } = await parser.getText();
  await parser.destroy();
  return { tables: pages.flatMap(({ tables }) => tables).map(fillBlanks), text };
}

interface ExtractedPage {
  readonly tables: readonly (readonly string[])[];
  /** From the `row-column` of a covered position to that of the cell that covers it. */
  readonly merge_alias: Readonly<Record<string, string>>;
}

async function readWithTableExtractor(path: string): Promise<Output> {
  const extract = require("pdf-table-extractor") as (
    path: string,
    done: (result: { pageTables: ExtractedPage[] }) => void,
    failed: (error: unknown) => void,
  ) => void;
  const { pageTables } = await new Promise<{ pageTables: ExtractedPage[] }>((resolve, reject) =>
    extract(path, resolve, reject),
  );
  const tables = pageTables.map(({ tables: rows, merge_alias }) =>
    rows.map((row, at) =>
      row.map((cell, column) => {
        const [above, left] = (merge_alias[`${at}-${column}`] ?? `${at}-${column}`).split("-").map(Number);
        return rows[above!]?.[left!] ?? cell;
      }),
    ),
  );
  return { tables, text: tables.flat(2).join(" ") };
}

interface Pdfjs {
  readonly getDocument: (options: object) => { readonly promise: Promise<PdfjsDocument> };
}

interface PdfjsDocument {
  readonly numPages: number;
  readonly getPage: (
    number: number,
  ) => Promise<{ getTextContent: () => Promise<{ items: readonly object[] }> }>;
  readonly loadingTask: { readonly destroy: () => Promise<void> };
}

async function readWithPdfjs(path: string): Promise<Output> {
  const module = require.resolve("pdfjs-dist/legacy/build/pdf.mjs");
  const pdfjs = (await import(module)) as Pdfjs;
  const folder = join(module, "..", "..", "..");
  const document = await pdfjs.getDocument({
    data: new Uint8Array(readFileSync(path)),
    cMapUrl: join(folder, "cmaps/"),
    cMapPacked: true,
    standardFontDataUrl: join(folder, "standard_fonts/"),
    verbosity: 0,
  }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? String(item.str) : "")).join(" "));
  }
  await document.loadingTask.destroy();
  return { tables: [], text: pages.join("\n") };
}

async function readWithPandoc(path: string): Promise<Output> {
  return fromHtml(output("pandoc", ["-f", extname(path).slice(1), "-t", "html", path]));
}

/** Reads its DocBook, the only output that has tables; it says nothing about merges. */
async function readWithAntiword(path: string): Promise<Output> {
  const docbook = output("antiword", ["-x", "db", path]);
  const html = docbook.replace(
    /<(\/?)(informaltable|table|row|entry)\b[^>]*>/g,
    (_, end: string, name: string) => {
      const names: Readonly<Record<string, string>> = { row: "tr", entry: "td" };
      return `<${end}${names[name] ?? "table"}>`;
    },
  );
  const { tables, text } = fromHtml(html);
  return { tables: tables.map(fillBlanks), text };
}

async function readWithCatdoc(path: string): Promise<Output> {
  return fromTabs(output("catdoc", ["-w", "-d", "utf-8", path]));
}

async function readWithUnrtf(path: string): Promise<Output> {
  return fromHtml(output("unrtf", ["--html", "--quiet", path]));
}

async function readWithLibreOffice(path: string): Promise<Output> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-peer-"));
  try {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    output("soffice", [
      profile,
      "--headless",
      "--convert-to",
      extname(path) === ".xlsx" ? "html:HTML (StarCalc)" : "html:HTML (StarWriter)",
      "--outdir",
      folder,
      path,
    ]);
    const written = join(folder, basename(path, extname(path)) + ".html");
    return existsSync(written) ? fromHtml(readFileSync(written, "utf8")) : { tables: [], text: "" };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function readWithPdftotext(path: string): Promise<Output> {
  return { tables: [], text: output("pdftotext", ["-layout", path, "-"]) };
}

/** The memory of the largest program run so far, in kilobytes, where the system's `time` can measure it. */
export let programKilobytes = 0;

const time = "/usr/bin/time";

function output(program: string, flags: readonly string[]): string {
  const [command, ...rest] = existsSync(time) ? [time, "-f", "%M", program, ...flags] : [program, ...flags];
  const { status, stdout, stderr } = spawnSync(command!, rest, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.slice(0, 200)}`);
  programKilobytes = Math.max(programKilobytes, Number(/(\d+)\s*$/.exec(stderr)?.[1] ?? 0));
  return stdout;
}

/** Takes lines with tabs for the rows of one table. */
function fromTabs(text: string): Output {
  return { tables: [fillBlanks(text.split("\n").map((line) => line.split("\t")))], text };
}

function fromHtml(html: string): Output {
  const tables = tablesOfHtml(html).map(expand);
  return { tables, text: html.replace(/<[^>]*>/g, " ") };
}

/** Turns cells with spans into a rectangle. */
function expand(rows: readonly (readonly SeenCell[])[]): Rectangle {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const [text, rowSpan, colSpan] of cells) {
      while (grid[row]![column] !== undefined) column += 1;
      for (let down = 0; down < Math.min(rowSpan, rows.length - row); down += 1)
        for (let right = 0; right < Math.min(colSpan, 100); right += 1)
          grid[row + down]![column + right] = text;
    }
  });
  return grid.map((row) => Array.from(row, (text) => text ?? ""));
}
