/**
 * Changes 1–10 bytes in PDFs of this repository: how often do digits change without a finding?
 * `npx tsx bench/pdf-damage.ts [files=500] [more.pdf …]`
 */
import { readFileSync, readdirSync } from "node:fs";
import { pdf } from "../src/adapters/pdf/index.ts";
import { defaultLimits } from "../src/limits.ts";
import type { Reading } from "../src/model/index.ts";

const [count = "500", ...more] = process.argv.slice(2);
const folder = new URL("../test/adapters/pdf/fixtures/", import.meta.url);
const paths = [
  ...readdirSync(folder)
    .filter((name) => name.endsWith(".pdf"))
    .map((name) => new URL(name, folder)),
  ...more,
];

const originals = [];
for (const path of paths) {
  const bytes = new Uint8Array(readFileSync(path));
  originals.push({
    name: String(path),
    bytes,
    digits: digitsOf(await pdf.read({ name: "original", bytes }, defaultLimits)),
  });
}
const random = generator(20_261_123);
const tally = {
  refused: 0,
  "same digits, no diagnostic": 0,
  "same digits, with a diagnostic": 0,
  "changed, said so": 0,
  "changed silently": 0,
};
let worst = 0;
for (let round = 0; round < Number(count); round++) {
  const original = originals[round % originals.length]!;
  const bytes = original.bytes.slice();
  const changes = 1 + Math.floor(random() * 10);
  for (let i = 0; i < changes; i++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  const start = performance.now();
  const reading = await pdf.read({ name: "damaged", bytes }, defaultLimits);
  worst = Math.max(worst, performance.now() - start);
  const same = digitsOf(reading) === original.digits;
  if (reading.tokens.length === 0) tally.refused++;
  else if (same)
    tally[reading.diagnostics.length > 0 ? "same digits, with a diagnostic" : "same digits, no diagnostic"]++;
  else if (
    reading.diagnostics.length > 0 ||
    reading.tokens.some((token) => token.kind === "cell" && token.doubt !== undefined)
  )
    tally["changed, said so"]++;
  else {
    tally["changed silently"]++;
    console.log(`silent: round ${round}, ${original.name.split("/").at(-1)}`);
  }
}
for (const [what, files] of Object.entries(tally))
  console.log(
    `${what.padEnd(32)} ${String(files).padStart(4)}  ${((100 * files) / Number(count)).toFixed(1)} %`,
  );
console.log(`slowest reading ${worst.toFixed(0)} ms`);

/** Every digit with the cell or line it stands in. */
function digitsOf(reading: Reading): string {
  return reading.tokens.map((token) => ("text" in token ? token.text.replace(/[^\d.]/g, "") : "")).join("|");
}

/** The same numbers on every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
