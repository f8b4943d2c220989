import { big16, sizeIsSane, type Picture, type PictureProblem } from "./picture.ts";

const COLOURS: Readonly<Record<number, string>> = { 1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK" };

/** A JPEG goes into a PDF as it is (DCTDecode); only its size and number of components are read (ITU-T T.81, B.2.2). */
export function readJpeg(bytes: Uint8Array): Picture | PictureProblem {
  let dpi: number | null = null;
  let isAdobe = false;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return "damaged";
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (beginsFrame(marker)) return picture(bytes, at, dpi, isAdobe);
    if (marker === 0xe0) dpi = density(bytes, at) ?? dpi;
    if (marker === 0xee) isAdobe ||= text(bytes, at + 4, 5) === "Adobe";
    const length = big16(bytes, at + 2);
    if (marker === 0xda || length < 2) return "damaged";
    at += 2 + length;
  }
  return "damaged";
}

/** SOF0 to SOF15 (T.81, table B.1); three codes among theirs mean other things. */
function beginsFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Dots an inch, which a JFIF segment gives by the inch or the centimetre; null where it gives a mere ratio. */
function density(bytes: Uint8Array, at: number): number | null {
  if (text(bytes, at + 4, 4) !== "JFIF") return null;
  const unit = bytes[at + 11];
  const dots = big16(bytes, at + 12);
  if (dots <= 1) return null;
  if (unit === 1) return dots;
  return unit === 2 ? Math.round(dots * 2.54) : null;
}

function text(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/**
 * The picture whose frame header stands at `at`. Programs that write Adobe's segment store CMYK the other way round,
 * where 0 is full ink; a viewer of pictures knows, and a PDF has to say so.
 */
function picture(
  bytes: Uint8Array,
  at: number,
  dpi: number | null,
  isAdobe: boolean,
): Picture | PictureProblem {
  const [height, width] = [big16(bytes, at + 5), big16(bytes, at + 7)];
  const colour = COLOURS[bytes[at + 9] ?? 0];
  if (colour === undefined || !sizeIsSane(width, height)) return "damaged";
  const decode = isAdobe && colour === "DeviceCMYK" ? "/Decode [1 0 1 0 1 0 1 0]" : "";
  const dictionary = `/ColorSpace /${colour} /BitsPerComponent 8 ${decode} /Filter /DCTDecode`;
  return { width, height, strips: [{ height, dictionary, data: bytes }], dpi };
}
