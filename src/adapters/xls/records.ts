/** One record of a workbook stream (MS-XLS 2.1.4), with the records that continue it. */
export interface BiffRecord {
  readonly kind: number;
  /** Its offset in the stream. */
  readonly at: number;
  readonly body: Uint8Array;
  /** Bodies of the CONTINUE records that directly follow it (2.4.58). */
  readonly continued: readonly Uint8Array[];
}

const continuation = 0x3c;

/** The records of a stream in order; the first one that is cut off ends them. */
export function* recordsOf(stream: Uint8Array): Generator<BiffRecord> {
  for (let at = 0; ;) {
    const body = bodyAt(stream, at);
    if (body === null) return;
    const continued: Uint8Array[] = [];
    let next = at + 4 + body.length;
    for (;;) {
      const more = shortAt(stream, next) === continuation ? bodyAt(stream, next) : null;
      if (more === null) break;
      continued.push(more);
      next += 4 + more.length;
    }
    yield { kind: shortAt(stream, at), at, body, continued };
    at = next;
  }
}

function bodyAt(stream: Uint8Array, at: number): Uint8Array | null {
  const end = at + 4 + shortAt(stream, at + 2);
  return at + 4 > stream.length || end > stream.length ? null : stream.subarray(at + 4, end);
}

/** Little-endian numbers; bytes beyond the end read as 0. */
export function shortAt(bytes: Uint8Array, at: number): number {
  return at + 2 <= bytes.length ? bytes[at]! | (bytes[at + 1]! << 8) : 0;
}

export function longAt(bytes: Uint8Array, at: number): number {
  return shortAt(bytes, at) + shortAt(bytes, at + 2) * 0x10000;
}
