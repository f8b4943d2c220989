import { finding } from "../../findings/finding.ts";
import type { OtherTable } from "../../model/index.ts";
import { takenRows, type Fit } from "../match/fit.ts";
import { hasNumbers, type FormRow } from "../rows/form-row.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { SIGNED } from "./added.ts";
import { labelsOf, type Unknown } from "./labelled.ts";

/** A table of rows that print words among their values; a first row without any number is its header. */
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

/** Rows of text or ticks among those that a table took: they are kept as printed, and told where they have numbers. */
export function textRows(fits: readonly Fit[], worded: readonly FormRow[]): readonly Unknown[] {
  const unplaced = worded.filter(({ labels }) => labels.length > 0);
  return fits.flatMap((fit): readonly Unknown[] => {
    const taken = new Set(takenRows([fit]));
    const blocks = new Set([...taken].map(({ block }) => block));
    const headings = headingsOver([...taken]);
    const own = unplaced.filter(
      (row) => blocks.has(row.block) && !taken.has(row) && isOwn(row, fit) && !isHeading(row, headings),
    );
    if (own.length === 0) return [];
    const { id, title } = fit.known.table;
    return [
      {
        table: { within: id, title: null, columns: [], rows: own.map(printedRowOf) },
        at: own[0]!.at,
        tell: (pointer) =>
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

/** Every text that stands above the values of some rows. */
function headingsOver(rows: readonly FormRow[]): ReadonlySet<string> {
  const headers = new Set(rows.flatMap((row) => row.headers));
  return new Set([...headers].flatMap(({ columns }) => columns.flatMap(({ texts }) => texts)));
}

/** 项目 | 数量, where 数量 is a heading of the rows below. */
function isHeading({ values }: FormRow, headings: ReadonlySet<string>): boolean {
  const texts = values.map(({ text }) => normalizeLabel(text)).filter((text) => text !== "");
  return texts.length > 0 && texts.every((text) => headings.has(text));
}

/** No header, caption or note of the form: none of its words, and something beside the label. */
function isOwn({ labels, values }: FormRow, { known, rowFits }: Fit): boolean {
  const texts = [...labels, ...values.map(({ text }) => text.replace(/\s+/gu, ""))].filter(
    (text) => text !== "",
  );
  const formal = (text: string) =>
    known.headings.includes(text) || known.words.some((word) => text.includes(word));
  const found = rowFits.some(({ printed }) => printed?.labels.at(-1) === labels.at(-1));
  return !found && texts.length >= 2 && !texts.some((text) => formal(text) || SIGNED.test(text));
}

function printedRowOf(row: FormRow): OtherTable["rows"][number] {
  return { labels: labelsOf(row), values: row.values.map(({ text }) => text.trim()) };
}
