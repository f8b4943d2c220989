import { drawingOpeners } from "./drawings.ts";
import { ourPrefix } from "../../package/namespaces.ts";
import { openParagraph } from "./open-paragraph.ts";
import { markNote } from "./paragraph.ts";
import { last, looksHere, openContainer, parent, type Opener } from "./story-state.ts";
import { widthOfCell } from "./cell-room.ts";
import { sectionOpeners } from "./sections.ts";
import { tableOpeners } from "./table-elements.ts";
import { newControl } from "./controls.ts";
import { noTable } from "../look/sight.ts";
import { isOn } from "../look/values.ts";

/** Properties, former states and alternatives that hold nothing this adapter needs. */
const skippedElements: readonly string[] = [
  "w:pPrChange w:rPrChange w:tblPrChange w:trPrChange w:tcPrChange w:sectPrChange w:tblGridChange w:tblPrExChange",
  "w:numberingChange w:delText w:delInstrText w14:conflictDel w:sdtEndPr",
  "w:tblBorders w:rt w:rubyPr",
].flatMap((names) => names.split(" "));

const skip: Opener = () => "skip";

/** Namespaces that an mc:Choice may require and still be read (ISO 29500-3 9.3). */
const understood: ReadonlySet<string> = new Set("w wp wp14 wps wpg wpc w14 w15 a pic v".split(" "));

const note: Opener = (story, attributes, path) => {
  if ((attributes["w:type"] ?? "normal") !== "normal") return "skip";
  // Word 2003 keeps a note in the run of its mark.
  const paragraph = last(story.paragraphs);
  if (paragraph !== undefined && parent(path) === "w:r") markNote(paragraph, attributes);
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

/** Word 2003 keeps a comment where it is referred to; it is no part of the text. */
const comment: Opener = ({ context, paragraphs }, attributes) => {
  const paragraph = last(paragraphs);
  if (paragraph && context.disputing.has(attributes["w:id"] ?? "")) paragraph.doubt ??= "note";
  return "skip";
};

const binding: Opener = ({ controls }, attributes) => {
  const control = last(controls);
  if (control === undefined) return;
  control.binding = { path: attributes["w:xpath"] ?? "", store: attributes["w:storeItemID"] };
};

export const openers: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  ...skippedElements.map((name): [string, Opener] => [name, skip]),
  ...sectionOpeners,
  ...tableOpeners,
  ...["w:body", "w:hdr", "w:ftr"].map((key): [string, Opener] => [
    key,
    (story, _, path) => openContainer(story, path, { key }),
  ]),
  [
    "w:background",
    ({ context }, attributes) =>
      context.palette.colourPaper({ value: attributes["w:color"], theme: attributes["w:themeColor"] }),
  ],
  ["w:footnote", note],
  ["w:endnote", note],
  ["w:comment", comment],
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
        cellWidth: table === undefined ? Number.POSITIVE_INFINITY : widthOfCell(table, holder.cell!),
        isInCell: table !== undefined,
        tableStyle: table?.format.style,
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
