import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { convert, read } from "../src/index.ts";
import type { ConvertOptions } from "../src/index.ts";

const name = "report.html";
const file = readFileSync(new URL("../corpus/2023/cihu/report.html", import.meta.url));
const bytes = new Uint8Array(file);
const buffer = bytes.buffer.slice(0);

it.each<[string, Uint8Array | ArrayBuffer | Blob]>([
  ["a Buffer", file],
  ["an ArrayBuffer", buffer],
  ["a Blob", new Blob([bytes])],
  ["a view", new DataView(buffer) as unknown as Uint8Array],
])("%s is taken as bytes", async (_, given) => {
  expect(await convert({ name, bytes: given })).toEqual(await convert({ name, bytes }));
});

it.each<[unknown, string]>([
  [null, "source must be an object, not null"],
  ["report.html", 'source must be an object, not "report.html"'],
  [{ bytes }, "source.name must be a string, not undefined"],
  [{ name, bytes: "正文" }, 'source.bytes must be a Uint8Array, an ArrayBuffer or a Blob, not "正文"'],
  [{ name, bytes: [1, 2] }, "source.bytes must be a Uint8Array, an ArrayBuffer or a Blob, not Array"],
])("a source that is none is refused: %o", async (source, message) => {
  await expect(convert(source as never)).rejects.toThrow(new TypeError(message));
  await expect(read(source as never)).rejects.toThrow(new TypeError(message));
});

it.each<[unknown, string]>([
  [{ language: "fr" }, 'options.language must be "en" or "zh", not "fr"'],
  [{ infer: 0 }, "options.infer must be true or false, not 0"],
  [{ limits: { maximumBytes: "1" } }, 'options.limits.maximumBytes must be a number, not "1"'],
  [{ limits: { maximumPages: NaN } }, "options.limits.maximumPages must be a number, not NaN"],
  [{ templates: {} }, "options.templates must be an array, not Object"],
  [{ corrections: ["x"] }, 'options.corrections[0] must be an object, not "x"'],
  [{ signal: 1 }, "options.signal must be an AbortSignal, not 1"],
  [{ pdfium: { wasm: "x" } }, 'options.pdfium.wasm must be a Uint8Array or an ArrayBuffer, not "x"'],
  [null, "options must be an object, not null"],
])("an option that is none is refused: %o", async (options, message) => {
  await expect(convert({ name, bytes }, options as ConvertOptions)).rejects.toThrow(new TypeError(message));
});

it("an unknown option is refused, and those there are are named", async () => {
  await expect(convert({ name, bytes }, { lang: "zh" } as ConvertOptions)).rejects.toThrow(
    /^options\.lang is unknown; there are language, infer, /u,
  );
});

it("an option that is undefined is as if left out", async () => {
  const left = { language: undefined, limits: undefined } as unknown as ConvertOptions;
  expect(await convert({ name, bytes }, left)).toEqual(await convert({ name, bytes }));
});

it("PDFium's bytes may be handed in", async () => {
  const path = createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");
  const pdf = readFileSync(new URL("../corpus/2023/cihu/report.soffice-sans.pdf", import.meta.url));
  const { report, adapter } = await convert(
    { name: "report.pdf", bytes: pdf },
    { pdfium: { wasm: new Uint8Array(readFileSync(path)) } },
  );
  expect([adapter, report?.year]).toEqual(["pdf", 2023]);
});
