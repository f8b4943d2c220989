import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/** Text of a file, packed or not. */
export function readText(path: string): AsyncIterable<string> {
  const bytes = createReadStream(path);
  const plain = path.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  return plain.setEncoding("utf8") as AsyncIterable<string>;
}

/** Lines that hold something. `node:readline` would part them at U+2028, too, which JSON may hold. */
export async function* textLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const chunk of chunks) {
    const lines = (held + chunk).split("\n");
    held = lines.pop() ?? "";
    for (const line of lines) if (line !== "") yield line;
  }
  if (held !== "") yield held;
}
