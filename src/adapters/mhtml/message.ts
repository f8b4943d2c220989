import { Refusal, tooLarge } from "../refusal.ts";
import { decodeTransfer } from "./transfer.ts";

/** One part of a message (RFC 2045), or the whole message if it has no parts. */
export interface MessagePart {
  /** `text/html`, in lower case. */
  readonly type: string;
  readonly charset: string | undefined;
  /** Content-Location as stated; `id` is the Content-ID without its brackets. */
  readonly location: string | undefined;
  readonly id: string | undefined;
  /** It lies beside the message, as a file that a reader may save. */
  readonly isAttached: boolean;
  /** The part's bytes, its transfer encoding undone. */
  readonly content: () => Uint8Array;
  /** True where no boundary follows: the file may have been cut short. */
  readonly unended: boolean;
}

export interface Message {
  readonly parts: readonly MessagePart[];
  /** The Content-ID of the part to begin with (RFC 2387 3.2). */
  readonly start: string | undefined;
}

const maximumParts = 10_000;
const maximumNesting = 5;

/**
 * A message with its parts in order; nested parts stand in the place of the part that holds them. Throws a Refusal:
 * `too-large`.
 */
export function readMessage(bytes: Uint8Array): Message {
  const parts: MessagePart[] = [];
  let start: string | undefined;
  const read = (entity: Uint8Array, unended: boolean, depth: number): void => {
    const { headers, body } = splitHeaders(entity);
    const type = parameters(headers.get("content-type") ?? "text/plain");
    const boundary = type.get("boundary");
    if (depth === 0) start = unbracketed(type.get("start"));
    if (type.get("")!.startsWith("multipart/") && boundary !== undefined && boundary !== "") {
      if (depth >= maximumNesting) throw tooLarge("depth", depth + 1, maximumNesting);
      for (const piece of split(body, boundary)) read(piece.bytes, piece.unended || unended, depth + 1);
      return;
    }
    if (parts.length >= maximumParts) throw tooLarge("parts", parts.length + 1, maximumParts);
    parts.push({
      type: type.get("")!,
      charset: type.get("charset"),
      location: headers.get("content-location"),
      id: unbracketed(headers.get("content-id")),
      isAttached: /^\s?attachment/i.test(headers.get("content-disposition") ?? ""),
      content: () => decodeTransfer(body, (headers.get("content-transfer-encoding") ?? "").toLowerCase()),
      unended,
    });
  };
  read(bytes, false, 0);
  if (parts.length === 0) throw new Refusal("truncated", { format: "mhtml" });
  return { parts, start };
}

function unbracketed(value: string | undefined): string | undefined {
  return value?.replace(/^<|>$/g, "");
}

/** Length of the longest block of headers that is read. */
const longestHead = 1 << 16;

/** Header fields by lower-case name, with continued lines joined (RFC 5322 2.2.3), and what follows the empty line. */
function splitHeaders(entity: Uint8Array): { headers: ReadonlyMap<string, string>; body: Uint8Array } {
  const head = new TextDecoder("latin1").decode(entity.subarray(0, longestHead));
  const headers = new Map<string, string>();
  let name = "";
  let at = 0;
  // Some savers write blank lines before the first header; these do not end the headers.
  while (head[at] === "\r" || head[at] === "\n") at++;
  while (at < head.length) {
    const end = head.indexOf("\n", at);
    const next = end < 0 ? head.length : end + 1;
    const line = head.slice(at, end < 0 ? head.length : end).replace(/\r$/, "");
    at = next;
    if (line === "") break;
    const colon = line.indexOf(":");
    if (/^[ \t]/.test(line) && name !== "") headers.set(name, `${headers.get(name)} ${line.trim()}`);
    else if (colon > 0) {
      name = line.slice(0, colon).trim().toLowerCase();
      if (headers.has(name)) name = "";
      else headers.set(name, line.slice(colon + 1).trim());
    }
  }
  return { headers, body: entity.subarray(at) };
}

/** `text/html; charset="gb2312"` as a map; the type itself, in lower case, stands under "". */
function parameters(value: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>([["", value.split(";", 1)[0]!.trim().toLowerCase()]]);
  for (const match of value.matchAll(/;[ \t]*([\w-]+)\*?[ \t]*=[ \t]*(?:"([^"]*)"|([^\s;"]*))/g))
    if (!found.has(match[1]!.toLowerCase())) found.set(match[1]!.toLowerCase(), match[2] ?? match[3] ?? "");
  return found;
}

/** The parts between boundary lines (RFC 2046 5.1.1); the line end before a boundary belongs to the boundary. */
function* split(body: Uint8Array, boundary: string): Generator<{ bytes: Uint8Array; unended: boolean }> {
  const mark = new TextEncoder().encode(`--${boundary}`);
  let start = -1;
  for (let line = 0; line < body.length;) {
    const feed = body.indexOf(0x0a, line);
    const next = feed < 0 ? body.length : feed + 1;
    // The boundary of an inner message often begins as that of the outer one.
    const isWhole =
      mark.every((byte, index) => body[line + index] === byte) && endsBoundary(body, line + mark.length);
    if (isWhole) {
      if (start >= 0)
        yield { bytes: body.subarray(start, Math.max(start, endBefore(body, line))), unended: false };
      const last = body[line + mark.length] === 0x2d && body[line + mark.length + 1] === 0x2d;
      if (last) return;
      start = next;
    }
    line = next;
  }
  if (start >= 0) yield { bytes: body.subarray(start), unended: true };
}

/** Whether a boundary line ends here: with two hyphens after the last part, with white space, or with the line. */
function endsBoundary(body: Uint8Array, at: number): boolean {
  const next = body[at] === 0x2d && body[at + 1] === 0x2d ? at + 2 : at;
  const byte = body[next];
  return byte === undefined || byte === 0x0a || byte === 0x0d || byte === 0x20 || byte === 0x09;
}

function endBefore(body: Uint8Array, line: number): number {
  if (body[line - 1] !== 0x0a) return line;
  return body[line - 2] === 0x0d ? line - 2 : line - 1;
}
