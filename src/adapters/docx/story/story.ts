import type { Limits } from "../../../model/index.ts";
import { drawingClosers, drawingOpeners } from "./drawings.ts";
import { collectText, inlineClosers, inlineOpeners } from "./inline.ts";
import { isValueAlone } from "../../word/items.ts";
import type { Item } from "../../word/items.ts";
import { ourPrefix } from "../../package/namespaces.ts";
import { openParagraph } from "./open-paragraph.ts";
import { closeParagraph, endInstructions } from "./paragraph.ts";
import type { ParagraphContext } from "./open-paragraph.ts";
import {
  closeContainer,
  countParagraph,
  last,
  looksHere,
  newStory,
  openContainer,
  parent,
} from "./story-state.ts";
import type { Closer, Opener } from "./story-state.ts";
import { readTableShading, tableClosers, tableOpeners } from "./table-elements.ts";
import { checkControl, newControl } from "./controls.ts";
import { noTable } from "../look/sight.ts";
import { isOn } from "../look/values.ts";
import type { XmlHandler } from "../../package/xml.ts";

/** The content of one part: the items of `w:body`, or those of each note, such as `w:footnote:2`. */
export interface Stories {
  /** Name of the part's outermost element. */
  readonly root: () => string;
  readonly items: ReadonlyMap<string, readonly Item[]>;
}

/** Reads the main part or a part with notes; the items are available once the part has ended. */
export function storyReader(
  context: ParagraphContext,
  limits: Limits,
): { handler: XmlHandler; stories: Stories } {
  const story = newStory(context, limits);
  let root = "";
  let preserve = false;
  const handler: XmlHandler = {
    open: (name, attributes, path, scope) => {
      if (path.length === 1) root = name;
      if (name === "w:shd" && readTableShading(story, attributes, path)) return;
      const opener = openers.get(name);
      if (opener !== undefined) return opener(story, attributes, path, scope);
      const paragraph = last(story.paragraphs);
      if (paragraph === undefined) return;
      if (name === "w:t") {
        preserve = attributes["xml:space"] === "preserve";
        // Each program chooses by itself which of the alternatives it shows.
        if (story.alternatives.length > paragraph.alternatives) paragraph.doubt ??= "alternate-content";
      }
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

/** Properties, former states and alternatives that hold nothing this adapter needs. */
const skippedElements: readonly string[] = [
  "w:pPrChange w:rPrChange w:tblPrChange w:trPrChange w:tcPrChange w:sectPrChange w:tblGridChange w:tblPrExChange",
  "w:numberingChange w:delText w:delInstrText w14:conflictDel w:sdtEndPr w:sectPr w:tblPrEx",
  "w:pBdr w:tabs w:tcMar w:tblBorders w:tblCellMar w:rt w:rubyPr wps:spPr wps:style wps:bodyPr",
].flatMap((names) => names.split(" "));

const skip: Opener = () => "skip";

/** Namespaces that an mc:Choice may require and still be read (ISO 29500-3 9.3). */
const understood: ReadonlySet<string> = new Set("w wp wp14 wps wpg wpc w14 w15 a pic v".split(" "));

const note: Opener = (story, attributes, path) => {
  if ((attributes["w:type"] ?? "normal") !== "normal") return "skip";
  openContainer(story, path, { key: `${last(path)}:${attributes["w:id"]}` });
};

/** Deleted text, a deleted paragraph mark, or a deleted row (17.13.5); these are never read. */
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

const binding: Opener = ({ controls }, attributes) => {
  const control = last(controls);
  if (control === undefined) return;
  control.binding = { path: attributes["w:xpath"] ?? "", store: attributes["w:storeItemID"] };
};

const openers: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  ...skippedElements.map((name): [string, Opener] => [name, skip]),
  ...tableOpeners,
  ["w:body", (story, _, path) => openContainer(story, path, { key: "w:body" })],
  [
    "w:background",
    ({ context }, attributes) =>
      context.palette.colourPaper({ value: attributes["w:color"], theme: attributes["w:themeColor"] }),
  ],
  ["w:footnote", note],
  ["w:endnote", note],
  [
    "w:txbxContent",
    (story, _, path) => openContainer(story, path, { counter: story.boxCounter, looks: [noTable] }),
  ],
  [
    "w:p",
    (story, _, path) => {
      const { containers, paragraphs, context, controls, alternatives } = story;
      const holder = last(containers);
      if (holder === undefined) return "skip";
      const table = holder.cell === null ? undefined : last(story.tables);
      const around = {
        table: looksHere(story),
        controls: [...controls],
        alternatives: alternatives.length,
        floating: table?.format.floating === true,
        rowHeight: table?.row?.height,
      };
      paragraphs.push(openParagraph(path.length, context, holder.fields, holder.carried, around));
      holder.carried = null;
    },
  ],
  ["w:ins", inserted],
  ["w:moveTo", inserted],
  ["w:cellIns", inserted],
  ["w:del", deleted],
  ["w:moveFrom", deleted],
  ...drawingOpeners,
  [
    "w:sdt",
    ({ controls, paragraphs }) => {
      const control = newControl();
      controls.push(control);
      last(paragraphs)?.controls.push(control);
    },
  ],
  ["w:dataBinding", binding],
  ["w15:dataBinding", binding],
  [
    "w:showingPlcHdr",
    ({ controls }, attributes) => {
      const control = last(controls);
      if (control !== undefined) control.placeholder = isOn(attributes["w:val"]);
    },
  ],
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
      const items = closing?.items ?? [];
      const target = last(story.paragraphs)?.attached ?? last(story.containers)?.items;
      const floats = story.floats.length > 0;
      // A number in a box of its own may stand over any cell.
      if (floats && isValueAlone(items)) story.context.counts.floating++;
      for (const item of items) target?.push(item);
    },
  ],
  [
    // Counted here and not at the end of the paragraph, so that a text box inside it is counted after the paragraph
    // that anchors it.
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
        const closed = closeParagraph(paragraph);
        if (paragraph.framed && holder.cell === null && isValueAlone([closed]))
          story.context.counts.floating++;
        holder.items.push(closed);
        for (const item of paragraph.attached) holder.items.push(item);
      }
    },
  ],
  ["mc:AlternateContent", ({ alternatives }) => void alternatives.pop()],
  ...drawingClosers,
  [
    "w:sdt",
    ({ controls, context, paragraphs, containers }) => {
      const control = controls.pop();
      const inCell = containers.some(({ cell }) => cell !== null);
      if (control !== undefined)
        checkControl(control, context.bound, last(paragraphs), inCell, context.counts);
    },
  ],
]);
