import type { PagePicture } from "../../model/index.ts";

/**
 * A picture, collected by the tokenizer: what its control words state, and its stretches of hexadecimal digits (RTF
 * 1.9.1, pictures).
 */
export interface RtfPicture {
  readonly stretches: (readonly [from: number, to: number])[];
  /** PNG or JPEG; other formats are not read. */
  isKnown: boolean;
  isCropped: boolean;
  /** Width in twips (\picwgoal). */
  width: number;
  /** Horizontal scale in per cent (\picscalex). */
  scale: number;
}

export function newPicture(): RtfPicture {
  return { stretches: [], isKnown: false, isCropped: false, width: 0, scale: 100 };
}

/** Takes a control word inside a picture. */
export function pictureWord(picture: RtfPicture, name: string, value: number): void {
  if (name === "pngblip" || name === "jpegblip") picture.isKnown = true;
  else if (name === "picwgoal") picture.width = value;
  else if (name === "picscalex") picture.scale = value;
  else if (name.startsWith("piccrop") && value !== 0) picture.isCropped = true;
}

const TWIPS_A_POINT = 20;

/** The pictures in order; those that cannot be read have no bytes. */
export function rtfPictures(content: Uint8Array, pictures: readonly RtfPicture[]): readonly PagePicture[] {
  return pictures.map(({ stretches, isKnown, isCropped, width, scale }) => ({
    bytes: isKnown && !isCropped ? fromHex(content, stretches) : new Uint8Array(),
    width: width > 0 && scale > 0 ? (width * scale) / 100 / TWIPS_A_POINT : null,
  }));
}

function fromHex(content: Uint8Array, stretches: RtfPicture["stretches"]): Uint8Array {
  const bytes = new Uint8Array(stretches.reduce((sum, [from, to]) => sum + to - from, 0) >> 1);
  let [at, high] = [0, -1];
  for (const [from, to] of stretches)
    for (let index = from; index < to; index++) {
      const digit = digitOf(content[index]!);
      if (digit < 0) continue;
      if (high < 0) high = digit;
      else {
        bytes[at++] = 16 * high + digit;
        high = -1;
      }
    }
  return bytes.subarray(0, at);
}

/** The value of a hexadecimal digit in ASCII (0-9, A-F, a-f); −1 for other characters, such as line ends. */
function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = (code | 0x20) - 0x61;
  return letter >= 0 && letter < 6 ? letter + 10 : -1;
}
