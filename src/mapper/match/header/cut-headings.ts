import { prepared } from "../../../arithmetic/prepared.ts";
import { withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import type { KnownBlock, KnownColumn } from "../../form/known.ts";
import { numbersRows } from "../../rows/column-numbers.ts";
import type { FormHeader, HeaderColumn } from "../../rows/form-row.ts";

/** A heading with fewer characters may be the beginning of any. */
const LONG_ENOUGH = 3;

/**
 * The header with the form's whole headings where a page keeps only their first line: 本年新 | 本年新 | 对外公开总数量.
 * All of the form's headings must be there in its order, at least one of them whole, and no other; null otherwise. Two
 * equal beginnings side by side may have been taken for one merged cell. `labels` are the headings of all forms.
 */
export function withWholeHeadings(
  header: FormHeader,
  { columns, corner }: KnownBlock,
  labels: ReadonlySet<string>,
): FormHeader | null {
  const whole: HeaderColumn[] = [];
  let [next, exact] = [0, 0];
  for (const printed of header.columns) {
    if (printed.leaf === "" || corner.has(printed.leaf) || numbersRows(printed.leaf)) {
      whole.push(printed);
      continue;
    }
    const known = columns[next];
    if (known && isWhole(known, printed.leaf)) {
      whole.push(printed);
      [next, exact] = [next + 1, exact + 1];
      continue;
    }
    if (labels.has(printed.leaf)) return null;
    const from = next;
    while (next - from < printed.columnSpan && columns[next] && begins(columns[next]!, printed.leaf))
      next += 1;
    if (next === from || (next - from > 1 && next - from !== printed.columnSpan)) return null;
    for (let at = from; at < next; at++)
      whole.push(wholeColumn(printed, columns[at]!, next - from, at - from));
  }
  return next === columns.length && exact > 0 && exact < next ? { ...header, columns: whole } : null;
}

function isWhole({ label }: KnownColumn, text: string): boolean {
  return label.some((known) => known.text === text);
}

function begins({ label }: KnownColumn, text: string): boolean {
  return text.length >= LONG_ENOUGH && label.some((known) => known.text.startsWith(text));
}

/** The column of one heading among `count` that share a printed cell. */
function wholeColumn(printed: HeaderColumn, { label }: KnownColumn, count: number, at: number): HeaderColumn {
  const text = label[0]!.text;
  return {
    column: printed.column + at,
    columnSpan: count === 1 ? printed.columnSpan : 1,
    text: printed.texts.slice(0, -1).join("") + text,
    texts: [...printed.texts.slice(0, -1), text],
    leaf: text,
  };
}

/**
 * Whether lines without cells print the form's headings behind the word of their corner, some of them cut off so, and
 * no other heading behind them.
 */
export function holdsCutHeadings(text: string, known: KnownBlock): boolean {
  const { columns, corner } = known;
  const word = [...corner].find((one) => text.includes(one));
  if (word === undefined) return false;
  let at = text.lastIndexOf(word) + word.length;
  let exact = 0;
  for (const { label } of columns) {
    const lengths = label.map(({ text: known }) => commonLength(known, text, at));
    const longest = Math.max(...lengths);
    if (longest < LONG_ENOUGH) return false;
    if (label[lengths.indexOf(longest)]!.text.length === longest) exact += 1;
    at += longest;
  }
  const below = withoutEnumerator(text.slice(at).trim());
  return exact > 0 && (below === "" || labelsOf(known).some((label) => below.startsWith(label)));
}

/** The labels of a block's rows without their enumerators. */
const labelsOf = prepared(({ block }: KnownBlock): readonly string[] =>
  block.rows.flatMap(({ label, aliases }) =>
    [label, ...aliases].map((text) => withoutEnumerator(normalizeLabel(text))),
  ),
);

/** How many characters of a label stand in a text from a position on. */
function commonLength(label: string, text: string, from: number): number {
  let length = 0;
  while (length < label.length && text.charCodeAt(from + length) === label.charCodeAt(length)) length += 1;
  return length;
}
