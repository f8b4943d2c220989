import { detect } from "../../adapters/index.ts";
import { convert, read } from "../../convert.ts";
import { drawColumns, drawFits, drawRows } from "../../mapper/draw.ts";
import type { MappingStages } from "../../mapper/index.ts";
import { mapReport } from "../../mapper/index.ts";
import type { Reading, Source, Template } from "../../model/index.ts";
import { rebuild } from "../../tables/index.ts";
import type { CommandContext } from "../terminal/context.ts";
import { outcomeSentence } from "../terminal/tally.ts";
import { wording } from "../wording/wording.ts";
import { evidenceMarks, evidenceTable } from "./evidence.ts";
import type { Mark } from "./page-svg.ts";
import { drawnPages } from "./pages.ts";
import { blockMarks, blockText, tokenLine, tokenMark } from "./tokens.ts";

/** A stage of the pipeline as text, and as marks on the page if the format has pages. */
export interface StageView {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** A drawing that the stage makes itself, used in place of the marks. */
  readonly svg?: string;
}

/** The stages in the order in which a document passes them. */
export const stages = ["cells", "tokens", "tables", "rows", "fit", "columns", "report", "evidence"] as const;

export type Stage = (typeof stages)[number];

/** Shows a stage; a string instead of a view says why there is nothing to show. */
type ViewOf = (
  source: Source,
  context: CommandContext,
  templates: readonly Template[],
) => Promise<StageView | string>;

export const views: Readonly<Record<Stage, ViewOf>> = {
  cells: async (source, context) => {
    const pages = await drawnPages(source, detect(source)?.id ?? "");
    if (pages === undefined) return wording[context.language].cellsOfPdfOnly;
    return pages.text === "" ? outcome(source, context) : { ...pages, marks: [] };
  },
  tokens: async (source, context) => {
    const { tokens } = await read(source);
    if (tokens.length === 0) return outcome(source, context);
    return {
      text: tokens.map((token) => tokenLine(token) + "\n").join(""),
      marks: tokens.flatMap(tokenMark),
    };
  },
  tables: async (source, context) => {
    const { tokens } = await read(source);
    if (tokens.length === 0) return outcome(source, context);
    const blocks = rebuild(tokens);
    return { text: blocks.map(blockText).join(""), marks: blocks.flatMap(blockMarks) };
  },
  rows: mapped(({ rows }) => drawRows(rows)),
  fit: mapped(({ fits }) => drawFits(fits)),
  columns: mapped(({ fits, assignments }) => drawColumns(fits, assignments)),
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

/** What the mapper made of a document at each step; null where the format could not be read. */
export function mappingStages(
  { tokens, metadata }: Reading,
  templates: readonly Template[],
): MappingStages | null {
  return tokens.length === 0 ? null : mapReport(rebuild(tokens), metadata, { templates, infer: true }).stages;
}

function mapped(draw: (stages: MappingStages) => string): ViewOf {
  return async (source, context, templates) => {
    const made = mappingStages(await read(source), templates);
    const text = made === null ? "" : draw(made);
    return text === "" ? outcome(source, context) : { text, marks: [] };
  };
}

/** The reason why there is nothing to show. */
async function outcome(source: Source, { language }: CommandContext): Promise<string> {
  return outcomeSentence(await convert(source, { language }));
}
