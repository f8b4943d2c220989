import { prepared } from "../../../arithmetic/prepared.ts";
import type { RowTemplate } from "../../../model/index.ts";
import type { KnownRow } from "../../form/known.ts";
import { withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { holdsCutHeadings } from "../header/cut-headings.ts";
import { isTurned } from "../../../printed/other-meanings.ts";
import { ORDINALS } from "../../../printed/numerals.ts";

/**
 * Numbers outside a grid count only where nothing but the form's own words stands before them: 行政许可 0 below
 * 本年处理决定数量 is a row, but 全年办理行政许可5件 in prose is not.
 */
export function standsAlone(row: KnownRow, context: string): boolean {
  const bare = withoutBracket(context);
  const label = row.label.find((known) => context.endsWith(known.text) || bare.endsWith(known.text))?.text;
  let rest =
    label === undefined ? context : (context.endsWith(label) ? context : bare).slice(0, -label.length);
  if (label !== undefined && isTurned(rest)) return false;
  if (labelsInText(row.block, context) * 2 > row.block.columns.length) return true;
  if (holdsCutHeadings(context, row.block)) return true;
  for (const word of row.block.words) rest = rest.replaceAll(word, "");
  rest = rest.replaceAll("其中", "");
  if (endsRowAbove(rest.replace(/[:,]$/u, ""), row.block)) return true;
  return rest.replace(NUMBERING, "").length <= (label === undefined ? 60 : 1);
}

/** Whether a text is the end of another row's label, which wrapped below its numbers. */
function endsRowAbove(text: string, { block }: KnownRow["block"]): boolean {
  return text.length >= 3 && block.rows.some((other) => bareLabel(other).endsWith(text));
}

/** A row's label without its enumerator, normalized. */
export const bareLabel = prepared((row: RowTemplate) => withoutEnumerator(normalizeLabel(row.label)));

/** A label's numbering and punctuation, and the dash that a heading may have in the place of a value. */
const NUMBERING = new RegExp(String.raw`[${ORDINALS}\d()、,.:—-]`, "gu");

export function withoutBracket(text: string): string {
  return text.endsWith(")") ? text.replace(/\([^()]*\)$/u, "") : text;
}

/** How many of the block's columns have their label in a text. */
export function labelsInText(block: KnownRow["block"], text: string): number {
  return block.columns.filter(({ label }) => label.some((known) => text.includes(known.text))).length;
}
