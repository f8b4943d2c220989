import { tableFrom } from "./aligned-cells.ts";
import type { Placed } from "./aligned-cells.ts";
import { bodyRows, inColumns } from "./aligned-rows.ts";
import { isFilled } from "../../../printed/numbers.ts";
import { isUnit } from "../../../printed/units.ts";
import { isRestOfEntry } from "./broken-entries.ts";
import { middle, splitAtColumns, splitAtLabels } from "./chunks.ts";
import { isWrapped, stackUp } from "./stacks.ts";
import type { Chunk } from "./chunks.ts";
import type { Stack } from "./stacks.ts";
import { findColumns } from "./columns.ts";
import { isArticle } from "../../../printed/vocabulary.ts";
import type { PageTable } from "../sheet/table.ts";
import { placeHeaders } from "./headers.ts";
import { looseRows } from "./loose-rows.ts";
import { findLabels } from "./row-labels.ts";
import { ANCHORED, INDENT } from "./tolerances.ts";

/**
 * A table without rules, found from what stands under what. Undefined when its pieces do not make at least two rows and
 * two columns.
 */
export function alignedTable(lines: readonly (readonly Chunk[])[]): PageTable | undefined {
  const rows = withoutRepeatedHeader(lines);
  const columns = findColumns(rows);
  if (columns === undefined) return undefined;
  const chunks = rows.flat().flatMap((chunk) => splitAtColumns(chunk, columns.left, columns.right));
  const edge = columns.left[columns.labels]! - 0.5;
  // A header wider than its numbers reaches left of them, while labels end before them.
  const isOverFirst = ({ left, right }: Chunk) => left > columns.left[0]! + INDENT && right > edge + INDENT;
  const isValue = (chunk: Chunk) =>
    chunk.left >= edge || (chunk.right > edge && (isFilled(chunk.text) || isOverFirst(chunk)));
  const numbers = chunks.filter((chunk) => isValue(chunk) && isFilled(chunk.text));
  const bodyTop = Math.min(...numbers.map(({ top }) => top));
  const firstBody = numbers.length > 0 ? bodyTop : Math.min(...chunks.map(({ bottom }) => bottom)) + 1;
  const isHeader = ({ bottom }: Chunk) => bottom < firstBody + 1;

  const headers = chunks.filter((chunk) => isValue(chunk) && isHeader(chunk));
  // Texts that each stand beside a number of their own are two rows, not one wrapped text.
  const isAnchored = ({ baseline, size }: Chunk) =>
    numbers.some((other) => Math.abs(other.baseline - baseline) < ANCHORED * size);
  const stacks = stackUp(
    chunks.filter((chunk) => isValue(chunk) && !isHeader(chunk)),
    (stack, chunk) =>
      isRestOfNumber(stack, chunk, numbers) ||
      isRestOfEntry(stack.chunks.map(({ text }) => text.trim()).join(""), chunk, numbers) ||
      (isWrappedText(stack, chunk) &&
        !isArticle(stack.chunks[0]!.text) &&
        !(isAnchored(chunk) && stack.chunks.some(isAnchored))),
  );
  const body = bodyRows(stacks, columns);
  const whole = chunks.filter((chunk) => !isValue(chunk));
  const starts = whole.map(({ left }) => left);
  const labelChunks = whole.flatMap((chunk) => (isHeader(chunk) ? [chunk] : splitAtLabels(chunk, starts)));
  const labels = findLabels(labelChunks, body, headers.map(middle), firstBody, columns);

  const headerStacks = [
    ...stackUp(headers, (stack, chunk) => isWrapped(stack, chunk, headers)),
    ...labels.corner,
  ];
  const headerEnd = (Math.max(...headerStacks.map(({ bottom }) => bottom)) + firstBody) / 2;
  const header = placeHeaders(
    headerStacks,
    labels.columns.left,
    labels.columns.right,
    headerEnd,
    labels.columns.labels,
  );
  const shift = labels.columns.left.length - columns.left.length;

  const placed: Placed[] = header.cells.map(({ stack, ...place }) => ({ ...place, chunks: stack.chunks }));
  for (const label of labels.cells)
    placed.push({ ...label, row: label.row + header.height, rowEnd: label.rowEnd + header.height });
  for (const [index, { values }] of labels.body.entries())
    for (const [column, members] of inColumns(values, columns)) {
      const caption = values.length === 1 && isArticle(members.map(({ text }) => text).join(""));
      placed.push({
        row: index + header.height,
        rowEnd: index + header.height + 1,
        column: caption ? 0 : column + shift,
        columnEnd: caption ? labels.columns.left.length : column + shift + 1,
        chunks: members,
      });
    }
  const found = tableFrom(placed, labels.columns, header.height + labels.body.length);
  const loose = looseRows({ rows: labels.body, labels: labels.cells, headers: header.cells, columns, shift });
  return found && { ...found, loose: loose.map((row) => row + header.height) };
}

/**
 * Whether a chunk continues a wrapped text: neither of the two is a number or a unit, or together they are a unit on
 * two lines, 万 over 元.
 */
function isWrappedText({ chunks }: Stack, { text }: Chunk): boolean {
  const before = chunks.map((chunk) => chunk.text.trim()).join("");
  const isEntry = (one: string) => isFilled(one) || isUnit(one);
  return isUnit(before + text.trim()) || !(isEntry(text.trim()) || isEntry(chunks.at(-1)!.text.trim()));
}

/**
 * Whether a chunk is the second line of a number that its narrow column broke: 918.2 over 5, or its unit, 万 over 元,
 * beside a number that is broken after its decimal point, with which no number ends.
 */
function isRestOfNumber({ chunks }: Stack, { text }: Chunk, numbers: readonly Chunk[]): boolean {
  const [first] = chunks;
  if (chunks.length > 1 || first === undefined) return false;
  const isBroken = numbers.some(
    (other) =>
      /[.．]$/.test(other.text.trim()) && Math.abs(other.baseline - first.baseline) < ANCHORED * first.size,
  );
  const whole = first.text.trim() + text.trim();
  return isBroken && (isUnit(whole) || (/^[\d０-９]+$/.test(text.trim()) && /[.．]/.test(first.text)));
}

/**
 * Removes the header that is printed again on each page: it stands in the middle of the rows once pages are put under
 * each other.
 */
function withoutRepeatedHeader(rows: readonly (readonly Chunk[])[]): readonly (readonly Chunk[])[] {
  const key = (row: readonly Chunk[]) => row.map(({ text }) => text).join("|");
  const head: string[] = [];
  for (const row of rows) {
    if (row.some(({ text }) => isFilled(text))) break;
    head.push(key(row));
  }
  const kept: (readonly Chunk[])[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const newPage = index > 0 && row[0] !== undefined && row[0].page !== rows[index - 1]![0]?.page;
    if (
      newPage &&
      head.length > 0 &&
      head.every((text, place) => rows[index + place] !== undefined && key(rows[index + place]!) === text)
    )
      index += head.length - 1;
    else kept.push(row);
  }
  return kept;
}
