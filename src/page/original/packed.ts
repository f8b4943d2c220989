/** Unpacks data that the page holds in an element, deflated and in base64; see `packed` of the command line. */
export async function unpackedElement(id: string): Promise<ArrayBuffer | null> {
  const text = document.getElementById(id)?.textContent ?? "";
  return text === "" ? null : unpacked(text);
}

export function unpacked(base64: string): Promise<ArrayBuffer> {
  const inflated = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(inflated).arrayBuffer();
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64.trim());
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < characters.length; index += 1) bytes[index] = characters.charCodeAt(index);
  return bytes;
}
