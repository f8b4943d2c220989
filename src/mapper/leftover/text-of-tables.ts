import { prepared } from "../../arithmetic/prepared.ts";
import type { TableTemplate } from "../../model/index.ts";
import type { Fit } from "../match/fit/fit.ts";
import { withoutEnumerator } from "../../printed/enumerators.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { readValue } from "../../printed/numbers.ts";
import { isGridRow } from "../rows/form-row.ts";

/** A line of the document, or a piece of one. */
interface PrintedLine {
  readonly text: string;
  readonly block: number;
  readonly cut: boolean;
}

/**
 * Gives what is left of a line without the table text in it. Tables printed as lines leave whole lines of labels and
 * numbers; in page text a table stands between two sentences of one line.
 */
export function withoutTableText(fits: readonly Fit[]): (line: PrintedLine, section: number) => string {
  const tables = fits.map((fit) => {
    const blocks = fit.rowFits.flatMap(({ printed }) =>
      printed && !isGridRow(printed) ? [printed.block] : [],
    );
    return {
      section: fit.known.table.section,
      ...wordsOf(fit.known.table),
      blocks: new Set(blocks),
      first: Math.min(...blocks),
      last: Math.max(...blocks) + 1 + lengthOfLast(fit),
    };
  });
  const mayStop = tables.some(({ hasStop }) => hasStop);
  const isLabel = (text: string) => {
    if (text.endsWith("。") && !mayStop) return false;
    const own = key(text);
    return tables.some(({ labels }) => labels.has(own));
  };
  const spaced = fits.map(spacedRange);
  return ({ text: printed, block, cut }, section) => {
    // In text of one cell a line, bars mark the ends of the cells.
    const text = BARRED.test(printed) ? printed.replace(BARS, "") : printed;
    if (text === "" || isLabel(text)) return "";
    // Between the rows of a table made by spaces, a short line is the rest of a wrapped label or of a remark.
    if (
      text.length <= 40 &&
      !/[。；]$/u.test(text) &&
      !NOTE.test(text) &&
      spaced.some((range) => range && block > range.first && block <= range.last + 1)
    )
      return "";
    const table = tables.find((candidate) => candidate.section === section && candidate.blocks.size > 0);
    if (!table) return text;
    if (table.blocks.has(block)) return cut || text.length > 60 ? withoutTable(text, table.openers) : "";
    const near = block >= table.first - 12 && block <= table.last;
    return near && (isValue(text) || partOf(key(text), table.labels)) ? "" : text;
  };
}

const BARRED = /^[|\s]|[|\s]$/u;
const BARS = /^[|\s]{1,40}|[|\s]{1,40}$/gu;

/** A remark below a table, which may change what a number counts: 备注  不含子站. */
const NOTE = /^(?:备\s?注|附\s?注|注|说明)[:：\s]/u;

/** The first and last block of a table whose columns are made by spaces, or null. */
function spacedRange(fit: Fit): { readonly first: number; readonly last: number } | null {
  const blocks = fit.rowFits.flatMap(({ printed }) => (printed?.kind === "spaced" ? [printed.block] : []));
  return blocks.length === 0 ? null : { first: Math.min(...blocks), last: Math.max(...blocks) };
}

/** How many lines the last row's values take in text of one cell a line. */
function lengthOfLast(fit: Fit): number {
  return fit.rowFits.findLast(({ printed }) => printed !== null)?.printed?.values.length ?? 0;
}

interface Words {
  readonly labels: ReadonlySet<string>;
  /** Whether any of them ends in a full stop, as sentences do. */
  readonly hasStop: boolean;
  readonly openers: readonly string[];
}

/** Every label of a table, and the words with which a table printed into a line begins. */
const wordsOf = prepared((table: TableTemplate): Words => {
  const labels = new Set<string>();
  const openers: string[] = [];
  for (const block of table.blocks) {
    const columns = block.columns.flatMap((column) => [column.label, ...column.aliases, ...column.group]);
    const rows = block.rows.flatMap((row) => [row.label, ...row.aliases, ...row.group]);
    for (const text of [
      block.caption ?? "",
      ...(block.captionAliases ?? []),
      ...block.corner,
      ...columns,
      ...rows,
    ])
      labels.add(key(text));
    const outer = [...new Set(block.columns.map((column) => column.group[0] ?? ""))].join("");
    openers.push(
      ...[block.caption ?? "", ...(block.captionAliases ?? []), ...block.corner, outer]
        .map(normalizeLabel)
        .filter((text) => text.length >= 4),
    );
  }
  labels.delete("");
  return { labels, hasStop: [...labels].some((label) => label.endsWith(".")), openers };
});

function key(text: string): string {
  return withoutEnumerator(normalizeLabel(text));
}

function isValue(text: string): boolean {
  return readValue(text).status !== "unreadable";
}

/** Whether a line is part of a wrapped or run-together header: every bit of it belongs to labels of the table. */
function partOf(text: string, labels: ReadonlySet<string>): boolean {
  let rest = text;
  const known = [...labels].sort((a, b) => b.length - a.length);
  for (const label of known) if (label.length >= 2) rest = rest.replaceAll(label, "");
  return (
    rest.replace(/\([^()]*\)/gu, "") === "" ||
    (text.length <= 20 && known.some((label) => label.includes(text)))
  );
}

/**
 * Takes out the text from the table's first words to the last number after them; spaces and the width of brackets do
 * not matter.
 */
function withoutTable(text: string, openers: readonly string[]): string {
  const characters = [...text].map((character, index) => ({ index, folded: normalizeLabel(character) }));
  const folded = characters.flatMap(({ index, folded }) => [...folded].map(() => index));
  const compact = characters.map((character) => character.folded).join("");
  const starts = openers.map((opener) => compact.indexOf(opener)).filter((start) => start >= 0);
  if (starts.length === 0) return text;
  const start = Math.min(...starts);
  const last = /^.*\d(?:元|万元|件)?/su.exec(compact.slice(start));
  if (!last) return text;
  const points = [...text];
  const end = folded[start + last[0].length] ?? points.length;
  return (points.slice(0, folded[start]).join("") + points.slice(end).join("")).trim();
}
