import mammoth from "mammoth";

/** What mammoth makes of a DOCX, pictures within; null where it gives up. Read by our own reader first, which bounds it. */
export async function wordHtml(bytes: Uint8Array): Promise<string | null> {
  // A browser's build takes `arrayBuffer`, Node's `buffer`.
  const input = { arrayBuffer: bytes.slice().buffer, buffer: bytes };
  try {
    return (await mammoth.convertToHtml(input as unknown as { arrayBuffer: ArrayBuffer })).value;
  } catch {
    return null;
  }
}
