/** A picture in shades of grey, 0 is black; one byte a pixel, rows from the top. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A character as a recognizer read it; `at` is the middle of its place, from 0 to 1 of the line's width. */
export interface RecognizedCharacter {
  readonly text: string;
  readonly probability: number;
  readonly at: number;
}

/** Reads lines of print, dark on light: what `startRecognizer` of the package `gongkai-ocr` gives. */
export interface LineReader {
  readonly recognize: (lines: readonly GreyPicture[]) => Promise<readonly (readonly RecognizedCharacter[])[]>;
}
