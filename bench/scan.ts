/**
 * Printed reports, scanned and spoilt: which numbers come out right, which flagged, and which — there must be none — wrong
 * or blank without a word. `npx tsx bench/scan.ts [reports a kind=2] [first seed=1] [kind,kind…]`
 */
import { appendFileSync } from "node:fs";
import { convert } from "../src/index.ts";
import { drawReport } from "../test/support/factory/index.ts";
import { outcomes, pointerOf } from "../test/support/factory/scan/count.ts";
import type { Outcome } from "../test/support/factory/scan/count.ts";
import { printForScans, scanKinds, scanned } from "../test/support/factory/scan/index.ts";

const [count = "2", first = "1", only = "", list = ""] = process.argv.slice(2);
const fonts = ["Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "DejaVu Serif"];
const seeds = Array.from({ length: Number(count) }, (_, at) => Number(first) + at);
const reports = seeds.map((seed) =>
  drawReport(seed, { year: 2022, labels: 0, notations: 0, damage: 0, plant: [] }),
);
const styles = seeds.map((seed) => ({
  fontFamily: fonts[seed % fonts.length]!,
  fontSize: [9, 10.5, 10.5, 12][seed % 4]!,
}));
const printed = await printForScans(reports, styles);
for (const kind of scanKinds.filter(({ id }) => only === "" || only.split(",").includes(id))) {
  const tally: Record<Outcome, number> = { right: 0, flagged: 0, wrong: 0, blank: 0 };
  let [milliseconds, pages] = [0, 0];
  for (const [at, truth] of reports.entries()) {
    const bytes = await scanned(printed[at]!, kind, seeds[at]!);
    const before = process.cpuUsage();
    const conversion = await convert({ name: `${kind.id}.pdf`, bytes });
    const used = process.cpuUsage(before);
    milliseconds += (used.user + used.system) / 1000;
    pages += conversion.diagnostics.filter(({ rule }) => rule === "page-recognized").length;
    for (const [path, outcome] of outcomes(truth, conversion)) {
      tally[outcome] += 1;
      if (outcome === "right" || list === "") continue;
      const { status, raw, at: place } = conversion.evidence[pointerOf(path)] ?? {};
      const line = [kind.id, seeds[at], outcome, path, truth.values[path], raw, status, place?.recognized];
      appendFileSync(list, `${line.join("\t")}\n`);
    }
  }
  const cells = Object.values(tally).reduce((sum, one) => sum + one, 0);
  console.log(
    [
      kind.id.padEnd(12),
      `${((100 * tally.right) / cells).toFixed(1)} %`.padStart(8),
      ...Object.entries(tally).map(([what, many]) => `${what} ${many}`.padStart(13)),
      `${(milliseconds / 1000 / Math.max(1, pages)).toFixed(2)} s a page`,
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
    ].join("  "),
  );
}
