import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { decode } from "../../adapters/decode.ts";

/** One row of a manifest: every column as text, `path` among them. */
export type ManifestRow = Readonly<Record<string, string>>;

export type ManifestFault = "no-path-column" | "not-json" | "no-path" | "open-quote";

/** An error that no retry can mend; the command line prints it as one line. */
export class ManifestError extends Error {
  readonly path: string;
  readonly reason: ManifestFault;
  readonly line: number;

  constructor(path: string, reason: ManifestFault, line: number) {
    super(`${path}:${line}: ${reason}`);
    this.path = path;
    this.reason = reason;
    this.line = line;
  }
}

export function isManifest(path: string): boolean {
  return /\.(?:csv|jsonl|ndjson)$/i.test(path);
}

/** The rows in order, read as a stream. Throws a ManifestError where a row does not name a document. */
export async function* readManifest(path: string): AsyncGenerator<ManifestRow> {
  let line = 0;
  for await (const row of /\.csv$/i.test(path) ? csvRows(path) : jsonRows(path)) {
    line += 1;
    if (!row["path"]) throw new ManifestError(path, "no-path", line);
    yield row;
  }
}

async function* jsonRows(path: string): AsyncGenerator<ManifestRow> {
  let number = 0;
  for await (const line of createInterface({ input: Readable.from(textOf(path)), crlfDelay: Infinity })) {
    number += 1;
    const text = number === 1 ? line.replace(/^\ufeff/, "") : line;
    if (text.trim() === "") continue;
    yield fields(parse(text, path, number));
  }
}

/** The text of a manifest piece by piece. Excel saves CSV as GBK on a Chinese Windows, and as UTF-16 where asked to. */
async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(path));
  for await (const piece of createReadStream(path))
    yield decoder.decode(piece as Uint8Array, { stream: true });
  yield decoder.decode();
}

/** Where the whole of a file is no UTF-8, its first bytes tell which of the other encodings it is in. */
function encodingOf(path: string): string {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(headSize);
    const head = new Uint8Array(buffer.subarray(0, readSync(file, buffer, 0, headSize, 0)));
    try {
      for (let [at, length] = [0, head.length]; length > 0;) {
        utf8.decode(buffer.subarray(0, length), { stream: true });
        at += length;
        length = readSync(file, buffer, 0, headSize, at);
      }
      utf8.decode();
      return "utf-8";
    } catch {
      return decode(head).encoding;
    }
  } finally {
    closeSync(file);
  }
}

const headSize = 1 << 18;

function parse(text: string, path: string, line: number): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Reported by the throw below.
  }
  throw new ManifestError(path, "not-json", line);
}

function fields(row: object): ManifestRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === "string" ? value : value === null ? "" : JSON.stringify(value),
    ]),
  );
}

async function* csvRows(path: string): AsyncGenerator<ManifestRow> {
  let header: readonly string[] | null = null;
  let rows = 0;
  // The rows that an open quotation mark swallows would be in no ledger.
  const openQuote = (): never => {
    throw new ManifestError(path, "open-quote", Math.max(1, rows));
  };
  for await (const record of csvRecords(textOf(path), openQuote)) {
    rows += 1;
    if (header === null) {
      header = apart(record.map((name) => name.replace(/^\ufeff/, "").trim()));
      if (!header.includes("path")) throw new ManifestError(path, "no-path-column", 1);
    } else if (record.some((value) => value.trim() !== "")) {
      yield Object.fromEntries(header.map((name, at) => [name, record[at] ?? ""]));
    }
  }
}

/** The names of columns, each once: a second 备注 becomes 备注 2. Columns without a name, as of stray commas, stay alike. */
function apart(names: readonly string[]): readonly string[] {
  const taken = new Set([""]);
  const times = new Map<string, number>();
  return names.map((name) => {
    let [free, nth] = [name, times.get(name) ?? 1];
    while (taken.has(free) && name !== "") free = `${name} ${(nth += 1)}`;
    times.set(name, nth);
    taken.add(free);
    return free;
  });
}

/**
 * The records of a CSV text (RFC 4180) with any line ends. `openQuote` is called where a quoted field does not end, or
 * text follows its end, as where a mark is missing.
 */
// eslint-disable-next-line sonarjs/cognitive-complexity -- one branch a state and character of the grammar, read in one piece
export async function* csvRecords(
  chunks: AsyncIterable<string>,
  openQuote: () => void = () => undefined,
): AsyncGenerator<readonly string[]> {
  let record: string[] = [];
  let field = "";
  let state: "start" | "plain" | "quoted" | "quote" = "start";
  let afterReturn = false;
  for await (const chunk of chunks)
    for (const character of chunk) {
      if (state === "quoted") {
        if (character === '"') state = "quote";
        else field += character;
      } else if (character === '"' && state !== "plain") {
        if (state === "quote") field += character;
        state = "quoted";
      } else if (character === ",") {
        record.push(field);
        [field, state] = ["", "start"];
      } else if (character === "\n" && afterReturn) {
        // The second half of CRLF.
      } else if (character === "\n" || character === "\r") {
        yield [...record, field];
        [record, field, state] = [[], "", "start"];
      } else {
        if (state === "quote" && character !== " ") openQuote();
        field += character;
        state = "plain";
      }
      afterReturn = character === "\r" && state !== "quoted";
    }
  if (state === "quoted") openQuote();
  if (record.length > 0 || field !== "") yield [...record, field];
}
