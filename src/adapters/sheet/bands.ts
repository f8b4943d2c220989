import { endsLikeChapter, isArticle } from "../../printed/vocabulary.ts";
import { outlineLevel } from "../../printed/enumerators.ts";
import type { Region, VisibleRow } from "./visible.ts";

/** A part of a sheet that belongs together: a line of text, or the rows of one table. */
export type BandPiece =
  | { readonly kind: "line"; readonly region: Region }
  | { readonly kind: "table"; readonly rows: readonly VisibleRow[] };

/** Labels are no longer than this; longer text is prose. */
const longestLabel = 60;

/**
 * Divides the rows of a sheet into lines and tables. A blank row separates two tables; so does a chapter's title. Text
 * that stands alone above or below a table is a line; inside one, it is a row, as a label with blank values is.
 */
export function partRows(rows: readonly VisibleRow[]): BandPiece[] {
  const pieces: BandPiece[] = [];
  for (let at = 0; at < rows.length;) {
    const start = at++;
    while (at < rows.length && !rows[at]!.isParted) at++;
    pieces.push(...partBand(rows.slice(start, at)));
  }
  return pieces;
}

/** Divides one band: rows without a blank row between them. */
function partBand(band: readonly VisibleRow[]): BandPiece[] {
  const wide = band.map((row) => !isLone(row));
  const pieces: BandPiece[] = [];
  let open: VisibleRow[] = [];
  const close = (): void => {
    if (open.length > 0) pieces.push({ kind: "table", rows: open });
    open = [];
  };
  const next = nextTrue(wide);
  let lastWide = -1;
  band.forEach((row, at) => {
    const lone = said(row)[0];
    const isRow =
      wide[at]! ||
      (lone === undefined
        ? open.length > 0 && next[at]! < band.length
        : isTableRow(lone, { row, above: band[lastWide], below: band[next[at]!], open }));
    if (wide[at]) lastWide = at;
    if (isRow) return void open.push(row);
    close();
    if (lone !== undefined) pieces.push({ kind: "line", region: lone });
  });
  close();
  return pieces;
}

const said = ({ regions }: VisibleRow): readonly Region[] =>
  regions.filter(({ text, doubt }) => text.trim() !== "" || doubt !== undefined);

/** At most one region of the row says something, and none reaches into the row from above. */
function isLone(row: VisibleRow): boolean {
  return said(row).length <= 1 && !row.isJoined;
}

/** For each place, the place of the first true flag at or after it. */
function nextTrue(flags: readonly boolean[]): number[] {
  const next = new Array<number>(flags.length);
  for (let at = flags.length - 1, found = flags.length; at >= 0; at--)
    next[at] = found = flags[at] ? at : found;
  return next;
}

interface Around {
  readonly row: VisibleRow;
  readonly above: VisibleRow | undefined;
  readonly below: VisibleRow | undefined;
  /** Rows that the table above has so far. */
  readonly open: readonly VisibleRow[];
}

function isTableRow(lone: Region, { row, above, below, open }: Around): boolean {
  const text = lone.text.trim();
  // Digits beside a label that nobody sees belong to a row of the table, which keeps the doubt about them.
  if (lone.doubt !== undefined && !/\p{L}/u.test(text)) return open.length > 0;
  if (isArticle(text)) return above !== undefined || below !== undefined;
  if (/。/.test(text) || text.length > longestLabel || text.includes("\n\n")) return false;
  if (outlineLevel(text) === 1 && endsLikeChapter(text)) return false;
  if (open.length === 0) return false;
  // A row with further, blank regions belongs to the table: blank values beside a label are framed where the table is.
  if (row.regions.length > 1) return true;
  if (above?.regions.some(({ framed }) => framed)) return lone.framed;
  // The row above may begin further right, beside a first cell that reaches down from above it; the table begins where
  // its leftmost column does.
  if (lone.left !== Math.min(...open.flatMap(({ regions }) => regions[0]?.left ?? []))) return false;
  const width = Math.max(...[above, below].map((one) => one?.regions.at(-1)?.right ?? 0));
  return (
    lone.right <= width && (below !== undefined || !/^(?:注|备注|说明|填表|填报|联系|审核|单位)/.test(text))
  );
}
