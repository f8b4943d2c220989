/**
 * CPU milliseconds a document, warm, on the official form (../shared/corpus/blank-2021-form): the whole adapter, a bare
 * saxes pass over its document.xml, and mammoth. Believe the ratios, not the absolutes.
 * Run: npx tsx bench/docx-speed.ts
 */
import { existsSync, readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { SaxesParser } from "saxes";
import { docx } from "../src/adapters/docx/index.ts";
import { cpuMilliseconds } from "./cpu.ts";

const file = new URL("../../shared/corpus/blank-2021-form/report.docx", import.meta.url);
const limits = {
  maximumBytes: 1e8,
  maximumInflatedBytes: 2e8,
  maximumPages: 2000,
  maximumCells: 500_000,
  maximumDepth: 256,
};

if (!existsSync(file)) console.log("The corpus is not here: nothing measured.");
else {
  const bytes = new Uint8Array(readFileSync(file));
  const xml = new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]);
  const ours = await cpuMilliseconds(60, () => docx.read({ name: "report.docx", bytes }, limits));
  const saxes = await cpuMilliseconds(60, () => {
    const parser = new SaxesParser({ position: false });
    parser.on("error", (error) => {
      throw error;
    });
    parser.write(xml).close();
  });
  const theirs = await cpuMilliseconds(15, () => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }));
  const line = (name: string, time: number): void =>
    console.log(`${name.padEnd(22)} ${time.toFixed(1).padStart(6)} ms  ${(time / ours).toFixed(2)} x`);
  console.log(`${(xml.length / 1000).toFixed(0)} k characters of document.xml; median of warm runs`);
  line("docx adapter, whole", ours);
  line("saxes, main part only", saxes);
  line("mammoth, to HTML", theirs);
}
