/** A picture as a PDF can hold it: its own bytes, or its samples packed as the PDF filter wants them. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Entries of the image dictionary besides its size (PDF 32000-1, 8.9.5). */
  readonly dictionary: string;
  readonly data: Uint8Array;
  /** Pixels an inch as the file says; null where it says nothing usable. */
  readonly dpi: number | null;
}

/** Why a picture cannot be handed on. */
export type PictureProblem = "interlaced" | "damaged" | "compression" | "several-strips";

const MOST_PIXELS = 120_000_000;

export function sizeIsSane(width: number, height: number): boolean {
  return width > 0 && height > 0 && width * height <= MOST_PIXELS;
}

export function big16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

export function big32(bytes: Uint8Array, at: number): number {
  return ((big16(bytes, at) << 16) | big16(bytes, at + 2)) >>> 0;
}
