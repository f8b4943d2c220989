/**
 * CPU milliseconds a document, warm, on the corpus' reports as .doc, .rtf and .mht: the whole adapter, and a bare pass over
 * the bytes it has to look at. For .doc that is the text of its main stream; for RTF one step a byte; for MHTML the adapter
 * of the page inside. tsx names every closure when it makes one, which slows the .doc reader about fivefold: bundle it first.
 * Run: npx esbuild bench/word-speed.ts --bundle --platform=node --format=esm --outfile=bench/word-speed.mjs && node bench/word-speed.mjs
 */
import { readFileSync, readdirSync } from "node:fs";
import { openCompoundFile } from "../src/adapters/compound/index.ts";
import { doc } from "../src/adapters/doc/index.ts";
import { html } from "../src/adapters/html/index.ts";
import { mhtml } from "../src/adapters/mhtml/index.ts";
import { rtf } from "../src/adapters/rtf/index.ts";
import { tokenize } from "../src/adapters/rtf/tokenizer.ts";
import { defaultLimits } from "../src/index.ts";
import type { Adapter } from "../src/model/index.ts";
import { cpuMilliseconds } from "./cpu.ts";

const folder = new URL("../corpus/2021/fanwan/", import.meta.url);
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));

/** The pieces of an RTF file looked at and thrown away. */
function bareRtf(bytes: Uint8Array): number {
  let seen = 0;
  const count = (): void => void seen++;
  tokenize(bytes, { open: count, close: count, word: count, symbol: count, byte: count, text: count });
  return seen;
}

/** The streams of a .doc file gathered, and its main one decoded as text. */
function bareDoc(bytes: Uint8Array): number {
  const file = openCompoundFile(bytes, defaultLimits);
  const text = new TextDecoder("utf-16le").decode(file.stream("WordDocument")!);
  return text.split("\r").length + file.stream("1Table")!.length;
}

const page = bytesOf("report.html");
const subjects: readonly (readonly [Adapter, string, string, (bytes: Uint8Array) => unknown])[] = [
  [doc, "report.doc", "streams gathered, text decoded", bareDoc],
  [rtf, "report.rtf", "bare tokenizer", bareRtf],
  [
    mhtml,
    "report.mht",
    "html adapter on the page",
    () => html.read({ name: "a.html", bytes: page }, defaultLimits),
  ],
];

if (readdirSync(folder).includes("report.doc"))
  for (const [adapter, name, what, bare] of subjects) {
    const bytes = bytesOf(name);
    const ours = await cpuMilliseconds(80, () => adapter.read({ name, bytes }, defaultLimits));
    const floor = await cpuMilliseconds(80, () => bare(bytes));
    console.log(
      `${name.padEnd(11)} ${(bytes.length / 1000).toFixed(0).padStart(4)} kB  adapter ${ours.toFixed(2)} ms  ` +
        `${what} ${floor.toFixed(2)} ms  ratio ${(ours / floor).toFixed(1)}`,
    );
  }
