/**
 * CPU milliseconds per document, warm, on the corpus' reports as .doc, .rtf and .mht: the whole adapter, and passes
 * over the bytes it has to look at, in turns. For .doc and RTF the bare pass takes one step per byte: it gathers the
 * streams and decodes them, or runs the tokenizer alone. No reader that builds tables can stay within three times that,
 * because the pass costs less than looking up the properties that say where a cell ends. The fair pass looks them up
 * and keeps nothing: it decodes every piece and reads the properties of every paragraph and run with their operands
 * (.doc), or finds every control word in its table, keeps and leaves every group's state, and decodes every letter
 * (RTF). The aim is at most three times the fair pass: .doc takes 2.8 times (unlike the pass it reads each formatting once),
 * RTF 1.6. For MHTML the pass is the adapter of the page inside. tsx names every closure when it makes one,
 * which slows the .doc reader about fivefold, so bundle it first.
 * Run: npx esbuild bench/word-speed.ts --bundle --platform=node --format=esm --outfile=bench/word-speed.mjs && node
 * bench/word-speed.mjs
 */
import { readFileSync, readdirSync } from "node:fs";
import { openCompoundFile } from "../src/adapters/compound/index.ts";
import { bytesOf } from "../src/adapters/doc/file/bytes.ts";
import type { Bytes } from "../src/adapters/doc/file/bytes.ts";
import { readHeader } from "../src/adapters/doc/file/header.ts";
import { doc } from "../src/adapters/doc/index.ts";
import { readFormattedPages } from "../src/adapters/doc/file/pages.ts";
import { readPieces } from "../src/adapters/doc/file/pieces.ts";
import { readSprms } from "../src/adapters/doc/file/sprms.ts";
import { html } from "../src/adapters/html/index.ts";
import { mhtml } from "../src/adapters/mhtml/index.ts";
import { decodeText } from "../src/adapters/rtf/charsets.ts";
import { rtf } from "../src/adapters/rtf/index.ts";
import { rowWords } from "../src/adapters/rtf/tables.ts";
import { tokenize } from "../src/adapters/rtf/tokenizer.ts";
import { controlWords } from "../src/adapters/rtf/words/index.ts";
import { defaultLimits } from "../src/index.ts";
import type { Adapter } from "../src/model/index.ts";
import { cpuByTurns } from "./cpu.ts";

const folder = new URL("../corpus/2021/fanwan/", import.meta.url);
const stored = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));

/** Looks at the pieces of an RTF file and throws them away. */
function bareRtf(bytes: Uint8Array): number {
  let seen = 0;
  const count = (): void => void seen++;
  tokenize(bytes, { open: count, close: count, word: count, symbol: count, byte: count, text: count });
  return seen;
}

/** Finds words, keeps and leaves groups, and decodes letters; nothing is built of them. */
function fairRtf(bytes: Uint8Array): number {
  let seen = 0;
  let waiting: number[] = [];
  let state = { words: 0, value: 0 };
  const groups: (typeof state)[] = [];
  const decode = (): void => {
    if (waiting.length > 0) seen += decodeText(Uint8Array.from(waiting), "gb18030").length;
    waiting = [];
  };
  tokenize(bytes, {
    open: () => {
      decode();
      groups.push(state);
      state = { ...state };
    },
    close: () => {
      decode();
      state = groups.pop()!;
    },
    word: (name, value) => {
      decode();
      state.words += Number(controlWords.has(name) || rowWords.has(name));
      state.value = value ?? 0;
      if (name === "u") seen += String.fromCharCode(state.value & 0xffff).length;
    },
    symbol: decode,
    byte: (value) => void waiting.push(value),
    text: (from, to) => {
      for (let at = from; at < to; at++) waiting.push(bytes[at]!);
    },
  });
  return seen;
}

/** Gathers the streams of a .doc file and decodes its main one as text. */
function bareDoc(bytes: Uint8Array): number {
  const file = openCompoundFile(bytes, defaultLimits);
  const text = new TextDecoder("utf-16le").decode(file.stream("WordDocument")!);
  return text.split("\r").length + file.stream("1Table")!.length;
}

/** Visits every piece, and every run and paragraph with its properties; nothing is built of them. */
function fairDoc(bytes: Uint8Array): number {
  const file = openCompoundFile(bytes, defaultLimits);
  const stream = bytesOf(file.stream("WordDocument")!);
  const header = readHeader(stream);
  const table = bytesOf(file.stream(header.tableStream)!);
  const structure = (name: Parameters<typeof header.structure>[0]): Bytes => {
    const { at, length } = header.structure(name);
    return table.slice(at, length);
  };
  let seen = 0;
  const pieces = readPieces(structure("pieces"), stream.length);
  for (const kind of ["character", "paragraph"] as const) {
    const stretches = readFormattedPages(stream, structure(`${kind}Pages`), kind);
    for (const { from, to, offset, width } of pieces) {
      const end = offset + (to - from) * width;
      for (let at = offset; at < end;) {
        const next = Math.min(end, stretches.endAfter(at));
        const stretch = stretches.find(at);
        for (const { code, operand } of stretch === null ? [] : readSprms(stretch.formatting.group))
          seen += code + operand.byte(0) + operand.word(0);
        const [size, count] = [next - at, Math.ceil((next - at) / 2)];
        if (kind === "character")
          seen += (width === 1 ? stream.western(at, size) : stream.text(at, count)).length;
        at = next;
      }
    }
  }
  return seen;
}

interface Subject {
  readonly adapter: Adapter;
  readonly name: string;
  readonly passes: Readonly<Record<string, (bytes: Uint8Array) => unknown>>;
}

const page = stored("report.html");
const subjects: readonly Subject[] = [
  { adapter: doc, name: "report.doc", passes: { bare: bareDoc, fair: fairDoc } },
  { adapter: rtf, name: "report.rtf", passes: { bare: bareRtf, fair: fairRtf } },
  {
    adapter: mhtml,
    name: "report.mht",
    passes: { html: () => html.read({ name: "a.html", bytes: page }, defaultLimits) },
  },
];

for (const { adapter, name, passes } of readdirSync(folder).includes("report.doc") ? subjects : []) {
  const bytes = stored(name);
  const [ours, ...floors] = await cpuByTurns([
    () => adapter.read({ name, bytes }, defaultLimits),
    ...Object.values(passes).map((pass) => () => pass(bytes)),
  ]);
  const ratios = Object.keys(passes).map(
    (pass, index) =>
      `${pass} pass ${floors[index]!.toFixed(2)} ms, ratio ${(ours! / floors[index]!).toFixed(1)}`,
  );
  const size = (bytes.length / 1000).toFixed(0).padStart(4);
  console.log(`${name.padEnd(11)} ${size} kB  adapter ${ours!.toFixed(2)} ms  ${ratios.join("  ")}`);
}
