import { finding } from "../../findings/finding.ts";
import type { OtherTable } from "../../model/index.ts";
import { takenRows } from "../match/fit/taken-rows.ts";
import type { Fit } from "../match/fit/fit.ts";
import { numbersRows } from "../rows/column-numbers.ts";
import { hasNumbers, type FormRow } from "../rows/form-row.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { isSignature } from "../../printed/signed.ts";
import { labelsOfRow, type Unknown } from "./labelled.ts";

/** A table whose rows print words among their values. A first row without any number is its header. */
export function textTable(rows: readonly FormRow[], title: string | null): OtherTable {
  const [first] = rows;
  const headed = first !== undefined && rows.length > 1 && !hasNumbers(first);
  return {
    within: null,
    title,
    columns: headed ? first.values.map(({ text }) => text.trim()) : [],
    rows: (headed ? rows.slice(1) : rows).map(printedRowOf),
  };
}

/** Rows of text or ticks among the rows that a table took. They are kept as printed and reported. */
export function textRows(fits: readonly Fit[], worded: readonly FormRow[]): readonly Unknown[] {
  const unplaced = worded.filter(({ labels }) => labels.length > 0);
  const wordedBlocks = new Set(unplaced.map(({ block }) => block));
  return fits.flatMap((fit): readonly Unknown[] => {
    const taken = new Set(takenRows([fit]));
    const blocks = new Set([...taken].map(({ block }) => block).filter((block) => wordedBlocks.has(block)));
    if (blocks.size === 0) return [];
    const left = unplaced.filter((row) => blocks.has(row.block) && !taken.has(row) && isOwn(row, fit));
    if (left.length === 0) return [];
    const groups = groupsAbove(fit);
    const own = left.filter((row) => !isHeading(row, fit, groups));
    if (own.length === 0) return [];
    const { id, title } = fit.known.table;
    return [
      {
        table: { within: id, title: null, columns: [], rows: own.map(printedRowOf) },
        at: own[0]!.at,
        findings: (pointer) =>
          own.map((row, index) =>
            finding("extra-row", {
              severity: "notice",
              path: `${pointer}/rows/${index}`,
              at: row.at,
              args: { label: row.labels.join(" / "), title },
            }),
          ),
      },
    ];
  });
}

/**
 * Whether a row is one of headings, such as 项目 | 行次 | 数量, where 数量 is a heading of the form: words of two
 * characters are too common to decide by themselves.
 */
function isHeading({ values }: FormRow, { known }: Fit, groups: ReadonlySet<string>): boolean {
  const texts = values.map(({ text }) => normalizeLabel(text)).filter((text) => text !== "");
  const isColumn = (text: string) => known.rows.some(({ block }) => block.columnTexts.has(text));
  const isOver = (text: string) => isColumn(text) || groups.has(text);
  return texts.some(isOver) && texts.every((text) => isOver(text) || numbersRows(text));
}

/**
 * Texts that stand over several columns that were found by their headings: they are names of groups, whatever their
 * words.
 */
function groupsAbove({ rowFits }: Fit): ReadonlySet<string> {
  const headers = [...new Set(rowFits.flatMap(({ header }) => header ?? []))];
  return new Set(
    headers.flatMap(({ columns }) => {
      const above = columns.flatMap((column) => column?.texts.slice(0, -1) ?? []);
      return above.filter((text, at) => text !== "" && above.indexOf(text) < at);
    }),
  );
}

/**
 * Whether a row is the report's own and not a header, caption or note of the form: it has none of the form's words, and
 * something beside its label.
 */
function isOwn({ labels, values }: FormRow, { known, rowFits }: Fit): boolean {
  // A remark on the table's numbers speaks of them in the form's words.
  if (REMARKS.test(labels[0]!)) return values.some(({ text }) => text.trim() !== "");
  const texts = [...labels, ...values.map(({ text }) => text.replace(/\s+/gu, ""))].filter(
    (text) => text !== "",
  );
  const formal = (text: string) =>
    known.headings.includes(text) || known.words.some((word) => text.includes(word));
  const found = rowFits.some(({ printed }) => printed?.labels.at(-1) === labels.at(-1));
  return !found && texts.length >= 2 && !texts.some((text) => formal(text) || isSignature(text));
}

const REMARKS = /^(?:备注|附注|说明)$/u;

function printedRowOf(row: FormRow): OtherTable["rows"][number] {
  return { labels: labelsOfRow(row), values: row.values.map(({ text }) => text.trim()) };
}
