import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { wording } from "../../src/cli/wording/wording.ts";
import { fivesReader, pageOfFives } from "../adapters/scan/page-of-fives.ts";
import { folder, gongkai } from "./command-line.ts";

vi.mock("gongkai-ocr", () => ({
  startRecognizer: async ({ onFallback }: { readonly onFallback: (reason: string) => void }) => {
    onFallback("no binary for this machine");
    return fivesReader;
  },
}));

test("where WebAssembly reads the scans, one line says so, however many there are", async () => {
  const root = folder({ "1.png": pageOfFives, "2.png": pageOfFives });
  try {
    const files = ["1.png", "2.png"].map((name) => join(root, name));
    const { err } = await gongkai(["convert", ...files, "--out", join(root, "out")]);
    expect(err.split("\n").filter((line) => line.includes("WebAssembly"))).toEqual([
      "gongkai: scans are read by WebAssembly, four times slower: no binary for this machine",
    ]);
  } finally {
    rmSync(root, { recursive: true });
  }
  expect(wording.zh.slowOcr("…")).toBe("扫描件改用 WebAssembly 识别，速度约为四分之一：…");
});
