/**
 * Prints reports in the styles in which offices and their programs print tables, and reads them: which values are
 * wrong or missing in silence, and which right ones are flagged?
 * `npx tsx bench/pdf-styles/main.ts [reports=2] [seed=1] [style]`; `KEEP=folder` keeps the files. It needs Chromium.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { convert } from "../../src/index.ts";
import { layOut, pdfTools, renderHtml } from "../../test/support/factory/index.ts";
import { printWithChromium } from "../../test/support/factory/pdf/chromium.ts";
import { expectedOf } from "../score/expected.ts";
import { families, profiles } from "../score/families.ts";
import { scoreDocument } from "../score/score.ts";
import { BASE, STYLES } from "./styles.ts";

const [reports = "2", seed = "1", wanted = ""] = process.argv.slice(2);
const program = pdfTools().chromium;
if (program === null) throw new Error("Chromium is not installed");
const keep = process.env["KEEP"];
if (keep !== undefined) mkdirSync(keep, { recursive: true });
const draws = families(process.env["FORM"]);
const names = Object.keys(STYLES).filter((name) => name.startsWith(wanted));
const total = new Map<string, number>();
for (const name of names) {
  const { css = "", change = (html: string) => html, settings } = STYLES[name]!;
  const drawn = Array.from({ length: Number(reports) }, (_, index) => {
    const profile = profiles[index % 2 === 0 ? 0 : 2]!;
    return { profile, ...draws[index % draws.length]!(Number(seed) * 1000 + index, profile, index) };
  });
  const pages = drawn.map(({ truth }) => {
    const html = renderHtml(layOut(truth), { style: `${BASE} ${css}`, tableHead: true });
    return change(new TextDecoder().decode(html));
  });
  const files = await printWithChromium(program, pages, settings);
  const counts = new Map<string, number>();
  const count = (what: string, by = 1) => {
    counts.set(what, (counts.get(what) ?? 0) + by);
    total.set(what, (total.get(what) ?? 0) + by);
  };
  const notes: string[] = [];
  for (const [index, bytes] of files.entries()) {
    const { truth, profile } = drawn[index]!;
    const file = `${name.replace(/\W+/g, "-")}-${seed}-${index}.pdf`;
    if (keep !== undefined) writeFileSync(`${keep}/${file}`, bytes);
    const conversion = await convert({ name: "report.pdf", bytes });
    const { cells } = scoreDocument(expectedOf(truth, {}, profile === "plain"), conversion);
    for (const { path, verdict, flagged, expected, actual } of cells) {
      count(verdict);
      // Figures without regard to the sums break them, and are flagged for that.
      if (verdict === "right" && flagged && profile === "plain") count("flagged");
      if (verdict.endsWith("silent"))
        notes.push(`  ${file} ${path}: ${String(actual)} for ${String(expected)}`);
    }
    const rules = new Map<string, number>();
    for (const { rule, severity } of conversion.diagnostics)
      if (severity !== "notice" && !/^f\d-/.test(rule)) rules.set(rule, (rules.get(rule) ?? 0) + 1);
    if (rules.size > 0)
      notes.push(`  ${file}: ${[...rules].map(([rule, times]) => `${rule} ${times}`).join(", ")}`);
  }
  console.log(name.padEnd(32), [...counts].map(([what, times]) => `${what} ${times}`).join(", "));
  for (const note of notes.slice(0, 12)) console.log(note);
}
console.log("all".padEnd(32), [...total].map(([what, times]) => `${what} ${times}`).join(", "));
