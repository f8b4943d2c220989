import { expect, test } from "vitest";
import { pdf } from "../../../src/adapters/pdf/index.ts";
import { defaultLimits } from "../../../src/limits.ts";
import type { LineReader } from "../../../src/model/index.ts";
import { bindSheets } from "../../support/factory/scan/bind.ts";
import type { Layer } from "../../support/factory/scan/bind.ts";
import { digits, sheet, table } from "./draw.ts";

/** Reads a 5 wherever it is shown a line. */
const reader: LineReader = {
  recognize: async (lines) => lines.map(() => [{ text: "5", probability: 0.99, at: 0.5 }]),
};

/** A table of four cells with one stroke each, and what a recognizer before us took them for: 7. */
async function cellsUnder(layer: Layer): Promise<readonly string[]> {
  const { scan, box } = sheet();
  table(box);
  for (const [x, y] of [
    [200, 120],
    [500, 120],
    [200, 200],
    [500, 200],
  ] as const)
    digits(box, x, y, 1);
  const { grey, dpi } = scan;
  const bytes = bindSheets(
    [{ width: grey.width, height: grey.height, dpi, grey: grey.pixels, red: null }],
    layer,
  );
  const { tokens } = await pdf.read({ name: "layer.pdf", bytes }, defaultLimits, {
    lineReader: async () => reader,
  });
  return tokens.flatMap((token) =>
    token.kind === "cell" ? [`${token.text}${token.doubt === undefined ? "" : "?"}`] : [],
  );
}

const written = (mode: string): string =>
  [
    [72, 205],
    [180, 205],
    [72, 176],
    [180, 176],
  ]
    .map(([x, y]) => `BT /F 10 Tf ${mode} ${x} ${y} Td (7) Tj ET`)
    .join(" ");

test.each<[string, Layer]>([
  ["no layer", {}],
  ["an invisible layer over the picture", { over: written("3 Tr") }],
  ["a layer under the picture", { under: written("0 Tr") }],
  [
    "long lines of invisible text",
    { over: `${written("3 Tr")} BT /F 8 Tf 3 Tr 20 20 Td (${"7 ".repeat(60)}) Tj ET` },
  ],
])("a scan is read by its pixels: %s", async (_, layer) =>
  expect(await cellsUnder(layer)).toEqual(["5", "5", "5", "5"]),
);

test("a visible figure printed over the picture is not passed over: the pixels show both", async () => {
  expect(await cellsUnder({ over: written("0 Tr") })).not.toContain("7");
});
