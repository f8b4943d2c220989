/**
 * CPU milliseconds per document, warm and in turns, for the formats that are packages or streams: the whole adapter,
 * and a bare pass over what it has to look at. For XML formats the bare pass inflates and parses (SAX) every part the
 * adapter reads, content types and relationships included, and does nothing with it; for .xls it walks over the records
 * and lets the library read them. The aim is at most 3 times the bare pass.
 *
 * On a quiet machine OFD takes 2.4 times; on a busy one, where the collector waits, 2.9 by the least times and 3.0 to 3.5
 * by the medians: its bare pass builds the trees, which costs a tenth more than parsing alone, and what remains is one
 * object for each glyph and stroke and the search for the table's lines, which a PDF needs as well. A flat ODF takes about 2.6 times,
 * more than the package, which takes 1.7, because its bare pass has nothing to inflate and one part instead of three.
 * Run: npx esbuild bench/formats-speed.ts --bundle --platform=node --format=esm --packages=external
 * --outfile=bench/formats-speed.mjs && node bench/formats-speed.mjs [FORMAT …]
 */
import { readFileSync } from "node:fs";
import { read as readWorkbook } from "@e965/xlsx";
import { openCompoundFile } from "../src/adapters/compound/index.ts";
import { xmlReader } from "../src/adapters/package/xml.ts";
import { openArchive } from "../src/adapters/package/zip.ts";
import { readTree } from "../src/adapters/ofd/package/tree.ts";
import { adapters, defaultLimits } from "../src/index.ts";
import { drawReport, layOut, plain, renderXls } from "../test/support/factory/index.ts";
import { cpuByTurns } from "./cpu.ts";

const folder = new URL("../corpus/2021/fanwan/", import.meta.url);
const stored = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));

interface Subject {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly bare: (bytes: Uint8Array) => unknown;
}

const quiet = { open: () => undefined, close: () => undefined, text: () => undefined };

/** The parts whose names match, inflated and parsed. */
function passOver(names: RegExp): (bytes: Uint8Array) => void {
  return (bytes) => {
    const archive = openArchive(bytes, defaultLimits);
    for (const name of archive.names.filter((one) => names.test(one))) {
      const reader = xmlReader(name, quiet, defaultLimits);
      archive.read(name, reader.write);
      reader.end();
    }
  };
}

function passOverFlat(bytes: Uint8Array): void {
  const reader = xmlReader("document", quiet, defaultLimits);
  reader.write(bytes);
  reader.end();
}

/** Of OFD, whose names are no longer spelled as the namespaces have them. */
function growTrees(bytes: Uint8Array): void {
  const archive = openArchive(bytes, defaultLimits);
  for (const name of archive.names) if (name.endsWith(".xml")) readTree(archive, name, defaultLimits);
}

function walkRecords(bytes: Uint8Array): unknown {
  const stream = openCompoundFile(bytes, defaultLimits).stream("Workbook")!;
  return readWorkbook(stream, {
    type: "array",
    dense: true,
    cellNF: true,
    cellStyles: true,
    cellHTML: false,
  });
}

const subjects: readonly Subject[] = [
  {
    id: "docx",
    bytes: stored("report.docx"),
    bare: passOver(/^word\/(?:document|styles|numbering|settings)\.xml$|Types\].xml$|\.rels$/),
  },
  { id: "xlsx", bytes: stored("report.xlsx"), bare: passOver(/^xl\/.*\.xml$|Types\].xml$|\.rels$/) },
  { id: "xls", bytes: renderXls(layOut(drawReport(7, plain))), bare: walkRecords },
  {
    id: "odt",
    bytes: stored("report.odt"),
    bare: passOver(/^(?:content|styles|meta|META-INF\/manifest)\.xml$/),
  },
  { id: "fodt", bytes: stored("report.fodt"), bare: passOverFlat },
  { id: "ofd", bytes: stored("report.ofd"), bare: growTrees },
];

const asked = process.argv.slice(2);
for (const { id, bytes, bare } of subjects) {
  if (asked.length > 0 && !asked.includes(id)) continue;
  const adapter = adapters.find((one) => one.id === id)!;
  const [ours, floor] = (await cpuByTurns([
    () => adapter.read({ name: id, bytes }, defaultLimits),
    () => bare(bytes),
  ])) as [number, number];
  const size = (bytes.length / 1000).toFixed(0).padStart(4);
  console.log(
    `${id.padEnd(5)} ${size} kB  adapter ${ours.toFixed(2)} ms  bare pass ${floor.toFixed(2)} ms  ratio ${(ours / floor).toFixed(1)}`,
  );
}
