import type { Bytes } from "./bytes.ts";

/**
 * The properties that a stretch of text states. Stretches that state the same share one object, because the cells of a
 * form repeat a few dozen formattings hundreds of times.
 */
export interface Formatting {
  readonly style: number | null;
  readonly group: Bytes;
}

/** The text between two offsets of the WordDocument stream. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly formatting: Formatting;
}

export interface Stretches {
  /** The stretch that holds a byte offset, or null. */
  readonly find: (offset: number) => Stretch | null;
  /** The end of the stretch that holds the offset; where none does, the beginning of the next. */
  readonly endAfter: (offset: number) => number;
}

const pageSize = 512;

/** Reads the pages of formatting (MS-DOC 2.9.33, 2.9.175) that a bin table lists; each page is read once. */
export function readFormattedPages(stream: Bytes, bins: Bytes, kind: "character" | "paragraph"): Stretches {
  const stretches: Stretch[] = [];
  const seen = new Set<number>();
  const formattingOf = formattings();
  const count = Math.floor((bins.length - 4) / 8);
  const isParagraph = kind === "paragraph";
  for (let index = 0; index < count; index++) {
    const number = bins.long((count + 1) * 4 + index * 4) & 0x3fffff;
    const at = number * pageSize;
    if (seen.has(number) || at + pageSize > stream.length) continue;
    seen.add(number);
    const page = stream.slice(at, pageSize);
    const runs = page.byte(pageSize - 1);
    for (let run = 0; run < runs; run++) {
      const [from, to] = [page.long(run * 4), page.long(run * 4 + 4)];
      if (to <= from) continue;
      const stated = page.byte((runs + 1) * 4 + run * (isParagraph ? 13 : 1)) * 2;
      const place = isParagraph ? paragraphPlace(page, stated) : characterPlace(page, stated);
      stretches.push({ from, to, formatting: formattingOf(page, place) });
    }
  }
  stretches.sort((one, other) => one.from - other.from);
  return finder(stretches);
}

/** Where a page states properties: a style, and the modifiers that begin at `start`. */
interface StatedAt {
  readonly style: number | null;
  readonly start: number;
  readonly length: number;
}

function characterPlace(page: Bytes, at: number): StatedAt {
  return { style: null, start: at + 1, length: at === 0 ? 0 : page.byte(at) };
}

function paragraphPlace(page: Bytes, at: number): StatedAt {
  if (at === 0) return { style: 0, start: 0, length: 0 };
  // The length is twice the count, less one byte; where the count is 0, a second count follows it (MS-DOC 2.9.181).
  const words = page.byte(at);
  const start = words === 0 ? at + 2 : at + 1;
  const length = words === 0 ? page.byte(at + 1) * 2 : words * 2 - 1;
  return { style: page.word(start), start: start + 2, length: length - 2 };
}

/** At most so many formattings whose bytes have the same sum are compared; a file with more repeats what it states. */
const mostCompared = 8;

/** Gives the same object for places that state the same. */
function formattings(): (page: Bytes, at: StatedAt) => Formatting {
  const bySum = new Map<number, Formatting[]>();
  return (page, { style, start, length }) => {
    let sum = (style ?? -1) + length;
    for (let at = 0; at < length; at++) sum = (Math.imul(sum, 31) + page.byte(start + at)) | 0;
    let alike = bySum.get(sum);
    if (alike === undefined) bySum.set(sum, (alike = []));
    for (const known of alike) if (states(known, page, { style, start, length })) return known;
    const formatting = { style, group: page.slice(start, length) };
    if (alike.length < mostCompared) alike.push(formatting);
    return formatting;
  };
}

/** Whether a formatting is what a page states there; a group that reaches past its page is shorter than it says. */
function states({ style, group }: Formatting, page: Bytes, place: StatedAt): boolean {
  if (style !== place.style || group.length !== Math.max(0, place.length)) return false;
  for (let at = 0; at < group.length; at++) if (group.byte(at) !== page.byte(place.start + at)) return false;
  return true;
}

function finder(stretches: readonly Stretch[]): Stretches {
  const begins = (index: number): number => stretches[index]?.from ?? Number.POSITIVE_INFINITY;
  /** What was found last; text is mostly read in order. */
  let last = -1;
  const isLast = (index: number, offset: number): boolean =>
    index >= 0 && begins(index) <= offset && begins(index + 1) > offset;
  /** Index of the last stretch that begins at or before the offset. */
  const before = (offset: number): number => {
    if (isLast(last, offset)) return last;
    if (isLast(last + 1, offset)) return ++last;
    let low = -1;
    let high = stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (stretches[middle]!.from <= offset) low = middle;
      else high = middle - 1;
    }
    return (last = low);
  };
  const find = (offset: number): Stretch | null => {
    const stretch = stretches[before(offset)];
    return stretch !== undefined && offset < stretch.to ? stretch : null;
  };
  return {
    find,
    endAfter: (offset) => {
      const index = before(offset);
      const stretch = stretches[index];
      const next = stretches[index + 1]?.from ?? Number.MAX_SAFE_INTEGER;
      return stretch !== undefined && offset < stretch.to ? Math.min(stretch.to, next) : next;
    },
  };
}
