/** A picture as a PDF can hold it: its own bytes, or its samples packed as the PDF filter wants them. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** From the top, each as wide as the picture; all but some TIFFs are one strip. */
  readonly strips: readonly Strip[];
  /** Pixels an inch as the file says; null where it says nothing usable. */
  readonly dpi: number | null;
}

export interface Strip {
  readonly height: number;
  /** Entries of the image dictionary besides its size (PDF 32000-1, 8.9.5). */
  readonly dictionary: string;
  readonly data: Uint8Array;
}

/** Why a picture cannot be handed on. */
export type PictureProblem = "interlaced" | "damaged" | "compression" | "several-pages";

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

/** A colour space of three bytes a colour. */
export function indexedColours(palette: Uint8Array): string {
  const hex = [...palette].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${hex}>]`;
}
