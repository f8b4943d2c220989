import { numberFormat } from "../word/lists/number-codes.ts";
import type { Attributes, Dialect } from "../package/xml.ts";

/**
 * Translates WordprocessingML of Word 2003 into the names of ISO 29500. It is one file with styles, lists and text, and
 * most names are the same. Each pass needs a new translator, because it counts the notes, which are inside the text
 * there.
 */
export function word2003(): Dialect {
  let notes = 0;
  return (name, raw, path) => {
    const attributes = renamedAttributes(name, raw);
    if (name === "aml:annotation")
      return {
        name: annotations[raw["w:type"] ?? ""] ?? name,
        attributes: { ...attributes, "w:id": raw["aml:id"] ?? "" },
      };
    if (name === "w:footnote" || name === "w:endnote")
      return {
        name,
        attributes: path.includes("w:r") ? { ...attributes, "w:id": String(++notes) } : attributes,
      };
    if (name === "w:nfc")
      return { name: "w:numFmt", attributes: { "w:val": numberFormat(Number(raw["w:val"] ?? 0)) } };
    if (name === "w:suff") return { name, attributes: { "w:val": (raw["w:val"] ?? "tab").toLowerCase() } };
    return { name: elements[name] ?? name, attributes };
  };
}

const elements: Readonly<Record<string, string>> = {
  "w:wordDocument": "w:document",
  "w:vmerge": "w:vMerge",
  "w:hmerge": "w:hMerge",
  "w:listPr": "w:numPr",
  "w:ilfo": "w:numId",
  "w:listDef": "w:abstractNum",
  "w:list": "w:num",
  "w:ilst": "w:abstractNumId",
  "w:listStyleLink": "w:numStyleLink",
  "w:hlink": "w:hyperlink",
  "w:asianLayout": "w:eastAsianLayout",
};

/** Tracked changes and comments are annotations, which differ by their type. */
const annotations: Readonly<Record<string, string>> = {
  "Word.Insertion": "w:ins",
  "Word.Deletion": "w:del",
  "Word.Formatting": "w:rPrChange",
  "Word.Numbering": "w:numberingChange",
  "Word.Comment": "w:comment",
  "Word.Comment.Start": "w:commentRangeStart",
};

const ofLists = { "w:listDefId": "w:abstractNumId", "w:ilfo": "w:numId" };
const ofNotes = { "w:suppressRef": "w:customMarkFollows" };
/** Attributes with another name, by the element. */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "w:listDef": ofLists,
  "w:list": ofLists,
  "w:footnote": ofNotes,
  "w:endnote": ofNotes,
};

/** Elements whose values are also spelt with hyphens: `dark-blue`, `pct-10`, `text-wrapping`. */
const hyphened: ReadonlySet<string> = new Set(["w:highlight", "w:shd", "w:br"]);

/** Attribute names in the spelling of ISO 29500: `w:h-rule` becomes `w:hRule`. */
function renamedAttributes(element: string, raw: Attributes): Attributes {
  const renamed: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    const plain = name.includes("-") ? withoutHyphens(name) : name;
    const known = names[element]?.[plain] ?? plain;
    renamed[known] = hyphened.has(element) && value.includes("-") ? withoutHyphens(value) : value;
  }
  return renamed;
}

const withoutHyphens = (text: string): string =>
  text.replace(/-([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
