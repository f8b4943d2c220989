import type { Adapter, Finding, Limits, MetadataField, Reading, Source } from "../../model/index.ts";
import { isCompoundFile } from "../compound/index.ts";
import { compoundFileRefusal } from "./compound.ts";
import type { Item } from "../word/items.ts";
import { numberingReader } from "./numbering.ts";
import { openWordPackage, readPart } from "./package.ts";
import type { WordPackage } from "./package.ts";
import type { Context, Counts } from "./paragraph.ts";
import { customData } from "./custom-data.ts";
import { paletteReader } from "./look/palette.ts";
import { titleOf } from "./properties.ts";
import { readSmallPart } from "./small-part.ts";
import { Refusal, refusedReading, tooLarge } from "../refusal.ts";
import { storyReader } from "./story.ts";
import { stylesReader } from "./styles.ts";
import { writeTokens } from "../word/tokens.ts";
import { openArchive } from "./zip.ts";
import type { Archive } from "./zip.ts";
import { finding } from "../../findings/finding.ts";

/**
 * Word documents (ISO/IEC 29500, transitional and strict; .docx, .docm, templates, WPS). Every other ZIP and every
 * OLE file comes here too, to be named for what it is.
 */
export const docx: Adapter = {
  id: "docx",
  description: "Word documents: .docx and .docm, from Word or WPS",
  sniff: ({ bytes }) => isCompoundFile(bytes) || isZip(bytes),
  read: (source, limits) => {
    try {
      return readDocument(source, limits);
    } catch (error) {
      if (error instanceof Refusal) return refusedReading(error);
      throw error;
    }
  },
};

function isZip([first, second, third, fourth]: Uint8Array): boolean {
  // A local header, an empty archive, or the marker of a split one (APPNOTE 4.3).
  return (
    first === 0x50 &&
    second === 0x4b &&
    ((third === 3 && fourth === 4) || (third === 5 && fourth === 6) || (third === 7 && fourth === 8))
  );
}

function readDocument({ bytes }: Source, limits: Limits): Reading {
  if (bytes.length > limits.maximumBytes) throw tooLarge("file", bytes.length, limits.maximumBytes);
  if (isCompoundFile(bytes)) throw compoundFileRefusal(bytes, limits);
  const archive = openArchive(bytes, limits);
  const parts = openWordPackage(archive, limits);
  const { styles, handler: stylesHandler } = stylesReader();
  const { numbering, numberLook, handler: numberingHandler } = numberingReader(styles);
  const { palette, handler: paletteHandler } = paletteReader();
  const stylesPart = parts.related("styles");
  if (stylesPart !== null) readPart(archive, stylesPart, stylesHandler, limits);
  for (const kind of ["theme", "settings"]) {
    const part = parts.related(kind);
    if (part !== null) readPart(archive, part, paletteHandler, limits);
  }
  const numberingPart = parts.related("numbering");
  if (numberingPart !== null) readPart(archive, numberingPart, numberingHandler, limits);

  const counts: Counts = {
    insertions: 0,
    deletions: 0,
    hidden: 0,
    pictures: 0,
    objects: 0,
    imports: 0,
    brokenFields: 0,
    controls: 0,
    floating: 0,
    cells: 0,
  };
  const bound = customData(archive, parts, limits);
  const context: Context = { styles, numbering, numberLook, palette, bound, counts, notes: new Set() };
  const items = readStory(archive, parts.document, context, limits);
  const notes = readNotes(archive, parts, context, limits);
  const written = writeTokens([...items, ...notes], limits);
  if (written.tokens.every((token) => token.kind === "line" && token.text.trim() === "")) {
    throw new Refusal(counts.pictures + counts.objects > 0 ? "needs-ocr" : "empty");
  }
  return {
    tokens: written.tokens,
    metadata: readMetadata(archive, parts, limits),
    diagnostics: [
      ...parts.missing.map((part) => finding("missing-part", { args: { part } })),
      ...countDiagnostics(counts),
      ...written.diagnostics,
    ],
  };
}

function readStory(archive: Archive, part: string, context: Context, limits: Limits): readonly Item[] {
  const { handler, stories } = storyReader(context, limits);
  readPart(archive, part, handler, limits);
  if (stories.root() !== "w:document") throw new Refusal("unsupported", { format: "ooxml" });
  return stories.items.get("w:body") ?? [];
}

/** Notes stand at the end, in the order of their marks: never inside the cell or sentence that refers to them. */
function readNotes(archive: Archive, parts: WordPackage, context: Context, limits: Limits): Item[] {
  const found = new Map<string, readonly Item[]>();
  for (const kind of ["footnote", "endnote"]) {
    const part = parts.related(`${kind}s`);
    if (part === null || ![...context.notes].some((key) => key.startsWith(`w:${kind}:`))) continue;
    const { handler, stories } = storyReader(context, limits);
    readPart(archive, part, handler, limits);
    for (const [key, items] of stories.items) found.set(key, items);
  }
  return [...context.notes].flatMap((key) => found.get(key) ?? []);
}

function readMetadata(archive: Archive, parts: WordPackage, limits: Limits): MetadataField[] {
  if (parts.properties === null) return [];
  return titleOf(readSmallPart(archive, parts.properties, limits));
}

function countDiagnostics(counts: Counts): Finding[] {
  const { insertions, deletions, hidden, pictures, objects, imports, brokenFields, controls, floating } =
    counts;
  const findings = [
    insertions + deletions > 0 && finding("tracked-changes", { args: { insertions, deletions } }),
    hidden > 0 && finding("hidden-content", { args: { count: hidden } }),
    pictures > 0 && finding("pictures-not-read", { args: { pictures } }),
    objects > 0 && finding("embedded-objects-not-read", { args: { objects } }),
    imports > 0 && finding("imported-documents-not-read", { args: { documents: imports } }),
    floating > 0 && finding("floating-number", { args: { count: floating } }),
    controls > 0 && finding("bound-data-differs", { path: "/report", args: { count: controls } }),
    brokenFields > 0 && finding("broken-field", { args: { fields: brokenFields } }),
  ];
  return findings.filter((one) => one !== false);
}
