import type { Limits } from "../../model/index.ts";
import { collectText, inlineClosers, inlineOpeners } from "./inline.ts";
import type { Item } from "../word/items.ts";
import { ourPrefix } from "./namespaces.ts";
import { closeParagraph, endInstructions, isHidden, openParagraph } from "./paragraph.ts";
import type { Context } from "./paragraph.ts";
import { closeContainer, countParagraph, last, newStory, openContainer, parent } from "./story-state.ts";
import type { Closer, Opener } from "./story-state.ts";
import { tableClosers, tableOpeners } from "./table-elements.ts";
import type { XmlHandler } from "./xml.ts";

/** What one part says: `w:body` → items, or `w:footnote:2` → items for the notes. */
export interface Stories {
  /** Name of the part's outermost element. */
  readonly root: () => string;
  readonly items: ReadonlyMap<string, readonly Item[]>;
}

/** Reads the main part or a part of notes; the items are there once the part has ended. */
export function storyReader(context: Context, limits: Limits): { handler: XmlHandler; stories: Stories } {
  const story = newStory(context, limits);
  let root = "";
  let preserve = false;
  const handler: XmlHandler = {
    open: (name, attributes, path, scope) => {
      if (path.length === 1) root = name;
      if (skippedElements.has(name)) return "skip";
      const opener = openers.get(name);
      if (opener !== undefined) return opener(story, attributes, path, scope);
      const paragraph = last(story.paragraphs);
      if (paragraph === undefined) return;
      if (name === "w:t") preserve = attributes["xml:space"] === "preserve";
      inlineOpeners.get(name)?.(paragraph, attributes, path);
    },
    close: (name, path) => {
      const closer = closers.get(name);
      if (closer !== undefined) return closer(story, path);
      const paragraph = last(story.paragraphs);
      if (paragraph !== undefined) inlineClosers.get(name)?.(paragraph, preserve);
    },
    text: (text) => {
      const paragraph = last(story.paragraphs);
      if (paragraph !== undefined && paragraph.collecting !== null) collectText(paragraph, text);
    },
  };
  return { handler, stories: { root: () => root, items: story.finished } };
}

/** Properties, former states and readings that say nothing this adapter needs. */
const skippedElements: ReadonlySet<string> = new Set(
  [
    "w:pPrChange w:rPrChange w:tblPrChange w:trPrChange w:tcPrChange w:sectPrChange w:tblGridChange w:tblPrExChange",
    "w:numberingChange w:delText w:delInstrText w14:conflictDel w:sdtPr w:sdtEndPr w:sectPr w:tblPr w:tblPrEx",
    "w:pBdr w:tabs w:tcBorders w:tcMar w:rt w:rubyPr wps:spPr wps:style wps:bodyPr",
  ].flatMap((names) => names.split(" ")),
);

/** Namespaces an mc:Choice may require and still be read (ISO 29500-3 9.3). */
const understood: ReadonlySet<string> = new Set("w wp wp14 wps wpg wpc w14 w15 a pic v".split(" "));

const note: Opener = (story, attributes, path) => {
  if ((attributes["w:type"] ?? "normal") !== "normal") return "skip";
  openContainer(story, path, { key: `${last(path)}:${attributes["w:id"]}` });
};

/** Deleted text, a deleted paragraph mark, or a deleted row (17.13.5): never read. */
const deleted: Opener = ({ context, paragraphs, tables }, _, path) => {
  context.counts.deletions++;
  const paragraph = last(paragraphs);
  const row = last(tables)?.row;
  if (parent(path) === "w:rPr" && path[path.length - 3] === "w:pPr" && paragraph) paragraph.markGone = true;
  else if (parent(path) === "w:trPr" && row) row.gone = true;
  return "skip";
};

const inserted: Opener = ({ context }, _, path) => {
  if (parent(path) !== "w:numPr") context.counts.insertions++;
};

const unread =
  (kind: "pictures" | "objects"): Opener =>
  ({ context, containers }, _, path) => {
    context.counts[kind]++;
    const cell = last(containers)?.cell;
    if (cell && cell.picture !== "inline") cell.picture = path.includes("wp:anchor") ? "floating" : "inline";
    return "skip";
  };

const imported: Opener = ({ context }) => void context.counts.imports++;

/** A drawing in hidden text is hidden with its text box. */
const drawing: Opener = ({ context, paragraphs }) => {
  const paragraph = last(paragraphs);
  if (paragraph === undefined || !isHidden(paragraph)) return;
  context.counts.hidden++;
  return "skip";
};

const openers: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  ...tableOpeners,
  ["w:body", (story, _, path) => openContainer(story, path, { key: "w:body" })],
  ["w:footnote", note],
  ["w:endnote", note],
  ["w:txbxContent", (story, _, path) => openContainer(story, path, { counter: story.boxCounter })],
  [
    "w:p",
    ({ containers, paragraphs, context }, _, path) => {
      const holder = last(containers);
      if (holder === undefined) return "skip";
      paragraphs.push(openParagraph(path.length, context, holder.fields, holder.carried));
      holder.carried = null;
    },
  ],
  ["w:ins", inserted],
  ["w:moveTo", inserted],
  ["w:cellIns", inserted],
  ["w:del", deleted],
  ["w:moveFrom", deleted],
  ["w:drawing", drawing],
  ["w:pict", drawing],
  ["pic:pic", unread("pictures")],
  ["c:chart", unread("pictures")],
  ["dgm:relIds", unread("pictures")],
  ["v:imagedata", unread("pictures")],
  ["w:object", unread("objects")],
  ["w:altChunk", imported],
  ["w:subDoc", imported],
  ["mc:AlternateContent", ({ alternatives }) => void alternatives.push(false)],
  [
    "mc:Choice",
    ({ alternatives }, attributes, _, scope) => {
      const required = (attributes["Requires"] ?? "").split(/\s+/).filter((prefix) => prefix !== "");
      const readable = required.every((prefix) => understood.has(ourPrefix(scope, prefix) ?? ""));
      if (last(alternatives) === true || !readable) return "skip";
      alternatives[alternatives.length - 1] = true;
    },
  ],
  ["mc:Fallback", ({ alternatives }) => (last(alternatives) === true ? "skip" : undefined)],
]);

const closeStory: Closer = (story, path) => {
  const closing = closeContainer(story, path);
  if (closing !== null && closing.key !== null) story.finished.set(closing.key, closing.items);
};

const closers: ReadonlyMap<string, Closer> = new Map<string, Closer>([
  ...tableClosers,
  ["w:body", closeStory],
  ["w:footnote", closeStory],
  ["w:endnote", closeStory],
  [
    "w:txbxContent",
    (story, path) => {
      const closing = closeContainer(story, path);
      const target = last(story.paragraphs)?.attached ?? last(story.containers)?.items;
      for (const item of closing?.items ?? []) target?.push(item);
    },
  ],
  [
    // Here rather than at the end, so that a text box inside is counted after the paragraph that anchors it.
    "w:pPr",
    (story, path) => {
      const paragraph = last(story.paragraphs);
      if (paragraph !== undefined && paragraph.depth === path.length - 1) countParagraph(story, paragraph);
    },
  ],
  [
    "w:p",
    (story) => {
      const paragraph = story.paragraphs.pop()!;
      const holder = last(story.containers)!;
      countParagraph(story, paragraph);
      endInstructions(paragraph);
      if (paragraph.markGone) holder.carried = paragraph;
      else {
        holder.items.push(closeParagraph(paragraph));
        for (const item of paragraph.attached) holder.items.push(item);
      }
    },
  ],
  ["mc:AlternateContent", ({ alternatives }) => void alternatives.pop()],
]);
