import { closeSync, openSync, readSync } from "node:fs";

/**
 * Merges the lines of many sorted files into one sorted sequence, holding a piece of each file. A file that does not
 * exist counts as empty.
 */
export function* sortedLines<Value>(
  paths: readonly string[],
  parse: (line: string) => Value,
  order: (a: Value, b: Value) => number,
): Generator<Value> {
  const heads: { readonly value: Value; readonly rest: Iterator<string> }[] = [];
  const insert = (rest: Iterator<string>): void => {
    const next = rest.next();
    if (next.done === true) return;
    const value = parse(next.value);
    let [low, high] = [0, heads.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order(heads[middle]!.value, value) <= 0) low = middle + 1;
      else high = middle;
    }
    heads.splice(low, 0, { value, rest });
  };
  for (const path of paths) insert(linesIn(path));
  for (let head = heads.shift(); head !== undefined; head = heads.shift()) {
    yield head.value;
    insert(head.rest);
  }
}

const pieceSize = 1 << 15;
const lineFeed = 0x0a;

/** The lines of a file, which is opened again for each piece, because a process may not hold hundreds of files open. */
function* linesIn(path: string): Generator<string> {
  let held = Buffer.alloc(0);
  for (let position = 0; ;) {
    const piece = pieceOf(path, position);
    if (piece.length === 0) return;
    position += piece.length;
    held = Buffer.concat([held, piece]);
    let start = 0;
    for (let end = held.indexOf(lineFeed); end >= 0; end = held.indexOf(lineFeed, start)) {
      yield held.toString("utf8", start, end);
      start = end + 1;
    }
    held = held.subarray(start);
  }
}

function pieceOf(path: string, position: number): Buffer {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
  try {
    const piece = Buffer.alloc(pieceSize);
    return piece.subarray(0, readSync(file, piece, 0, piece.length, position));
  } finally {
    closeSync(file);
  }
}
