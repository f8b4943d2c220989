import type { Bytes } from "./bytes.ts";

/** Properties of the text between two offsets of the WordDocument stream; `at` is where their group begins. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly style: number | null;
  readonly group: Bytes;
}

export interface Stretches {
  /** The stretch that holds a byte offset, or null. */
  readonly find: (offset: number) => Stretch | null;
  /** The end of the stretch that holds the offset; where none does, the beginning of the next. */
  readonly endAfter: (offset: number) => number;
}

const pageSize = 512;
const nothing = (group: Bytes): Bytes => group.slice(0, 0);

/** Reads the pages of formatting (MS-DOC 2.9.33, 2.9.175) that a bin table lists; each page is read once. */
export function readFormattedPages(stream: Bytes, bins: Bytes, kind: "character" | "paragraph"): Stretches {
  const stretches: Stretch[] = [];
  const seen = new Set<number>();
  const count = Math.floor((bins.length - 4) / 8);
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
      const read = kind === "character" ? characterGroup : paragraphGroup;
      const { style, group } = read(page, runs, run);
      stretches.push({ from, to, style, group });
    }
  }
  stretches.sort((one, other) => one.from - other.from);
  return finder(stretches);
}

type Group = Pick<Stretch, "style" | "group">;

function characterGroup(page: Bytes, runs: number, run: number): Group {
  const at = page.byte((runs + 1) * 4 + run) * 2;
  return { style: null, group: at === 0 ? nothing(page) : page.slice(at + 1, page.byte(at)) };
}

function paragraphGroup(page: Bytes, runs: number, run: number): Group {
  const at = page.byte((runs + 1) * 4 + run * 13) * 2;
  if (at === 0) return { style: 0, group: nothing(page) };
  // The length is twice the count, less one byte; where the count is 0, a second count follows it (MS-DOC 2.9.181).
  const words = page.byte(at);
  const start = words === 0 ? at + 2 : at + 1;
  const length = words === 0 ? page.byte(at + 1) * 2 : words * 2 - 1;
  return { style: page.word(start), group: page.slice(start + 2, length - 2) };
}

function finder(stretches: readonly Stretch[]): Stretches {
  /** Index of the last stretch that begins at or before the offset. */
  const before = (offset: number): number => {
    let low = -1;
    let high = stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (stretches[middle]!.from <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
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
