import { joinedBytes } from "../joined-bytes.ts";
import { gifColours } from "./gif-colours.ts";
import { chunksOfPng, inflated, SAMPLES, unfiltered } from "./png.ts";
import type { Chunks } from "./png.ts";

/** The darkest and the lightest grey of a picture on white paper, from 0 (black) to 255. */
export interface Tones {
  readonly darkest: number;
  readonly lightest: number;
  readonly pixels: number;
}

/** The tones of a PNG or a GIF; undefined for other formats and for what is damaged or larger than so many pixels. */
export function tonesOf(bytes: Uint8Array, mostPixels: number): Tones | undefined {
  const colours =
    bytes[0] === 0x89 ? pngColours(chunksOfPng(bytes), mostPixels) : gifColours(bytes, mostPixels);
  if (colours === undefined || colours.length === 0) return undefined;
  let [darkest, lightest] = [255, 0];
  for (let at = 0; at + 3 < colours.length; at += 4) {
    const ink = 0.3 * colours[at]! + 0.59 * colours[at + 1]! + 0.11 * colours[at + 2]!;
    const tone = 255 + ((ink - 255) * colours[at + 3]!) / 255;
    darkest = Math.min(darkest, tone);
    lightest = Math.max(lightest, tone);
  }
  return { darkest, lightest, pixels: colours.length / 4 };
}

/** The pixels of a PNG as red, green, blue and alpha. */
function pngColours(chunks: Chunks | string, mostPixels: number): Uint8Array | undefined {
  if (typeof chunks === "string") return undefined;
  const { width, height, depth, type, parts } = chunks;
  const samples = SAMPLES[type];
  if (samples === undefined || depth > 16 || !(width * height > 0 && width * height <= mostPixels))
    return undefined;
  const stride = Math.ceil((width * samples * depth) / 8);
  const raw = inflated(joinedBytes(parts), (stride + 1) * height);
  if (raw === null) return undefined;
  const colours = new Uint8Array(4 * width * height).fill(255);
  const step = Math.max(1, (samples * depth) / 8);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = unfiltered(raw[start]!, raw.subarray(start + 1, start + 1 + stride), above, step);
    if (row === null) return undefined;
    colourRow(row, chunks, samples, colours.subarray(4 * width * y, 4 * width * (y + 1)));
    above = row;
  }
  return colours;
}

/** Writes the pixels of a row, which are opaque unless the row says how much. */
function colourRow(row: Uint8Array, { depth, type, palette }: Chunks, samples: number, to: Uint8Array): void {
  const scale = depth < 8 ? 255 / ((1 << depth) - 1) : 1;
  for (let at = 0, x = 0; at < to.length; at += 4, x += samples) {
    const first = sampleOf(row, x, depth);
    if (type === 3) to.set(palette?.subarray(3 * first, 3 * first + 3) ?? [], at);
    else
      for (let part = 0; part < 3; part++)
        to[at + part] = (samples < 3 ? first : sampleOf(row, x + part, depth)) * scale;
    if (type > 3) to[at + 3] = sampleOf(row, x + samples - 1, depth);
  }
}

/** One sample of a row; of 16 bits the high byte. */
function sampleOf(row: Uint8Array, index: number, depth: number): number {
  if (depth >= 8) return row[(index * depth) / 8]!;
  const bit = index * depth;
  return (row[bit >> 3]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}
