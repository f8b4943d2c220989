import { deflateRawSync } from "node:zlib";
import { compare, failureOf, statusOf } from "../../batch/index.ts";
import { ruleEntry } from "../../findings/index.ts";
import { originalId, packRow } from "../../review/index.ts";
import type { ReviewedArchive, ArchiveRow } from "../../review/index.ts";
import type { Review } from "../../review/index.ts";
import type { Reviewed, RowOnly } from "./reviewed.ts";

/** The page of one document: the shell with the document's data put in. Everything put in is data, never markup. */
export function reviewPage(shell: string, reviewed: Reviewed): string {
  const { conversion, templates, corrections, originals } = reviewed;
  const review: Review = { conversion, templates, corrections, index: INDEX };
  return withData(shell, [
    element("document", packed(Buffer.from(JSON.stringify(review)))),
    ...originals.flatMap((bytes, index) => (bytes ? [element(originalId(index), packed(bytes))] : [])),
  ]);
}

const INDEX = "../index.html";

/** Where the page goes below the folder of reviews: in a folder for the year, named by issuer and content. */
export function pagePath({ corrected: { report, source } }: Reviewed): string {
  const stem = report?.issuer ?? source.name.split("/").at(-1) ?? "";
  const name = stem.replace(/[^\p{L}\p{N}]+/gu, "").slice(0, 40) || "report";
  return `${report?.year ?? "0000"}/${name}-${source.sha256.slice(0, 16)}.html`;
}

export function rowOf({ corrected, originals }: Reviewed, page: string): ArchiveRow {
  const { report, source, diagnostics } = corrected;
  const count = (severity: string): number => diagnostics.filter((it) => it.severity === severity).length;
  return {
    page: page.split("/").map(encodeURIComponent).join("/"),
    name: source.name,
    title: report?.title ?? null,
    issuer: report?.issuer ?? null,
    year: report?.year ?? null,
    status: failureOf(corrected)?.status ?? statusOf(corrected),
    errors: count("error"),
    warnings: count("warning"),
    rules: [...new Set(diagnostics.map(({ rule }) => rule))],
    originalGone: originals.includes(null),
  };
}

/** A row without a link, for a document that gave no record. */
export function rowWithoutPage({ row: { name, status } }: RowOnly): ArchiveRow {
  const nothing = { title: null, issuer: null, year: null, errors: 0, warnings: 0, rules: [] };
  return { ...nothing, page: null, name, status, originalGone: false };
}

/** The index of all pages, ordered by issuer, year and name. */
export function indexPage(shell: string, rows: readonly ArchiveRow[]): string {
  const ids = [...new Set(rows.flatMap(({ rules }) => rules))].sort(compare);
  const at = new Map(ids.map((id, index) => [id, index]));
  const sorted = [...rows].sort(
    (a, b) =>
      compare(a.issuer ?? LAST, b.issuer ?? LAST) ||
      (b.year ?? 0) - (a.year ?? 0) ||
      compare(a.name, b.name) ||
      compare(a.page ?? "", b.page ?? ""),
  );
  const archive: ReviewedArchive = {
    rules: ids.map((id) => ({ id, ...(ruleEntry(id)?.about ?? { en: id, zh: id }) })),
    rows: sorted.map((row) => packRow(row, (id) => at.get(id)!)),
  };
  return withData(shell, [element(ARCHIVE, JSON.stringify(archive))]);
}

/** Whether a page is the index of some review. */
export function isIndexPage(page: string): boolean {
  return page.includes(opening(ARCHIVE));
}

const ARCHIVE = "archive";

/** Sorts after every name; used for reports that name no issuer. */
const LAST = "\uffff";

/**
 * A script element that holds data. The HTML parser takes its content as text, except for what would end the element or
 * open a comment.
 */
function element(id: string, data: string): string {
  return `${opening(id)}${data.replaceAll("<", "\\u003c")}</script>\n`;
}

function opening(id: string): string {
  return `<script type="application/octet-stream" id="${id}">`;
}

/** Packs bytes. The same bytes give the same text on one version of zlib. */
function packed(bytes: Uint8Array): string {
  return deflateRawSync(bytes, { level: 6 }).toString("base64");
}

function withData(shell: string, elements: readonly string[]): string {
  const [head = "", ...rest] = shell.split("<body>\n");
  return [head, elements.join("") + rest.join("<body>\n")].join("<body>\n");
}
