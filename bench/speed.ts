/** CPU time of one conversion, warm, for each format of the founding report's kind; memory over a thousand of them. */
import { readFileSync, existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { convert, type Source } from "../src/index.ts";
import {
  drawReport,
  layOut,
  plain,
  renderDocx,
  renderHtml,
  renderTextFile,
} from "../test/support/factory/index.ts";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const founding = join(root, "../shared/corpus/2020-miaoergou/report.txt");
const blocks = layOut(drawReport(7, { ...plain, year: 2020, scale: "town" }));

const sources: Source[] = [
  ...(existsSync(founding)
    ? [{ name: "founding report, leading-tab text", bytes: new Uint8Array(readFileSync(founding)) }]
    : []),
  { name: "generated, leading-tab text", bytes: renderTextFile(blocks, "leading-tab", {}) },
  { name: "generated, fused page text", bytes: renderTextFile(blocks, "fused", {}) },
  { name: "generated, HTML", bytes: renderHtml(blocks, {}) },
  { name: "generated, DOCX", bytes: renderDocx(blocks, {}) },
];

console.log("CPU ms a document, warm; memory in MB before and after 1,000 conversions");
for (const source of sources) {
  for (let i = 0; i < 100; i++) await convert(source);
  const memory = () => Math.round(process.memoryUsage().rss / 1e6);
  const before = memory();
  const runs: number[] = [];
  for (let run = 0; run < 10; run++) {
    const start = process.cpuUsage();
    for (let i = 0; i < 100; i++) await convert(source);
    const { user, system } = process.cpuUsage(start);
    runs.push((user + system) / 1000 / 100);
  }
  runs.sort((a, b) => a - b);
  console.log(
    `${source.name.padEnd(36)} min ${runs[0]!.toFixed(2)}  median ${runs[5]!.toFixed(2)}  memory ${before} → ${memory()}`,
  );
}
