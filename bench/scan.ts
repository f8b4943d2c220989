/**
 * Printed reports, scanned and spoilt: which numbers come out right, which are flagged, and which are wrong or blank
 * without a finding (there must be none). Where tesseract is installed, it is measured beside this: the numbers under
 * their labels when its text is read as a text report.
 * `npx tsx bench/scan.ts [reports a kind=2] [first seed=1] [kind,kind…] [list of what is not right] [unique]`
 *
 * A small office's figures are nearly all 0 and blank, which hides a value that stands in the wrong column. `unique`
 * prints another number in every cell; no sum holds then, so none is used and what sums say is not heard.
 */
import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convert } from "../src/index.ts";
import { drawReport, type DrawOptions, type ReportTruth } from "../test/support/factory/index.ts";
import { bindSheets } from "../test/support/factory/scan/bind.ts";
import { outcomes, pointerOf, SAID_OF_UNIQUE_FIGURES } from "../test/support/factory/scan/count.ts";
import type { Outcome } from "../test/support/factory/scan/count.ts";
import type { Sheet } from "../test/support/factory/scan/draw.ts";
import { printForScans, scanKinds, scannedSheets } from "../test/support/factory/scan/index.ts";
import { hasTesseract, tesseract } from "./tesseract.ts";

const [count = "2", first = "1", only = "", list = "", fill = "plausible"] = process.argv.slice(2);
const fonts = ["Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "DejaVu Serif"];
const seeds = Array.from({ length: Number(count) }, (_, at) => Number(first) + at);
const plainly: DrawOptions = { year: 2022, labels: 0, notations: 0, damage: 0, plant: [] };
const reports = seeds.map((seed) =>
  drawReport(seed, { ...plainly, ...(fill === "unique" && { fill, blanks: "none" }) }),
);
const heard = fill === "unique" ? SAID_OF_UNIQUE_FIGURES : undefined;
const styles = seeds.map((seed) => ({
  fontFamily: fonts[seed % fonts.length]!,
  fontSize: [9, 10.5, 10.5, 12][seed % 4]!,
}));
const printed = await printForScans(reports, styles);
const beside = hasTesseract();
const sum: Record<Outcome, number> = { right: 0, flagged: 0, wrong: 0, blank: 0 };

for (const kind of scanKinds.filter(({ id }) => only === "" || only.split(",").includes(id))) {
  const tally: Record<Outcome, number> = { right: 0, flagged: 0, wrong: 0, blank: 0 };
  let [milliseconds, pages, memory, other] = [0, 0, "", ""];
  for (const [at, truth] of reports.entries()) {
    const sheets = await scannedSheets(printed[at]!, kind, seeds[at]!);
    const bytes = bindSheets(sheets);
    const before = process.cpuUsage();
    const conversion = await convert({ name: `${kind.id}.pdf`, bytes }, { infer: fill !== "unique" });
    const used = process.cpuUsage(before);
    milliseconds += (used.user + used.system) / 1000;
    pages += sheets.length;
    for (const [path, outcome] of outcomes(truth, conversion, heard)) {
      tally[outcome] += 1;
      sum[outcome] += 1;
      if (outcome === "right" || list === "") continue;
      const { status, raw, at: place } = conversion.evidence[pointerOf(path)] ?? {};
      const line = [kind.id, seeds[at], outcome, path, truth.values[path], raw, status, place?.recognized];
      appendFileSync(list, `${line.join("\t")}\n`);
    }
    if (at > 0) continue;
    // Measured for the first report of a kind only, because it starts a process or another program.
    memory = memoryOfPage(sheets);
    if (beside) other = await peer(truth, sheets);
  }
  console.log(
    [
      kind.id.padEnd(12),
      share(tally).padStart(8),
      `aim ${(100 * kind.rate).toFixed(1)}`,
      ...Object.entries(tally).map(([what, many]) => `${what} ${many}`.padStart(13)),
      `${(milliseconds / 1000 / pages).toFixed(2)} s a page`,
      memory,
      other,
    ].join("  "),
  );
}
console.log(JSON.stringify(sum));

function share(tally: Readonly<Record<Outcome, number>>): string {
  const cells = Object.values(tally).reduce((all, one) => all + one, 0);
  return `${((100 * tally.right) / cells).toFixed(1)} %`;
}

/**
 * The memory of the page that takes most, measured in a process of its own with the built package; empty where it is
 * not built.
 */
function memoryOfPage(sheets: readonly Sheet[]): string {
  const built = new URL("../dist/index.js", import.meta.url);
  if (!existsSync(built)) return "not built";
  const folder = mkdtempSync(join(tmpdir(), "scan-"));
  const file = join(folder, "page.pdf");
  const script = `import { readFileSync } from "node:fs";
    import { convert } from ${JSON.stringify(built.href)};
    await convert({ name: "a.pdf", bytes: new Uint8Array(readFileSync(${JSON.stringify(file)})) });
    console.log(Math.round(process.resourceUsage().maxRSS / 1024));`;
  const taken = sheets.map((sheet) => {
    writeFileSync(file, bindSheets([sheet]));
    return Number(
      execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }),
    );
  });
  rmSync(folder, { recursive: true });
  return `${Math.max(...taken)} MB a page`;
}

async function peer(truth: ReportTruth, sheets: readonly Sheet[]): Promise<string> {
  const { text, seconds } = tesseract(sheets);
  const found = [
    ...outcomes(truth, await convert({ name: "a.txt", bytes: new TextEncoder().encode(text) })).values(),
  ];
  // A value that is right because it is blank does not count as read.
  const numbers = Object.values(truth.values).map((value) => value !== null);
  const right = found.filter((outcome, at) => outcome === "right" && numbers[at]).length;
  return `tesseract ${right} of ${numbers.filter(Boolean).length} in place, ${seconds.toFixed(1)} s a page`;
}
