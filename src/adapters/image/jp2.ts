import { big32, sizeIsSane, type Picture, type PictureProblem } from "./picture.ts";

const IHDR = 0x69686472;

/** A JPEG 2000 file goes into a PDF as it is (JPXDecode); its size stands in the image header box (ISO 15444-1, I.5.3.1). */
export function readJp2(bytes: Uint8Array): Picture | PictureProblem {
  const end = Math.min(bytes.length - 12, FURTHEST_HEADER);
  for (let at = 12; at < end; at++) {
    if (big32(bytes, at) !== IHDR) continue;
    const [height, width] = [big32(bytes, at + 4), big32(bytes, at + 8)];
    if (!sizeIsSane(width, height)) return "damaged";
    const strip = { height, dictionary: "/Filter /JPXDecode", data: bytes };
    return { width, height, strips: [strip], dpi: null };
  }
  return "damaged";
}

/** The header box follows the file type box, which lists some brands. */
const FURTHEST_HEADER = 4_096;
