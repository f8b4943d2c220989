import { writeFile } from "node:fs/promises";
import { Option } from "commander";
import type { Command } from "commander";
import { convert, read } from "../../convert.ts";
import { defaultLimits } from "../../limits.ts";
import { detect } from "../../adapters/index.ts";
import { drawGrid } from "../../tables/draw.ts";
import { drawPageSvg, readOfdPages, readPages } from "../../adapters/pages.ts";
import { placeWords } from "../../findings/index.ts";
import { rebuild } from "../../tables/index.ts";
import type { AnalysedPage } from "../../index.ts";
import type { Block, Conversion, Place, Source, Template, Token } from "../../model/index.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { UsageError } from "../io.ts";
import { languageOption, templateOption } from "../options.ts";
import { drawPages } from "../page-svg.ts";
import type { Mark } from "../page-svg.ts";
import type { Context } from "../context.ts";
import { documentsOf, loadDocument } from "../read.ts";
import { outcomeSentence } from "../tally.ts";
import { templatesOf } from "../templates.ts";
import { wording } from "../wording.ts";
import { aligned } from "./list.ts";

/** A stage of the pipeline as text, and as marks on the page where the format has one. */
interface View {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** A drawing of the stage's own, instead of the marks. */
  readonly svg?: string;
}

const stages = ["cells", "tokens", "tables", "report", "evidence"] as const;

interface Options {
  readonly stage: (typeof stages)[number];
  readonly svg?: string;
  readonly template?: readonly string[];
}

/** `gongkai inspect FILE --stage STAGE`: what each stage of the pipeline made of one document. */
export function inspect(program: Command, context: Context): void {
  program
    .command("inspect")
    .description("print what one stage of the pipeline made of a document")
    .argument("<file>", "a file, or - for standard input")
    .addOption(new Option("--stage <stage>", "which stage").choices(stages).makeOptionMandatory())
    .option("--svg <file>", "also draw it on the pages, where the format has positions")
    .addOption(templateOption())
    .addOption(languageOption())
    .action(async (path: string, options: Options) => {
      const { io, language, done } = context;
      const templates = await templatesOf(options.template, context);
      const words = wording[language];
      const [document] = await documentsOf([path], context);
      if (document === undefined || (document.path ?? "-") !== path)
        throw new UsageError(words.oneFile(path));
      const loaded = await loadDocument(document, context);
      if (typeof loaded === "string") throw new UsageError(loaded);
      const view = await views[options.stage](loaded.source, context, templates);
      if (typeof view === "string") {
        io.err(plainLine(`gongkai: ${document.name}: ${view}`) + "\n");
        return done(2);
      }
      await io.out(view.text);
      if (options.svg === undefined) return;
      if (view.svg === undefined && view.marks.length === 0)
        throw new UsageError(words.noBoxes(document.name));
      await writeFile(options.svg, view.svg ?? drawPages(view.marks)).catch(
        (error: NodeJS.ErrnoException) => {
          throw new UsageError(words.unwritable(options.svg ?? "", error.code ?? error.message));
        },
      );
    });
}

/** Formats that are pages with lines. */
const pageReaders = new Map<string, typeof readPages | typeof readOfdPages>([
  ["pdf", readPages],
  ["ofd", readOfdPages],
]);

/** A string instead of a view says why there is nothing to show. */
const views: Readonly<
  Record<
    Options["stage"],
    (source: Source, context: Context, templates: readonly Template[]) => Promise<View | string>
  >
> = {
  cells: async (source, context) => {
    const pagesOf = pageReaders.get(detect(source)?.id ?? "");
    if (pagesOf === undefined) return wording[context.language].cellsOfPdfOnly;
    const pages = await pagesOf(source, defaultLimits);
    if (pages.length === 0) return why(source, context);
    return { text: pages.flatMap(pageLines).join(""), marks: [], svg: stacked(pages) };
  },
  tokens: async (source, context) => {
    const { tokens } = await read(source);
    if (tokens.length === 0) return why(source, context);
    return {
      text: tokens.map((token) => tokenLine(token) + "\n").join(""),
      marks: tokens.flatMap(tokenMark),
    };
  },
  tables: async (source, context) => {
    const { tokens } = await read(source);
    if (tokens.length === 0) return why(source, context);
    const blocks = rebuild(tokens);
    return { text: blocks.map(blockText).join(""), marks: blocks.flatMap(blockMarks) };
  },
  report: async (source, { language }, templates) => {
    const conversion = await convert(source, { language, templates });
    if (conversion.report === null) return outcomeSentence(conversion);
    return { text: JSON.stringify(conversion.report, null, 2) + "\n", marks: evidenceMarks(conversion) };
  },
  evidence: async (source, { language }, templates) => {
    const conversion = await convert(source, { language, templates });
    if (conversion.report === null) return outcomeSentence(conversion);
    return { text: evidenceTable(conversion), marks: evidenceMarks(conversion) };
  },
};

/** Cells as the ruling lines of each page make them, before tables are joined over pages. */
function pageLines({ fragments }: AnalysedPage, index: number): string[] {
  return fragments.flatMap(({ cells }, fragment) =>
    cells.map(({ row, rowEnd, column, columnEnd, text }) => {
      const span = `${rowEnd - row}×${columnEnd - column}`;
      return `page ${index + 1} table ${fragment + 1} row ${row + 1} column ${column + 1} ${span} ${quoted(text)}\n`;
    }),
  );
}

/** Page drawings under each other: ruling lines, cells, every character. */
function stacked(pages: readonly AnalysedPage[]): string {
  const width = Math.max(...pages.map(({ page }) => page.width));
  let top = 0;
  const drawn = pages.map((page) => {
    const nested = drawPageSvg(page).replace("<svg ", `<svg y="${top}" `);
    top += Math.ceil(page.page.height) + 12;
    return nested;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(width)}" height="${top}">\n${drawn.join("")}</svg>\n`;
}

async function why(source: Source, { language }: Context): Promise<string> {
  return outcomeSentence(await convert(source, { language }));
}

function tokenLine(token: Token): string {
  const { page, line, table, row } = token.at;
  const where = (...steps: readonly (readonly [string, number | undefined])[]): string =>
    steps.map(([name, ordinal]) => (ordinal === undefined ? "" : ` ${name}${ordinal}`)).join("");
  switch (token.kind) {
    case "line": {
      const heading = token.heading === undefined ? "" : ` heading ${token.heading}`;
      return `line${where(["p", page], ["", line])}${heading} ${quoted(token.text)}`;
    }
    case "table-start":
      return `table${where(["", table], ["p", page], ["line ", line])}`;
    case "row":
      return `  row${where(["", row], ["p", page])}`;
    case "cell": {
      const column = token.column ?? token.at.column;
      const span = `${token.rowSpan}×${token.colSpan}`;
      const doubt = token.doubt ? ` ${token.doubt.kind}` : "";
      return `    cell${where(["r", row], ["c", column])} ${span} ${quoted(token.text)}${doubt}`;
    }
    case "table-end":
      return "table end";
  }
}

function quoted(text: string): string {
  return `"${plainLine(text)}"`;
}

function tokenMark(token: Token): Mark[] {
  return token.kind === "line" || token.kind === "cell" ? markAt(token.at, token.kind, token.text) : [];
}

function blockText(block: Block): string {
  return block.kind === "line" ? plainLine(block.text) + "\n" : `\n${drawGrid(block.grid).trimEnd()}\n\n`;
}

function blockMarks(block: Block): Mark[] {
  if (block.kind === "line") return markAt(block.at, "line", block.text);
  return block.grid.cells.flatMap(({ at, row, column, text }) =>
    markAt(at, "cell", `r${row} c${column} ${text}`),
  );
}

function evidenceTable(conversion: Conversion): string {
  const rows = Object.entries(conversion.evidence).map(([path, { status, raw, at }]) => [
    path,
    plainLine(JSON.stringify(valueAt(conversion, path)) ?? "?"),
    status,
    raw === null ? "–" : quoted(raw),
    at === null ? "–" : placeWords(at, "en"),
  ]);
  return aligned(rows);
}

function evidenceMarks({ evidence }: Conversion): Mark[] {
  return Object.entries(evidence).flatMap(([path, { at, status }]) => (at ? markAt(at, status, path) : []));
}

function markAt({ page, box }: Place, kind: Mark["kind"], title: string): Mark[] {
  return page === undefined || box === undefined ? [] : [{ page, box, kind, title }];
}

/** The value a JSON Pointer (RFC 6901) names. */
function valueAt(root: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((at, step) => (at as Record<string, unknown> | null | undefined)?.[step], root);
}
