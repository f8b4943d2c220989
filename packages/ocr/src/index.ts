import { decodeCharacters, twinsOf, type DecodedCharacter } from "./decode.ts";
import { loadCharacters, loadNetwork } from "./runtime.ts";

export type { DecodedCharacter } from "./decode.ts";

/** One line of text, dark on light, in shades of grey from 0 to 255, with rows from the top. */
export interface LinePicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Reads lines of print. It holds a network of 11 MB and is safe to use for any number of pages. */
export interface Recognizer {
  readonly recognize: (lines: readonly LinePicture[]) => Promise<readonly (readonly DecodedCharacter[])[]>;
}

export interface RecognizerOptions {
  /** Called once when the native runtime will not load and WebAssembly, four times slower, takes its place. */
  readonly onFallback?: (reason: string) => void;
}

/** The network was trained on lines of this height. */
const HEIGHT = 48;
/** Widths are rounded up to a multiple of this, so that lines of about one width form one batch. */
const WIDTH_STEP = 32;
const NARROWEST = 64;
const WIDEST = 3_200;
/** The greatest width of a batch in pixels, which keeps the memory of a page under 500 MB. */
const BATCH_WIDTH = 2_560;

/** Starts a recognizer. The model is in the package; nothing is fetched from the network. */
export async function startRecognizer({
  onFallback = () => undefined,
}: RecognizerOptions = {}): Promise<Recognizer> {
  const [network, characters] = await Promise.all([loadNetwork(onFallback), loadCharacters()]);
  const twins = twinsOf(characters);
  return {
    async recognize(lines) {
      const results: (readonly DecodedCharacter[])[] = lines.map(() => []);
      for (const { width, members } of batches(lines)) {
        const input = new Float32Array(members.length * 3 * HEIGHT * width);
        for (const [at, index] of members.entries())
          fill(input, at * 3 * HEIGHT * width, width, lines[index]!);
        const { data, shape } = await network.run(input, [members.length, 3, HEIGHT, width]);
        const steps = shape[1]!;
        for (const [at, index] of members.entries()) {
          const own = data.subarray(at * steps * characters.length, (at + 1) * steps * characters.length);
          results[index] = decodeCharacters(
            own,
            steps,
            characters,
            twins,
            scaledWidth(lines[index]!) / width,
          );
        }
      }
      return results;
    },
  };
}

function scaledWidth({ width, height }: LinePicture): number {
  return Math.max(1, Math.min(WIDEST, Math.round((width * HEIGHT) / height)));
}

interface Batch {
  readonly width: number;
  readonly members: readonly number[];
}

function batches(lines: readonly LinePicture[]): readonly Batch[] {
  const byWidth = new Map<number, number[]>();
  for (const [index, line] of lines.entries()) {
    const width = Math.max(NARROWEST, Math.ceil(scaledWidth(line) / WIDTH_STEP) * WIDTH_STEP);
    byWidth.set(width, [...(byWidth.get(width) ?? []), index]);
  }
  return [...byWidth].flatMap(([width, members]) => {
    const size = Math.max(1, Math.floor(BATCH_WIDTH / width));
    const count = Math.ceil(members.length / size);
    return Array.from({ length: count }, (_, at) => ({
      width,
      members: members.slice(at * size, (at + 1) * size),
    }));
  });
}

/** Scales a line to the network's height and its range of −1 to 1, the same in all three channels; the rest stays 0. */
function fill(input: Float32Array, start: number, width: number, line: LinePicture): void {
  const wide = scaledWidth(line);
  const plane = HEIGHT * width;
  for (let y = 0; y < HEIGHT; y++) {
    const sourceY = ((y + 0.5) * line.height) / HEIGHT - 0.5;
    for (let x = 0; x < wide; x++) {
      const value = sample(line, ((x + 0.5) * line.width) / wide - 0.5, sourceY) / 127.5 - 1;
      const at = start + y * width + x;
      input[at] = input[at + plane] = input[at + 2 * plane] = value;
    }
  }
}

function sample({ width, height, pixels }: LinePicture, x: number, y: number): number {
  const left = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 1, Math.max(0, Math.floor(y)));
  const right = Math.min(width - 1, left + 1);
  const below = Math.min(height - 1, top + 1);
  const [partX, partY] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))];
  const upper = pixels[top * width + left]! * (1 - partX) + pixels[top * width + right]! * partX;
  const lower = pixels[below * width + left]! * (1 - partX) + pixels[below * width + right]! * partX;
  return upper * (1 - partY) + lower * partY;
}
