import { prepared } from "../../../arithmetic/prepared.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { literalPattern } from "../../../printed/matches.ts";
import { headingOver } from "../../form/form.ts";
import type { KnownBlock, KnownRow, KnownTable } from "../../form/known.ts";
import { isGridRow, valueCount, type FormRow, type HeaderColumn } from "../../rows/form-row.ts";

/** Words that may stand before the values of a row to which the form gives no label: 数量, 件数, 2023年. */
const MEASURE =
  /^(?:(?:20\d\d年?度?|本年度?|上一?年度?|去年|今年)?(?:数量|件数|数目|数值|数据|数|合计|情况|\(件\)|件)*(?:\(件\)|\(单位:件\))?)$/u;

/** Whether a row's labels only say that numbers follow, or whose numbers they are. */
export function isMeasured({ labels, ofOffice }: FormRow): boolean {
  return ofOffice === true || labels.every((label) => MEASURE.test(label));
}

/**
 * Cuts the rows that have no label of their own where another heading of the form begins (行政复议, 未经复议直接起诉).
 * Each piece knows its heading, and the pieces come in the form's order, because offices print such a row in one table
 * or in three, as ten columns and five, in any order. A piece under a heading that covers several of the form's
 * (行政诉讼, not divided) is none of them.
 */
export function cutAtHeadings(known: KnownTable, rows: readonly FormRow[]): readonly FormRow[] {
  const { blocks, headings } = partsOf(known);
  if (blocks.length < 2) return rows;
  const cut = rows.flatMap((row) => (isMeasured(row) ? pieces(row, headings) : [labelled(row, blocks)]));
  return inFormOrder(cut, headings.inner);
}

/** The parts of a table's blocks that stand under headings of their own, and those headings. */
const partsOf = prepared((known: KnownTable) => {
  const blocks = [...new Set(known.rows.map(({ block }) => block))].filter(isPart);
  return { blocks, headings: headingsOf(known, blocks) };
});

function isPart({ columns, block }: KnownBlock): boolean {
  return columns.length < block.columns.length;
}

interface Headings {
  /** The innermost heading of each block. */
  readonly inner: readonly string[];
  /** The number of columns that the form has under each of these headings. */
  readonly widths: ReadonlyMap<string, number>;
  /** Headings over several of these headings. */
  readonly outer: readonly string[];
  readonly title: string;
  /** Matches several headings named together: 行政复议、提起行政诉讼. */
  readonly several: RegExp;
  /** Matches a heading that qualifies another: 复议后起诉的行政诉讼. */
  readonly possessive: RegExp;
}

function headingsOf(known: KnownTable, blocks: readonly KnownBlock[]): Headings {
  const inner = blocks.map(headingOf);
  const outer = new Set(blocks.flatMap(({ columns }) => columns[0]!.group.slice(0, -1)));
  const outermost = [...outer].filter((name) => name !== "" && !inner.includes(name));
  const one = oneOf([...inner, ...outermost]);
  return {
    inner,
    widths: new Map(blocks.map((block, index) => [inner[index]!, block.columns.length])),
    outer: outermost,
    title: normalizeLabel(known.table.title),
    several: new RegExp(`${one}(?:(?:[,、/]|和|及|与|或|提起)${one})+`, "gu"),
    possessive: new RegExp(`(${oneOf(inner)})的${oneOf(outermost)}`, "gu"),
  };
}

/** The innermost heading over a part of a block. */
export function headingOf({ columns }: KnownBlock): string {
  return normalizeLabel(headingOver(columns.map(({ column }) => column)));
}

/** Whether only its place made a printed row a part of the form, such as the five columns of 行政复议. */
export function isPlacedAlone({ label, block }: KnownRow, { heading }: FormRow): boolean {
  return label.length === 0 && isPart(block) && heading === undefined;
}

/** A row whose own label is one of the headings (复议后起诉 | 3 | 0 | …) is already the piece under it. */
function labelled(row: FormRow, blocks: readonly KnownBlock[]): FormRow {
  const label = row.labels.at(-1) ?? "";
  const block = blocks.find((one) => headingOf(one) !== "" && label.includes(headingOf(one)));
  return block && valueCount(row) === block.columns.length
    ? { ...row, heading: headingOf(block), from: row }
    : row;
}

function pieces(row: FormRow, headings: Headings): readonly FormRow[] {
  const printed = isGridRow(row) ? (row.headers.find(({ foreign }) => !foreign)?.columns ?? []) : [];
  const under: string[] = [];
  for (const value of row.values) {
    const above = printed.find((column) => covers(column, value.column ?? 0));
    const heading = above ? headingIn(above.text, headings) : "";
    // Cells that a merged heading covers are written empty, so a column that has only its own label belongs to the
    // heading of the column before it.
    under.push(heading === "" && above?.text === above?.leaf ? (under.at(-1) ?? "") : heading);
  }
  const spoken = under.every((heading) => heading === "") ? headingBefore(row.context, headings) : "";
  if (spoken !== "") return [{ ...row, heading: spoken, from: row }];
  if (under.some((heading) => heading === "")) return [row];
  const runs: { heading: string; from: number; to: number }[] = [];
  under.forEach((heading, index) => {
    if (runs.at(-1)?.heading === heading) runs.at(-1)!.to = index + 1;
    else runs.push({ heading, from: index, to: index + 1 });
  });
  const isCrowded = ({ heading, from, to }: (typeof runs)[number]) =>
    to - from > (headings.widths.get(heading) ?? Infinity) && row.values[to - 1]!.text.trim() !== "";
  const uneven = runs.some(isCrowded) ? { uneven: true as const } : {};
  return runs.map(({ heading, from, to }) => {
    const values = row.values.slice(from, to);
    const headers = row.headers.map((header) => ({
      ...header,
      columns: header.columns.filter((column) => values.some((value) => covers(column, value.column ?? 0))),
    }));
    return { ...row, ...uneven, values, headers, heading, from: row };
  });
}

function covers({ column, columnSpan }: HeaderColumn, at: number): boolean {
  return at >= column && at < column + columnSpan;
}

/** The heading that a column's texts name; empty where they name none, or several. */
function headingIn(text: string, { inner, outer }: Headings): string {
  const named = inner.filter((name) => name !== "" && text.includes(name));
  if (named.length > 0) return named.length === 1 ? named[0]! : "";
  return outer.find((name) => text.includes(name)) ?? "";
}

/**
 * The last heading in the text before a row, not counting titles that name several at once; empty where several
 * headings remain.
 */
function headingBefore(context: string, { inner, outer, title, several, possessive }: Headings): string {
  const names = [...inner, ...outer].filter((name) => name !== "");
  if (!names.some((name) => context.includes(name))) return "";
  const bare = context.replaceAll(title, "").replace(several, "").replace(possessive, "$1");
  const found = names
    .map((name) => ({ name, at: bare.lastIndexOf(name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at);
  if (found.filter(({ name }) => inner.includes(name)).length > 1) return "";
  return found[0]?.name ?? "";
}

function oneOf(names: readonly string[]): string {
  const patterns = names.filter((name) => name !== "").map(literalPattern);
  return patterns.length === 0 ? "(?!)" : `(?:${patterns.join("|")})`;
}

/** Exchanges the pieces among their places so that they follow each other as in the form. */
function inFormOrder(rows: readonly FormRow[], inner: readonly string[]): readonly FormRow[] {
  const isPiece = ({ heading }: FormRow) => heading !== undefined && inner.includes(heading);
  const ordered = rows.filter(isPiece).sort((a, b) => inner.indexOf(a.heading!) - inner.indexOf(b.heading!));
  let next = 0;
  return rows.map((row) => (isPiece(row) ? ordered[next++]! : row));
}
