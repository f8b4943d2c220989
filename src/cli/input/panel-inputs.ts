import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Dataset } from "../../batch/index.ts";
import { convert } from "../../convert.ts";
import { correct } from "../../corrections/index.ts";
import type { Conversion, Correction, Template } from "../../model/index.ts";
import { isUndecidedIssuer } from "../../panel/index.ts";
import type { Unplaced, Whose } from "../../panel/index.ts";
import { chainOf, divisionTree } from "../../places/index.ts";
import { openable } from "../../batch/store/file-path.ts";
import type { GivenDocument } from "./documents.ts";
import { jsonObjects } from "./json-objects.ts";
import type { CommandContext } from "../terminal/context.ts";
import { holdsRecords } from "./panel-sources.ts";
import type { PanelFile } from "./panel-sources.ts";
import { loadDocument } from "./read.ts";

/**
 * One conversion of an archive, or the reason why there is none; `known` is a document whose record has come before.
 */
export type PanelInput =
  | { readonly kind: "conversion"; readonly conversion: Conversion; readonly whose?: Whose }
  | {
      readonly kind: "unplaced";
      readonly source: string;
      readonly reason: Unplaced | "unreadable";
      readonly message: string;
    }
  | { readonly kind: "known" }
  | { readonly kind: "other" };

/** The longest JSON object read as a record, in characters. A real record is a hundredth of this. */
const MAXIMUM_RECORD = 64_000_000;

/** The records of a dataset, and its inputs that gave none. */
export async function* datasetInputs(
  dataset: Dataset,
  options: { readonly templates: readonly Template[]; readonly corrections: readonly Correction[] },
  seen: Set<string>,
  { language }: CommandContext,
): AsyncGenerator<PanelInput> {
  for await (const { conversion, reportId, preferred } of dataset.records(options.templates)) {
    seen.add(conversion.source.sha256);
    yield {
      kind: "conversion",
      conversion: correct(conversion, options.corrections, { ...options, language }),
      whose: whoseOf(reportId, preferred),
    };
  }
  for (const { name, status, detail } of dataset.failures)
    yield {
      kind: "unplaced",
      source: name,
      reason: status === "not-a-report" ? "no-report" : "unreadable",
      message: detail ?? status,
    };
}

/**
 * Whose report it is, from its id, which is the series and the year. A series begins with the code of its division if
 * that is known.
 */
function whoseOf(reportId: string, preferred: boolean): Whose {
  const series = reportId.replace(/:\d{4}$/u, "");
  const divisionCode = /^(?:\d{2}){1,3}(?:\d{3})?(?=:|$)/u.exec(series)?.[0] ?? null;
  const path = divisionCode === null ? [] : chainOf(divisionTree(), divisionCode).map(({ name }) => name);
  return {
    series,
    divisionCode,
    place: path.join("") || null,
    undecided: isUndecidedIssuer(series),
    preferred,
  };
}

/** What one file gives. `seen` holds the hashes of the documents met so far and is added to. */
export async function* panelInputs(
  file: PanelFile,
  options: { readonly templates: readonly Template[]; readonly corrections: readonly Correction[] },
  seen: Set<string>,
  context: CommandContext,
): AsyncGenerator<PanelInput> {
  const { language } = context;
  if (holdsRecords(file.name)) {
    for await (const input of records(file, seen))
      yield input.kind === "conversion"
        ? { ...input, conversion: correct(input.conversion, options.corrections, { ...options, language }) }
        : input;
    return;
  }
  const document: GivenDocument = { ...file, relative: basename(file.name) };
  const loaded = await loadDocument(document, context);
  if (typeof loaded === "string") yield unreadable(file.name, loaded);
  else if (seen.has(loaded.whole.sha256)) yield { kind: "known" };
  else {
    const conversion = await convert(loaded.source, { ...options, language });
    yield { kind: "conversion", conversion: { ...conversion, source: loaded.whole } };
  }
}

async function* records({ name, path }: PanelFile, seen: Set<string>): AsyncGenerator<PanelInput> {
  try {
    for await (const text of jsonObjects(
      createReadStream(openable(path), "utf8") as AsyncIterable<string>,
      MAXIMUM_RECORD,
    )) {
      const value: unknown = JSON.parse(text);
      if (!isConversion(value)) {
        yield { kind: "other" };
        continue;
      }
      seen.add(value.source.sha256);
      yield { kind: "conversion", conversion: value };
    }
  } catch (error) {
    yield unreadable(name, (error as NodeJS.ErrnoException).code ?? String((error as Error).message));
  }
}

function unreadable(source: string, message: string): PanelInput {
  return { kind: "unplaced", source, reason: "unreadable", message };
}

/** Checks only the parts of a conversion that a panel reads. */
function isConversion(value: unknown): value is Conversion {
  const { schema, source, layouts, evidence, diagnostics, report } = value as Partial<
    Record<keyof Conversion, unknown>
  >;
  if (
    schema !== "gongkai/conversion/1" ||
    ![source, layouts, evidence].every(isMap) ||
    !Array.isArray(diagnostics)
  )
    return false;
  const { name, sha256 } = source as Record<string, unknown>;
  if (typeof name !== "string" || typeof sha256 !== "string" || !diagnostics.every(isMap)) return false;
  if (!Object.values(layouts as object).every((layout) => typeof layout === "string")) return false;
  if (report === null) return true;
  if (!isMap(report)) return false;
  const { issuer, year, tables, sections, publicationDate } = report as Record<string, unknown>;
  const text = (it: unknown) => it === null || typeof it === "string";
  if (!text(issuer) || !text(publicationDate) || !(year === null || Number.isInteger(year)) || !isMap(tables))
    return false;
  return (
    Array.isArray(sections) &&
    sections.every(
      (section) => isMap(section) && Array.isArray((section as Record<string, unknown>)["paragraphs"]),
    )
  );
}

function isMap(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
