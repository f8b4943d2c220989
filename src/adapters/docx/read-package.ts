import { finding } from "../../findings/finding.ts";
import type { Finding, Limits, MetadataField, Reading } from "../../model/index.ts";
import { Refusal } from "../refusal.ts";
import { itemsReading } from "../word/reading.ts";
import type { Item } from "../word/items/items.ts";
import { commentsReader } from "./comments.ts";
import { customData } from "./custom-data.ts";
import { embeddedFonts, withoutFontsOfWords } from "./look/own-fonts.ts";
import { paletteReader } from "./look/palette.ts";
import { numberingReader } from "./story/numbering.ts";
import { readPart } from "./package.ts";
import type { WordPackage } from "./package.ts";
import type { Counts } from "./story/counts.ts";
import type { ParagraphContext } from "./story/open-paragraph.ts";
import { picturesOf } from "./pictures.ts";
import { titleOf } from "./properties.ts";
import { readSmallPart } from "../package/small-part.ts";
import { storyReader } from "./story/story.ts";
import { stylesReader } from "./look/styles.ts";
import type { Archive } from "../package/zip.ts";

/** Reads the parts of a word-processing package. Throws a Refusal. */
export function readPackage(archive: Archive, parts: WordPackage, limits: Limits): Reading {
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
  const context: ParagraphContext = {
    grounds: [],
    inks: [],
    digitFonts: readDigitFonts(archive, parts, limits),
    styles,
    numbering,
    numberLook,
    palette,
    bound,
    counts,
    pictures: [],
    notes: new Set(),
    disputing: readComments(archive, parts, limits),
  };
  const items = readStory(archive, parts.document, context, limits);
  // Copied before the notes are read, because the notes have relationships of their own.
  const shown = [...context.pictures];
  const notes = readNotes(archive, parts, context, limits);
  lieUnder(items, readMargins(archive, parts, context, limits), counts);
  return itemsReading(
    [...items, ...notes],
    counts,
    limits,
    () => picturesOf(archive, parts.document, shown, limits),
    (unread) => ({
      metadata: readMetadata(archive, parts, limits),
      diagnostics: [
        ...parts.missing.map((part) => finding("missing-part", { args: { part } })),
        ...countDiagnostics(counts, unread),
      ],
    }),
  );
}

function readDigitFonts(archive: Archive, parts: WordPackage, limits: Limits): ReadonlySet<string> {
  const { handler, fonts } = embeddedFonts();
  const table = parts.related("fontTable");
  if (table !== null) readPart(archive, table, handler, limits);
  for (const part of [parts.related("styles"), parts.document])
    if (part !== null && fonts.size > 0) readPart(archive, part, withoutFontsOfWords(fonts), limits);
  return fonts;
}

function readStory(
  archive: Archive,
  part: string,
  context: ParagraphContext,
  limits: Limits,
): readonly Item[] {
  const { handler, stories } = storyReader(context, limits);
  readPart(archive, part, handler, limits);
  if (stories.root() !== "w:document") throw new Refusal("unsupported", { format: "ooxml" });
  const notes = [...stories.items].filter(([key]) => key !== "w:body");
  // Word 2003 keeps the notes inside the text.
  return [...(stories.items.get("w:body") ?? []), ...notes.flatMap(([, items]) => items)];
}

/** Notes are put at the end, in the order of their marks: never inside the cell or sentence that refers to them. */
function readNotes(archive: Archive, parts: WordPackage, context: ParagraphContext, limits: Limits): Item[] {
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

/** What headers and footers show behind the text of the page. */
function readMargins(
  archive: Archive,
  parts: WordPackage,
  { inks, ...context }: ParagraphContext,
  limits: Limits,
): { readonly numbers: number; readonly isDark: boolean } {
  const counts = { ...context.counts, floating: 0 };
  let isDark = false;
  for (const [margin, part] of parts.margins()) {
    const { handler, stories } = storyReader(
      { ...context, inks, grounds: [], pictures: [], notes: new Set(), counts, margin },
      limits,
    );
    readPart(archive, part, handler, limits);
    for (const items of stories.items.values())
      isDark ||= items.some((item) => item.kind === "paragraph" && item.covers !== undefined);
  }
  return { numbers: counts.floating, isDark };
}

/** Every page shows what its header does, so that any table may lie over it. */
function lieUnder(
  items: readonly Item[],
  { numbers, isDark }: { readonly numbers: number; readonly isDark: boolean },
  counts: Counts,
): void {
  counts.floating += numbers;
  for (const item of items) if (isDark && item.kind === "table") item.isCovered = true;
}

function readComments(archive: Archive, parts: WordPackage, limits: Limits): ReadonlySet<string> {
  const part = parts.related("comments");
  const { handler, disputing } = commentsReader();
  if (part !== null) readPart(archive, part, handler, limits);
  return disputing;
}

function readMetadata(archive: Archive, parts: WordPackage, limits: Limits): MetadataField[] {
  if (parts.properties === null) return [];
  return titleOf(readSmallPart(archive, parts.properties, limits));
}

function countDiagnostics(counts: Counts, unread: readonly Finding[]): Finding[] {
  const { insertions, deletions, hidden, objects, imports, brokenFields, controls, floating } = counts;
  const findings = [
    insertions + deletions > 0 && finding("tracked-changes", { args: { insertions, deletions } }),
    hidden > 0 && finding("hidden-content", { args: { count: hidden } }),
    ...unread,
    objects > 0 && finding("embedded-objects-not-read", { args: { objects } }),
    imports > 0 && finding("imported-documents-not-read", { args: { documents: imports } }),
    floating > 0 && finding("floating-number", { args: { count: floating } }),
    controls > 0 && finding("bound-data-differs", { path: "/report", args: { count: controls } }),
    brokenFields > 0 && finding("broken-field", { args: { fields: brokenFields } }),
  ];
  return findings.filter((one) => one !== false);
}
