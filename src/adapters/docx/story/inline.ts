import { endSimpleField, fieldOpeners } from "./fields.ts";
import { plainRun } from "./open-paragraph.ts";
import { addText, elementText, markNote } from "./paragraph.ts";
import type { OpenDocxParagraph } from "./open-paragraph.ts";
import { symbolCharacter } from "../../word/text/symbols.ts";
import { readRunProperty, readShading, runPropertyNames, twips } from "../look/run-properties.ts";
import { withBesideLine } from "../look/borders.ts";
import { alignedBy, exactLine, indentOf, lastStop, rightOf, startOf } from "../look/styles.ts";
import { wholeNumber } from "../look/values.ts";
import type { Attributes } from "../../package/xml.ts";

/** Twips of a frame that states no height. */
const LINE = 280;

/** What to do when an element inside a paragraph opens. `path` ends with the element itself. */
type Inline = (paragraph: OpenDocxParagraph, attributes: Attributes, path: readonly string[]) => void;

/**
 * The element that a property belongs to: `w:r` or `m:r` for a run, `w:pPr` for the paragraph's mark; "" outside a
 * w:rPr.
 */
function holderOfProperty(path: readonly string[]): string {
  const at = path.lastIndexOf("w:rPr");
  return at > 0 ? path[at - 1]! : "";
}

/** Reads a property of the run, of the paragraph's mark or of the paragraph. */
const runProperty =
  (name: string): Inline =>
  (paragraph, attributes, path) => {
    const holder = holderOfProperty(path);
    if (holder === "w:r" || holder === "m:r") readRunProperty(paragraph.run.look, name, attributes);
    else if (holder === "w:pPr") {
      readRunProperty(paragraph.markLook, name, attributes);
      if (name === "w:vanish" || name === "w:specVanish")
        paragraph.markGone ||= paragraph.markLook.vanish ?? false;
    } else if (path[path.length - 2] !== "w:pPr") return;
    else if (name === "w:spacing") {
      paragraph.line = exactLine(attributes) ?? paragraph.line;
      paragraph.before = twips(attributes["w:before"]) ?? paragraph.before;
    } else if (name === "w:shd") paragraph.shading = readShading(attributes);
  };

const inRun = (path: readonly string[]): boolean => path[path.length - 2] === "w:r";

export function readBorder(
  paragraph: OpenDocxParagraph | undefined,
  name: string,
  attributes: Attributes,
): void {
  if (paragraph !== undefined) paragraph.lines = withBesideLine(paragraph.lines, name, attributes);
}

const startText: Inline = (paragraph) => {
  paragraph.collecting = "text";
  paragraph.buffer = "";
};

const noteReference: Inline = (paragraph, attributes, path) => {
  const kind = path[path.length - 1] === "w:footnoteReference" ? "w:footnote" : "w:endnote";
  paragraph.context.notes.add(`${kind}:${attributes["w:id"]}`);
  markNote(paragraph, attributes);
};

/** A link to a place in the document may be the mark of a note, which looks like one more digit. */
const link: Inline = (paragraph, attributes) => {
  if (attributes["w:anchor"] === undefined || attributes["r:id"] !== undefined) return;
  if (/\d$/.test(paragraph.text)) paragraph.doubt ??= "mixed-styles";
};

/** A comment (批注) stands beside the page: it is not read, but a number that it corrects is doubtful. */
const commentReference: Inline = (paragraph, { "w:id": id = "" }) => {
  if (paragraph.context.disputing.has(id)) paragraph.doubt ??= "note";
};

/** Marks the paragraph, because two-dimensional mathematics cannot be written as one number. */
const formula: Inline = (paragraph) => {
  paragraph.formula = true;
};

/** Elements that override the direction (17.3.2.3, 17.3.2.8) are read as the Unicode controls they stand for. */
const direction =
  (rightToLeft: string, leftToRight: string): Inline =>
  (paragraph, attributes) =>
    addText(paragraph, attributes["w:val"] === "rtl" ? rightToLeft : leftToRight);

export const inlineOpeners: ReadonlyMap<string, Inline> = new Map<string, Inline>([
  ["w:pStyle", (paragraph, attributes) => void (paragraph.style = attributes["w:val"])],
  ["w:outlineLvl", (paragraph, attributes) => void (paragraph.outline = wholeNumber(attributes["w:val"], 9))],
  [
    "w:numId",
    (paragraph, attributes) =>
      void (paragraph.number = {
        ...paragraph.number,
        ...(attributes["w:val"] !== undefined && { numberId: attributes["w:val"] }),
      }),
  ],
  [
    "w:ilvl",
    (paragraph, attributes) =>
      void (paragraph.number = { ...paragraph.number, level: wholeNumber(attributes["w:val"], 0) }),
  ],
  [
    "w:ind",
    (paragraph, attributes) => {
      paragraph.indent = indentOf(attributes) ?? paragraph.indent;
      paragraph.start = startOf(attributes) ?? paragraph.start;
      paragraph.right = rightOf(attributes) ?? paragraph.right;
    },
  ],
  ["w:jc", (paragraph, attributes) => void (paragraph.aligned = alignedBy(attributes["w:val"]))],
  [
    "w:framePr",
    (paragraph, attributes) => {
      paragraph.framed = attributes["w:dropCap"] === undefined && !paragraph.floating;
      const [top, height = LINE] = [twips(attributes["w:y"]), twips(attributes["w:h"])];
      const isNear = attributes["w:vAnchor"] === "text";
      paragraph.frame = { top: top && top / 20, height: height / 20, isNear };
    },
  ],
  ...["w:pgNum", "w:dayLong", "w:dayShort", "w:monthLong", "w:monthShort", "w:yearLong", "w:yearShort"].map(
    (name): [string, Inline] => [name, (paragraph) => void (paragraph.doubt ??= "field-result")],
  ),
  ["w:r", (paragraph) => void (paragraph.run = plainRun())],
  ["m:r", (paragraph) => void (paragraph.run = plainRun())],
  ["w:t", startText],
  ["m:t", startText],
  ["w:instrText", (paragraph) => void (paragraph.collecting = "instruction")],
  [
    "w:tab",
    (paragraph, attributes, path) => {
      if (inRun(path)) return addText(paragraph, "\t");
      if (attributes["w:val"] === "bar") return readBorder(paragraph, "w:tab", attributes);
      if (/^[^n]/.test(attributes["w:leader"] ?? "")) readBorder(paragraph, "leader", attributes);
      paragraph.stop = lastStop(paragraph.stop, attributes);
    },
  ],
  ["w:ptab", (paragraph) => addText(paragraph, "\t")],
  ["w:cr", (paragraph) => addText(paragraph, "\n")],
  [
    "w:br",
    (paragraph, attributes) => {
      // A page or column break before any text does not start a new line.
      const type = attributes["w:type"] ?? "textWrapping";
      if (type === "textWrapping" || paragraph.text !== "") addText(paragraph, "\n");
    },
  ],
  // People often type this hyphen as the minus of a negative number; a soft hyphen (w:softHyphen) is not shown.
  ["w:noBreakHyphen", (paragraph) => addText(paragraph, "-")],
  [
    "w:sym",
    (paragraph, attributes) =>
      addText(
        paragraph,
        symbolCharacter(attributes["w:font"], Number.parseInt(attributes["w:char"] ?? "", 16)),
      ),
  ],
  ["w:footnoteReference", noteReference],
  ["w:endnoteReference", noteReference],
  ["w:hyperlink", link],
  ["w:commentRangeStart", commentReference],
  ["w:commentReference", commentReference],
  ["w:bdo", direction("\u202e", "\u202d")],
  ["w:dir", direction("\u202b", "\u202a")],
  ...fieldOpeners,
  ["w:ruby", (paragraph) => void (paragraph.ruby = true)],
  ...runPropertyNames.map((name): [string, Inline] => [name, runProperty(name)]),
  ...[
    "m:d",
    "m:acc",
    "m:bar",
    "m:borderBox",
    "m:groupChr",
    "m:phant",
    "m:f",
    "m:sSup",
    "m:sSub",
    "m:sSubSup",
    "m:sPre",
    "m:rad",
    "m:nary",
    "m:m",
    "m:eqArr",
    "m:limLow",
    "m:limUpp",
  ].map((name): [string, Inline] => [name, formula]),
]);

/** Characters of an instruction that are kept: enough to recognise the kind of the field. */
const maximumInstruction = 200;

export function collectText(paragraph: OpenDocxParagraph, text: string): void {
  if (paragraph.collecting === "text") paragraph.buffer += text;
  else {
    const field = paragraph.fields[paragraph.fields.length - 1];
    if (field !== undefined && field.instruction.length < maximumInstruction) field.instruction += text;
  }
}

export const inlineClosers: ReadonlyMap<string, (paragraph: OpenDocxParagraph, preserve: boolean) => void> =
  new Map([
    [
      "w:t",
      (paragraph: OpenDocxParagraph, preserve: boolean) => {
        paragraph.collecting = null;
        addText(paragraph, elementText(paragraph.buffer, preserve));
      },
    ],
    [
      "m:t",
      (paragraph: OpenDocxParagraph) => {
        paragraph.collecting = null;
        addText(paragraph, elementText(paragraph.buffer, true));
      },
    ],
    ["m:num", (paragraph: OpenDocxParagraph) => addText(paragraph, "/")],
    ["w:fldSimple", endSimpleField],
    ["w:instrText", (paragraph: OpenDocxParagraph) => void (paragraph.collecting = null)],
    ["w:bdo", (paragraph: OpenDocxParagraph) => addText(paragraph, "\u202c")],
    ["w:dir", (paragraph: OpenDocxParagraph) => addText(paragraph, "\u202c")],
  ]);
