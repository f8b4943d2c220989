import { Inflate, zlibSync } from "fflate";
import { joinedBytes } from "../joined-bytes.ts";
import { big32, indexedColours, sizeIsSane, type Picture, type PictureProblem } from "./picture.ts";

/** Samples a pixel by colour type (PNG, 11.2.2): grey, RGB, palette, grey with alpha, RGB with alpha. */
export const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * The compressed rows of a PNG are a PDF stream with predictor 15 as they stand. Those with alpha are not: they are
 * unpacked and laid on white.
 */
export function readPng(bytes: Uint8Array): Picture | PictureProblem {
  const chunks = chunksOfPng(bytes);
  if (typeof chunks === "string") return chunks;
  const { width, height, depth, type, dpi, palette, parts } = chunks;
  const samples = SAMPLES[type];
  if (samples === undefined || !sizeIsSane(width, height) || parts.length === 0) return "damaged";
  const packed = joinedBytes(parts);
  if (type === 4 || type === 6) {
    if (depth !== 8 && depth !== 16) return "damaged";
    const flat = onWhite(packed, width, height, samples, depth / 8);
    if (flat === null) return "damaged";
    const colour = type === 4 ? "DeviceGray" : "DeviceRGB";
    const dictionary = `/ColorSpace /${colour} /BitsPerComponent 8 /Filter /FlateDecode`;
    return { width, height, strips: [{ height, dictionary, data: flat }], dpi };
  }
  const colour =
    type === 3 ? indexedColours(palette ?? new Uint8Array(3)) : type === 2 ? "/DeviceRGB" : "/DeviceGray";
  const predictor = `<< /Predictor 15 /Colors ${samples} /BitsPerComponent ${depth} /Columns ${width} >>`;
  const dictionary = `/ColorSpace ${colour} /BitsPerComponent ${depth} /Filter /FlateDecode /DecodeParms ${predictor}`;
  return { width, height, strips: [{ height, dictionary, data: packed }], dpi };
}

export interface Chunks {
  readonly width: number;
  readonly height: number;
  /** Bits a sample. */
  readonly depth: number;
  /** Colour type; -1 where there is no header. */
  readonly type: number;
  readonly dpi: number | null;
  readonly palette: Uint8Array | null;
  /** The compressed rows, in pieces as they are stored. */
  readonly parts: readonly Uint8Array[];
}

/** What the chunks before IEND say (PNG, 5.3 and 11.2 to 11.3). */
export function chunksOfPng(bytes: Uint8Array): Chunks | PictureProblem {
  const parts: Uint8Array[] = [];
  let [width, height, depth, type, dpi] = [0, 0, 0, -1, null as number | null];
  let palette: Uint8Array | null = null;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = big32(bytes, at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (data.length < length) return "damaged";
    if (name === "IHDR") {
      [width, height, depth, type] = [big32(data, 0), big32(data, 4), data[8]!, data[9]!];
      if (data[12] !== 0) return "interlaced";
    } else if (name === "pHYs" && data[8] === 1) dpi = Math.round(big32(data, 0) * 0.0254);
    else if (name === "PLTE") palette = data;
    else if (name === "tRNS" && type === 3 && palette !== null) palette = coloursOnWhite(palette, data);
    else if (name === "IDAT") parts.push(data);
    else if (name === "IEND") break;
    at += 12 + length;
  }
  return { width, height, depth, type, dpi, palette, parts };
}

/** The colours of a palette as they look on white; one without an alpha of its own is opaque (PNG, 11.3.2.1). */
function coloursOnWhite(palette: Uint8Array, alphas: Uint8Array): Uint8Array {
  return palette.map((sample, at) => {
    const alpha = (alphas[Math.floor(at / 3)] ?? 255) / 255;
    return sample * alpha + 255 * (1 - alpha) + 0.5;
  });
}

/**
 * Rows of samples with alpha as rows of 8-bit samples without, packed again; null where the data are not what the header
 * says. Of samples of 16 bits the high byte counts.
 */
function onWhite(
  packed: Uint8Array,
  width: number,
  height: number,
  samples: number,
  bytes: number,
): Uint8Array | null {
  const stride = width * samples * bytes;
  const raw = inflated(packed, (stride + 1) * height);
  if (raw === null) return null;
  const colours = samples - 1;
  const flat = new Uint8Array(width * colours * height);
  let above = new Uint8Array(stride);
  for (let y = 0, to = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = unfiltered(raw[start]!, raw.subarray(start + 1, start + 1 + stride), above, samples * bytes);
    if (row === null) return null;
    for (let x = 0; x < stride; x += samples * bytes) {
      const alpha = row[x + colours * bytes]! / 255;
      for (let sample = 0; sample < colours; sample++)
        flat[to++] = row[x + sample * bytes]! * alpha + 255 * (1 - alpha) + 0.5;
    }
    above = row;
  }
  return zlibSync(flat, { level: 1 });
}

/** Exactly so many bytes, or null; never more than that are held. */
export function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  const whole = new Uint8Array(size);
  let at = 0;
  const stream = new Inflate((piece) => {
    if (at + piece.length <= size) whole.set(piece, at);
    at += piece.length;
  });
  try {
    // Two bytes of zlib header before the deflate data (RFC 1950).
    for (let from = 2; from < packed.length && at <= size; from += 1 << 14)
      stream.push(packed.subarray(from, from + (1 << 14)), from + (1 << 14) >= packed.length);
  } catch {
    return null;
  }
  return at === size ? whole : null;
}

/** PNG 9.2: none, sub, up, average, Paeth. */
export function unfiltered(
  filter: number,
  row: Uint8Array,
  above: Uint8Array,
  step: number,
): Uint8Array<ArrayBuffer> | null {
  if (filter > 4) return null;
  const result = new Uint8Array(row.length);
  for (let x = 0; x < row.length; x++) {
    const left = x >= step ? result[x - step]! : 0;
    const corner = x >= step ? above[x - step]! : 0;
    result[x] = row[x]! + predicted(filter, left, above[x]!, corner);
  }
  return result;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter === 0) return 0;
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}
