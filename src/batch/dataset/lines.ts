import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { packedEndings } from "../outputs/packing.ts";

/** The text of a file, which may be packed with gzip or Zstandard. */
export function readText(path: string): AsyncIterable<string> {
  const bytes = createReadStream(path);
  if (path.endsWith(packedEndings.zstd)) return decoded(unpackedFrames(bytes));
  const plain = path.endsWith(packedEndings.gzip) ? bytes.pipe(createGunzip()) : bytes;
  return plain.setEncoding("utf8") as AsyncIterable<string>;
}

/** Unpacks frames of Zstandard, one after the other. Throws where they are damaged or cut short. */
async function* unpackedFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import("fzstd");
  let ready: Uint8Array[] = [];
  const unpacking = new Decompress((piece) => void ready.push(piece));
  for await (const chunk of chunks) {
    unpacking.push(chunk);
    yield* ready;
    ready = [];
  }
  unpacking.push(new Uint8Array(), true);
  yield* ready;
}

async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The lines that are not empty. `node:readline` would also split at U+2028, which JSON may contain. */
export async function* textLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const chunk of chunks) {
    const lines = (held + chunk).split("\n");
    held = lines.pop() ?? "";
    for (const line of lines) if (line !== "") yield line;
  }
  if (held !== "") yield held;
}
