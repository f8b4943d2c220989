import type { Sheet } from "./draw.ts";
import type { Damage } from "./paper.ts";

/** The grain of a sensor: normal noise of so many levels. */
export function grainy(deviation: number): Damage {
  return (sheet, random) => {
    const grey = Uint8Array.from(sheet.grey, (value) => {
      const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
      return Math.max(0, Math.min(255, value + deviation * normal));
    });
    return { ...sheet, grey };
  };
}

/** Out of focus: the mean of three by three pixels, the middle one counted so often. */
export function blurred(middle: number): Damage {
  return (sheet) => {
    const { width, height, grey } = sheet;
    const result = Uint8Array.from(grey);
    for (let y = 1; y < height - 1; y++)
      for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
        let sum = (middle - 1) * grey[at]!;
        for (let row = at - width; row <= at + width; row += width)
          sum += grey[row - 1]! + grey[row]! + grey[row + 1]!;
        result[at] = sum / (8 + middle);
      }
    return { ...sheet, grey: result };
  };
}

/** A fax: black or white, with the noise of the line. */
export const bilevel: Damage = (sheet, random) => {
  const grey = Uint8Array.from(sheet.grey, (value) => (value + 50 * (random.next() - 0.5) < 150 ? 0 : 255));
  return { ...sheet, grey };
};

/** ITU-T T.81, table K.1: how coarsely JPEG stores each frequency of lightness at quality 50. */
const STEPS = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
] as const;

const COSINES = Float64Array.from({ length: 64 }, (_, at) => {
  const [frequency, place] = [at >> 3, at & 7];
  return Math.cos(((2 * place + 1) * frequency * Math.PI) / 16) * (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5;
});

/** What JPEG of this quality leaves of a picture: blocks of 8 × 8 in whole steps of each frequency. */
export function jpeg(quality: number): Damage {
  const scale = quality < 50 ? 50 / quality : 2 - quality / 50;
  const steps = STEPS.map((step) => Math.max(1, Math.round(step * scale)));
  return (sheet) => {
    const grey = Uint8Array.from(sheet.grey);
    for (let top = 0; top + 8 <= sheet.height; top += 8)
      for (let left = 0; left + 8 <= sheet.width; left += 8) quantised(grey, sheet, left, top, steps);
    return { ...sheet, grey };
  };
}

function quantised(
  grey: Uint8Array,
  { width }: Sheet,
  left: number,
  top: number,
  steps: readonly number[],
): void {
  const block = new Float64Array(64);
  for (let at = 0; at < 64; at++) block[at] = grey[(top + (at >> 3)) * width + left + (at & 7)]! - 128;
  const frequencies = transform(block, (a, b) => COSINES[8 * a + b]!);
  for (let at = 0; at < 64; at++) frequencies[at] = Math.round(frequencies[at]! / steps[at]!) * steps[at]!;
  const back = transform(frequencies, (a, b) => COSINES[8 * b + a]!);
  for (let at = 0; at < 64; at++)
    grey[(top + (at >> 3)) * width + left + (at & 7)] = Math.max(
      0,
      Math.min(255, Math.round(back[at]! + 128)),
    );
}

/** Along the rows, then along the columns. */
function transform(block: Float64Array, weight: (to: number, from: number) => number): Float64Array {
  const half = new Float64Array(64);
  const whole = new Float64Array(64);
  for (let row = 0; row < 8; row++)
    for (let to = 0; to < 8; to++)
      for (let from = 0; from < 8; from++) half[8 * row + to]! += weight(to, from) * block[8 * row + from]!;
  for (let column = 0; column < 8; column++)
    for (let to = 0; to < 8; to++)
      for (let from = 0; from < 8; from++)
        whole[8 * to + column]! += weight(to, from) * half[8 * from + column]!;
  return whole;
}
