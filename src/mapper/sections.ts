import type { Section } from "../model/index.ts";
import type { Fit } from "./fit.ts";
import { normalizeLabel, withoutEnumerator } from "./labels.ts";
import { headingLevel, type ProseLine } from "./prose.ts";

/** The report's prose by section, in order; what was read as table cells is left out. */
export function mapSections(lines: readonly ProseLine[], fits: readonly Fit[]): readonly Section[] {
  const isTableText = tableText(fits);
  const sections: { number: number; title: string; paragraphs: string[] }[] = [{ number: 0, title: "", paragraphs: [] }];
  for (const line of lines) {
    if (line.section !== undefined) {
      sections.push({ number: line.section, title: line.text, paragraphs: [] });
      continue;
    }
    const text = isTableText(line);
    if (text !== "") sections.at(-1)!.paragraphs.push(text);
  }
  return sections
    .filter((section) => section.number !== 0 || section.paragraphs.length > 0)
    .map((section) => ({
      ...section,
      headings: section.paragraphs.flatMap((text, paragraph) => {
        const level = headingLevel(text);
        return level === null ? [] : [{ paragraph, level }];
      }),
    }));
}

/**
 * What is left of a line once the table text in it is taken away. Tables printed as lines give whole lines of labels and
 * numbers; page text gives lines in which a table stands between two sentences.
 */
function tableText(fits: readonly Fit[]): (line: ProseLine) => string {
  const inLines = fits.filter((fit) => fit.rowFits.some(({ printed }) => printed && printed.kind !== "cells"));
  const labels = new Set<string>();
  const openers: string[] = [];
  for (const fit of fits) {
    for (const block of fit.known.table.blocks) {
      const columns = block.columns.flatMap((column) => [column.label, ...column.aliases, ...column.group]);
      const rows = block.rows.flatMap((row) => [row.label, ...row.aliases, ...row.group]);
      for (const text of [block.caption ?? "", ...(block.captionAliases ?? []), ...block.corner, ...columns, ...rows]) labels.add(key(text));
      openers.push(...[block.caption ?? "", ...block.corner, ...(block.caption ? [] : block.columns[0]!.group.slice(0, 1))].filter((text) => text.length >= 4));
    }
  }
  labels.delete("");
  const blocks = new Set(inLines.flatMap((fit) => fit.rowFits.flatMap(({ printed }) => (printed && printed.kind !== "cells" ? [printed.block] : []))));
  const first = Math.min(...blocks);
  const last = Math.max(...blocks);
  return ({ text, block, cut }) => {
    if (labels.has(key(text))) return "";
    if (blocks.size === 0) return text;
    if ((cut || text.length > 60) && blocks.has(block)) return withoutTable(text, openers);
    if (blocks.has(block)) return "";
    const near = block >= first - 12 && block <= last;
    return near && (isValue(text) || partOf(key(text), labels)) ? "" : text;
  };
}

function key(text: string): string {
  return withoutEnumerator(normalizeLabel(text));
}

function isValue(text: string): boolean {
  return /^[-+]?[\d.,]+$|^[-—/／无]+$/u.test(text.trim());
}

/** A line of a wrapped or run-together header: every bit of it belongs to labels of the table. */
function partOf(text: string, labels: ReadonlySet<string>): boolean {
  let rest = text;
  const known = [...labels].sort((a, b) => b.length - a.length);
  for (const label of known) if (label.length >= 2) rest = rest.replaceAll(label, "");
  return rest === "" || (text.length <= 20 && known.some((label) => label.includes(text)));
}

function withoutTable(text: string, openers: readonly string[]): string {
  const starts = openers.map((opener) => text.indexOf(opener)).filter((index) => index >= 0);
  if (starts.length === 0) return text;
  const start = Math.min(...starts);
  const end = start + (/^.*\d\s*(?:元|万元|件)?/su.exec(text.slice(start))?.[0].length ?? 0);
  return `${text.slice(0, start)}${text.slice(end)}`.trim();
}
