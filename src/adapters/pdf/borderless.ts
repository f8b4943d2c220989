import type { Box } from "../../model/index.ts";
import { isNumeric, isWrapped, middle, splitAtColumns, splitAtLabels, stackUp } from "./chunks.ts";
import type { Chunk, Stack } from "./chunks.ts";
import { isArticle } from "./continue.ts";
import type { Table } from "./continue.ts";
import { contentOf } from "./fragments.ts";
import type { Cell, Fragment } from "./fragments.ts";
import { placeHeaders } from "./headers.ts";
import { findColumns } from "./columns.ts";
import type { Columns } from "./columns.ts";
import { findLabels } from "./row-labels.ts";
import { unionOf } from "./text.ts";

/** A row of the body: everything printed at one height, values on the middle line of a wrapped label included. */
export interface BodyRow {
  top: number;
  bottom: number;
  readonly baseline: number;
  readonly values: Stack[];
  /** Heights of values that stand off the row's own. */
  readonly strays: readonly number[];
}

interface Placed {
  readonly row: number;
  readonly rowEnd: number;
  readonly column: number;
  readonly columnEnd: number;
  readonly chunks: readonly Chunk[];
}

/** A table without rules, from what stands under what. Undefined when its pieces do not make at least two by two. */
export function alignedTable(lines: readonly (readonly Chunk[])[]): Table | undefined {
  const rows = withoutRepeatedHeader(lines);
  const columns = findColumns(rows);
  if (columns === undefined) return undefined;
  const chunks = rows.flat().flatMap((chunk) => splitAtColumns(chunk, columns.left, columns.right));
  const edge = columns.left[columns.labels]! - 0.5;
  // A header wider than its numbers reaches left of them; labels end before them.
  const isOverFirst = ({ left, right }: Chunk) => left > columns.left[0]! + 4 && right > edge + 4;
  const isValue = (chunk: Chunk) =>
    chunk.left >= edge || (chunk.right > edge && (isNumeric(chunk.text) || isOverFirst(chunk)));
  const numbers = chunks.filter((chunk) => isValue(chunk) && isNumeric(chunk.text));
  const bodyTop = Math.min(...numbers.map(({ top }) => top));
  const firstBody = numbers.length > 0 ? bodyTop : Math.min(...chunks.map(({ bottom }) => bottom)) + 1;
  const isHeader = ({ bottom }: Chunk) => bottom < firstBody + 1;

  const headers = chunks.filter((chunk) => isValue(chunk) && isHeader(chunk));
  // Beside a number of its own each: two rows, not one text wrapped.
  const isAnchored = ({ baseline, size }: Chunk) =>
    numbers.some((other) => Math.abs(other.baseline - baseline) < 0.2 * size);
  const stacks = stackUp(
    chunks.filter((chunk) => isValue(chunk) && !isHeader(chunk)),
    (stack, chunk) =>
      !isNumeric(chunk.text) &&
      !isNumeric(stack.chunks.at(-1)!.text) &&
      !isArticle(stack.chunks[0]!.text) &&
      !(isAnchored(chunk) && stack.chunks.some(isAnchored)),
  );
  const body = withStrays(bodyRows(stacks), columns);
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
  return tableFrom(placed, labels.columns, header.height + labels.body.length);
}

/** Rows from the heights of what stands in the value columns. */
function bodyRows(stacks: readonly Stack[]): BodyRow[] {
  const rows: BodyRow[] = [];
  for (const stack of [...stacks].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    const size = stack.chunks[0]!.size;
    if (row !== undefined && Math.abs(middle(stack) - middle(row)) < 0.6 * size) {
      row.values.push(stack);
      row.top = Math.min(row.top, stack.top);
      row.bottom = Math.max(row.bottom, stack.bottom);
    } else
      rows.push({
        top: stack.top,
        bottom: stack.bottom,
        baseline: middle(stack),
        values: [stack],
        strays: [],
      });
  }
  return rows;
}

/**
 * A number wrapped in its narrow column, １２ over ３, stands on half lines above and below its row's; one under an empty
 * line half a line below. Nearer than a line, and where the row has nothing: it is the row's.
 */
function withStrays(rows: readonly BodyRow[], columns: Columns): BodyRow[] {
  const taken = new Map(rows.map((row) => [row, new Set(inColumns(row.values, columns).keys())]));
  const owners = new Map<BodyRow, BodyRow>();
  for (const [index, row] of rows.entries()) {
    const own = taken.get(row)!;
    const near = [rows[index - 1], rows[index + 1]].filter(
      (other) =>
        other !== undefined &&
        Math.abs(other.baseline - row.baseline) < 1.1 * row.values[0]!.chunks[0]!.size &&
        taken.get(other)!.size > own.size &&
        [...own].every((column) => !taken.get(other)!.has(column)),
    );
    if (near.length === 1) owners.set(row, near[0]!);
  }
  const strays = new Map<BodyRow, number[]>();
  for (const [row, owner] of owners) {
    owner.values.push(...row.values);
    strays.set(owner, [...(strays.get(owner) ?? []), row.baseline]);
  }
  return rows.filter((row) => !owners.has(row)).map((row) => ({ ...row, strays: strays.get(row) ?? [] }));
}

function inColumns(stacks: readonly Stack[], { left, right, labels }: Columns): Map<number, Chunk[]> {
  const found = new Map<number, Chunk[]>();
  for (const stack of stacks) {
    const centre = (stack.left + stack.right) / 2;
    let best = labels;
    let distance = Infinity;
    for (let column = labels; column < left.length; column++) {
      const off =
        stack.left < right[column]! && stack.right > left[column]!
          ? 0
          : Math.min(Math.abs(centre - left[column]!), Math.abs(centre - right[column]!));
      if (off < distance) [best, distance] = [column, off];
    }
    found.set(best, [...(found.get(best) ?? []), ...stack.chunks]);
  }
  return found;
}

/** A header printed again on each page stands in the middle of the rows once pages are put under each other. */
function withoutRepeatedHeader(rows: readonly (readonly Chunk[])[]): readonly (readonly Chunk[])[] {
  const key = (row: readonly Chunk[]) => row.map(({ text }) => text).join("|");
  const head: string[] = [];
  for (const row of rows) {
    if (row.some(({ text }) => isNumeric(text))) break;
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

/** Two texts that claim one place share the first one's cell: nothing is lost, and no two cells lie on each other. */
function withoutOverlap(placed: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  for (const one of placed) {
    const index = kept.findIndex(
      (other) =>
        other.row < one.rowEnd &&
        other.rowEnd > one.row &&
        other.column < one.columnEnd &&
        other.columnEnd > one.column,
    );
    if (index < 0) kept.push(one);
    else kept[index] = { ...kept[index]!, chunks: [...kept[index]!.chunks, ...one.chunks] };
  }
  return kept;
}

function tableFrom(placed: readonly Placed[], { left, right }: Columns, height: number): Table | undefined {
  if (height < 2 || left.length < 2) return undefined;
  const edges = [left[0]!, ...left.slice(1).map((x, index) => (x + right[index]!) / 2), right.at(-1)!];
  const taken = new Set<string>();
  const cells: Cell[] = [];
  for (const { row, rowEnd, column, columnEnd, chunks } of withoutOverlap(placed)) {
    for (let y = row; y < rowEnd; y++) for (let x = column; x < columnEnd; x++) taken.add(`${y},${x}`);
    const pages = [...new Set(chunks.map(({ page }) => page))];
    const parts = pages.map((page) => {
      const own = chunks.filter((chunk) => chunk.page === page);
      const ink = unionOf(own.map(({ box }) => box));
      // As wide as its columns, as high as its text: there is no line to say more.
      const box: Box = [
        Math.min(edges[column]!, ink[0]),
        ink[1],
        Math.max(edges[columnEnd]!, ink[2]),
        ink[3],
      ];
      return contentOf(
        own.flatMap(({ glyphs }) => glyphs),
        box,
        page,
      );
    });
    const doubt = parts.find((part) => part.doubt !== undefined)?.doubt;
    cells.push({
      row,
      rowEnd,
      column,
      columnEnd,
      text: parts.map(({ text }) => text).join("\n"),
      parts: parts.flatMap((part) => part.parts),
      ...(doubt !== undefined && { doubt }),
    });
  }
  for (let row = 0; row < height; row++) {
    const beside = placed.find((one) => one.row <= row && one.rowEnd > row);
    const chunk = beside?.chunks[0];
    for (let column = 0; column < left.length; column++) {
      if (taken.has(`${row},${column}`) || chunk === undefined) continue;
      const box: Box = [edges[column]!, chunk.box[1], edges[column + 1]!, chunk.box[3]];
      cells.push({ row, rowEnd: row + 1, column, columnEnd: column + 1, ...contentOf([], box, chunk.page) });
    }
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const pages = [...new Set(cells.flatMap(({ parts }) => parts.map(({ page }) => page)))].sort(
    (a, b) => a - b,
  );
  const fragments = pages.map((page): Fragment => {
    const box = unionOf(
      cells.flatMap(({ parts }) => parts.filter((part) => part.page === page).map((part) => part.box)),
    );
    return { page, columns: edges, rows: [box[1], box[3]], cells: [], openTop: false, openBottom: false };
  });
  return { ruled: false, fragments, columns: edges, height, cells };
}
