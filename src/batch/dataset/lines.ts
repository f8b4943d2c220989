import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/** The text of a file, which may be packed with gzip. */
export function readText(path: string): AsyncIterable<string> {
  const bytes = createReadStream(path);
  const plain = path.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  return plain.setEncoding("utf8") as AsyncIterable<string>;
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
