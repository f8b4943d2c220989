import mammoth from "mammoth";

/**
 * The HTML that mammoth makes of a DOCX, with its pictures embedded; null where mammoth gives up. Our own reader has
 * read the file before, which bounds it.
 */
export async function wordHtml(bytes: Uint8Array): Promise<string | null> {
  // The build for browsers takes `arrayBuffer`, the one for Node takes `buffer`.
  const input = { arrayBuffer: bytes.slice().buffer, buffer: bytes };
  try {
    return (await mammoth.convertToHtml(input as unknown as { arrayBuffer: ArrayBuffer })).value;
  } catch {
    return null;
  }
}
