import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("the licences of the model and of its runtime stand in NOTICE, which is published", () => {
  const { files } = JSON.parse(textOf("packages/ocr/package.json")) as { readonly files: readonly string[] };
  expect(files).toContain("NOTICE");
  expect(textOf("packages/ocr/NOTICE")).toMatch(
    /PP-OCRv4 [^-]*Apache License 2\.0,\s+as packed by @gutenye\/ocr-models \(MIT\)[^-]*- ONNX Runtime[^-]*MIT/u,
  );
  expect(textOf("NOTICE")).toContain("gongkai-ocr");
});

test("no npm runs the runtime's install script, or else the script is told to fetch nothing", () => {
  const { allowScripts } = JSON.parse(textOf("package.json")) as { readonly allowScripts: unknown };
  expect(allowScripts).toMatchObject({ "onnxruntime-node": false });
  expect(textOf(".npmrc")).toContain("onnxruntime-node-install=skip\n");
});
