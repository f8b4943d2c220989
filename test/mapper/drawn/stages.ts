import { text } from "../../../src/adapters/text/index.ts";
import { defaultLimits } from "../../../src/limits.ts";
import { drawColumns, drawFits } from "../../../src/mapper/draw.ts";
import { mapReport } from "../../../src/mapper/index.ts";
import type { MappingStages } from "../../../src/mapper/index.ts";
import { rebuild } from "../../../src/tables/index.ts";
import { templates } from "../../../src/templates/index.ts";

/** What the mapper's stages make of a text in Markdown. */
export async function stagesOf(printed: string): Promise<MappingStages> {
  const bytes = new TextEncoder().encode(printed);
  const { tokens, metadata } = await text.read({ name: "report.md", bytes }, defaultLimits);
  return mapReport(rebuild(tokens), metadata, { templates, infer: true }).stages;
}

/** A report of the year with one table, given by its rows: `label | value | value`. */
export function reportOf(year: number, ...rows: readonly string[]): string {
  const [head = "", ...body] = rows.map((row) => `| ${row} |`);
  const rule = head.replaceAll(/[^|]+/gu, " --- ");
  return [`青石市${year}年政府信息公开工作年度报告`, head, rule, ...body].join("\n");
}

/** The drawing of the layouts laid over the rows, without the form's rows that are not there. */
export async function fitsOf(printed: string): Promise<readonly string[]> {
  const lines = drawFits((await stagesOf(printed)).fits).split("\n");
  return lines.filter((line) => line !== "" && !line.endsWith("not found"));
}

/** The drawing of what came under which column. */
export async function columnsOf(printed: string): Promise<readonly string[]> {
  const { fits, assignments } = await stagesOf(printed);
  return drawColumns(fits, assignments).trimEnd().split("\n");
}
