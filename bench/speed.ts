/**
 * CPU time of one conversion, warm, beside the bare pass over the same bytes, the two by turns in one run: believe the
 * ratios, not the milliseconds. A ratio more than 10 % above the recorded one (bench/ratios.json) is reported. Run: npm
 * run bench [-- --record] after npm run build; bundled, because tsx names every closure when it makes one.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { parse } from "parse5";
import { SaxesParser } from "saxes";
import { pdfium } from "../src/adapters/pdf/reading/pdfium.ts";
import { defaultLimits } from "../src/limits.ts";
import { convert } from "../src/index.ts";
import { cpuOnce, median } from "./cpu.ts";

/** V8 is still compiling after 200 rounds of a text, and `cpuUsage` counts its threads. */
const ROUNDS = { warm: 600, counted: 41 };
const STARTS = 9;
/** A ratio this many times the recorded one is worse. */
const WORSE = 1.1;

const shared = "../shared/corpus";
const form = `${shared}/blank-2021-form/report.docx`;
const fanwan = "corpus/2021/fanwan";
const recorded = "bench/ratios.json";
const main = "dist/cli/main.js";

/** A module that makes a process print its own CPU time when it ends. */
const SAYS_CPU = `data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stdout.write("\\ncpu "+(user+system))})`;

interface Row {
  readonly id: string;
  readonly bare: string;
  /** The ratio to stay below. */
  readonly aim: number;
  /** Files it needs. */
  readonly needs: readonly string[];
  /** The medians, in CPU milliseconds. */
  readonly measure: () => Promise<Figures>;
}

interface Figures {
  readonly bare: number;
  readonly ours: number;
}

const rows: readonly Row[] = [
  {
    id: "text",
    bare: "SAX pass of the official form",
    aim: 0.25,
    needs: [`${shared}/2020-miaoergou/report.txt`, form],
    measure: () => converted(`${shared}/2020-miaoergou/report.txt`, () => saxPass(bytesOf(form))),
  },
  {
    id: "docx",
    bare: "unzip and SAX pass",
    aim: 1.6,
    needs: [form],
    measure: () => converted(form, () => saxPass(bytesOf(form))),
  },
  {
    id: "html",
    bare: "parse5",
    aim: 2.5,
    needs: [`${shared}/2019-shanghai-office/report.html`],
    measure: () => {
      const file = `${shared}/2019-shanghai-office/report.html`;
      const page = new TextDecoder().decode(bytesOf(file));
      return converted(file, () => parse(page));
    },
  },
  pdfRow("pdf-ruled", `${fanwan}/report.soffice-serif.pdf`, 1.6),
  pdfRow("pdf-unruled", `${fanwan}/report.chromium-unruled.pdf`, 2.5),
  startRow("start", ["--version"], 1.6),
  startRow("start-convert", ["convert", `${fanwan}/report.txt`], 2),
];

const before: Readonly<Record<string, number>> = existsSync(recorded)
  ? (JSON.parse(readFileSync(recorded, "utf8")) as Record<string, number>)
  : {};
const ratios: Record<string, number> = { ...before };
console.log("CPU ms".padEnd(16) + "ours".padStart(8) + "bare".padStart(8) + " ratio   aim  recorded");
for (const { id, bare, aim, needs, measure } of rows) {
  const missing = needs.find((file) => !existsSync(file));
  if (missing !== undefined) {
    console.log(`${id.padEnd(16)} not measured: ${missing} is not here`);
    continue;
  }
  const figures = await measure();
  const ratio = figures.ours / figures.bare;
  ratios[id] = Math.round(ratio * 100) / 100;
  const last = before[id];
  const columns = [figures.ours.toFixed(2).padStart(8), figures.bare.toFixed(2).padStart(8)];
  const told = last !== undefined && ratio > last * WORSE ? "  WORSE" : "";
  console.log(
    `${id.padEnd(16)}${columns.join("")} ${ratio.toFixed(2).padStart(5)} ${aim.toFixed(2).padStart(5)} ${(last?.toFixed(2) ?? "–").padStart(9)}  ${bare}${told}`,
  );
}
if (process.argv.includes("--record")) writeFileSync(recorded, `${JSON.stringify(ratios, null, 2)}\n`);

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(file));
}

/** Measures a conversion and a bare pass in turns. */
async function converted(file: string, bare: () => unknown): Promise<Figures> {
  const source = { name: file.split("/").at(-1)!, bytes: bytesOf(file) };
  const times: { readonly ours: number[]; readonly bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round < ROUNDS.warm + ROUNDS.counted; round++) {
    const ours = await cpuOnce(() => convert(source));
    const theirs = await cpuOnce(bare);
    if (round < ROUNDS.warm) continue;
    times.ours.push(ours);
    times.bare.push(theirs);
  }
  return { ours: median(times.ours), bare: median(times.bare) };
}

function saxPass(bytes: Uint8Array): void {
  const xml = new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]);
  const parser = new SaxesParser({ position: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
}

function pdfRow(id: string, file: string, aim: number): Row {
  const measure = () => converted(file, () => pdfium.open(bytesOf(file), defaultLimits));
  return { id, bare: "characters and paths of PDFium", aim, needs: [file], measure };
}

/** Measures the CLI from start to end, beside Node doing nothing. */
function startRow(id: string, args: readonly string[], aim: number): Row {
  const measure = () => {
    const [ours, bare]: [number[], number[]] = [[], []];
    for (let start = 0; start < STARTS; start++) {
      ours.push(childCpu([main, ...args]));
      bare.push(childCpu(["-e", "0"]));
    }
    return Promise.resolve({ ours: median(ours), bare: median(bare) });
  };
  return { id, bare: "node -e 0", aim, needs: [main], measure };
}

function childCpu(args: readonly string[]): number {
  const printed = execFileSync(process.execPath, ["--import", SAYS_CPU, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    // Certificates that a machine adds are read at each start, which takes longer than the rest of Node's.
    env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined },
  });
  return Number(/cpu (\d+)$/u.exec(printed)![1]) / 1000;
}
