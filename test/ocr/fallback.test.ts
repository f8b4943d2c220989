import { expect, test, vi } from "vitest";
import { startRecognizer } from "../../packages/ocr/src/index.ts";

vi.mock("onnxruntime-node", () => {
  throw new Error("no native runtime here\nat …");
});

/** A 7: a bar and a slanting stem. */
function seven(): { readonly width: number; readonly height: number; readonly pixels: Uint8Array } {
  const [width, height] = [32, 40];
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 7; y < 11; y++) pixels.fill(0, y * width + 8, y * width + 24);
  for (let y = 11; y < 33; y++) {
    const left = y * width + 20 - Math.floor((y - 11) / 3);
    pixels.fill(0, left, left + 4);
  }
  return { width, height, pixels };
}

test("where the native runtime does not load, WebAssembly reads and the reason is told once", async () => {
  const told: string[] = [];
  const { recognize } = await startRecognizer({ onFallback: (reason) => void told.push(reason) });
  const lines = await recognize([seven(), seven()]);
  expect(lines.map((characters) => characters.map(({ text }) => text).join(""))).toEqual(["7", "7"]);
  expect(told).toHaveLength(1);
  expect(told[0]).not.toContain("\n");
});
