import { drawnAnew, isCounted, isWorkedOut, shownWithoutResult } from "../../word/text/field.ts";
import type { Field } from "../../word/text/field.ts";
import { addText } from "./paragraph.ts";
import type { OpenDocxParagraph } from "./open-paragraph.ts";
import { isOn, wholeNumber } from "../look/values.ts";
import type { Attributes } from "../../package/xml.ts";

type Inline = (paragraph: OpenDocxParagraph, attributes: Attributes, path: readonly string[]) => void;

/** A bound above the 20 levels to which Word nests fields. */
const maximumOpenFields = 100;

const dirty = (paragraph: OpenDocxParagraph, attributes: Attributes): void => {
  // Word works out a field with this mark again when it opens the file (17.16.18).
  if (isOn(attributes["w:dirty"], false)) paragraph.doubt ??= "field-result";
};

const endField = (paragraph: OpenDocxParagraph, field: Field): void => {
  const { instruction } = field;
  if (field.inResult) {
    const isEmpty = paragraph.whole.length === field.resultStart;
    if (drawnAnew.test(instruction) || (isEmpty && isCounted(field))) paragraph.doubt ??= "field-result";
    return;
  }
  const shown = shownWithoutResult(field);
  addText(paragraph, shown);
  if (shown === "" && isWorkedOut(field)) paragraph.doubt ??= "field-result";
};

/** Fields (17.16): complex fields, simple fields and the boxes of old forms. */
export const fieldOpeners: readonly (readonly [string, Inline])[] = [
  [
    "w:fldChar",
    (paragraph, attributes) => {
      const { fields } = paragraph;
      const type = attributes["w:fldCharType"];
      if (type === "begin") {
        // Only a broken file has more open fields than this; the oldest of them already show their results.
        if (fields.length >= maximumOpenFields) fields.shift();
        fields.push({ inResult: false, instruction: "", choices: [], choice: 0 });
        dirty(paragraph, attributes);
      } else if (type === "separate" && fields.length > 0) {
        const field = fields[fields.length - 1]!;
        field.inResult = true;
        field.resultStart = paragraph.whole.length;
      } else if (type === "end") {
        const field = fields.pop();
        if (field !== undefined) endField(paragraph, field);
      }
    },
  ],
  [
    "w:fldSimple",
    (paragraph, attributes) => {
      const instruction = (attributes["w:instr"] ?? "").slice(0, 200);
      if (drawnAnew.test(instruction)) paragraph.doubt ??= "field-result";
      dirty(paragraph, attributes);
      paragraph.simpleFields.push({ instruction, start: paragraph.whole.length });
    },
  ],
  [
    "w:listEntry",
    ({ fields }, attributes) => void fields[fields.length - 1]?.choices.push(attributes["w:val"] ?? ""),
  ],
  [
    "w:result",
    ({ fields }, attributes, path) => {
      const field = fields[fields.length - 1];
      if (field !== undefined && path[path.length - 2] === "w:ddList")
        field.choice = wholeNumber(attributes["w:val"], 0);
    },
  ],
  [
    "w:checkBox",
    ({ fields }) => {
      const field = fields[fields.length - 1];
      if (field !== undefined) field.checked = false;
    },
  ],
  ...["w:default", "w:checked"].map((name): [string, Inline] => [
    name,
    (paragraph, attributes, path) => {
      const field = paragraph.fields[paragraph.fields.length - 1];
      const box = path[path.length - 2];
      if (field === undefined) return;
      if (box === "w:checkBox") field.checked = isOn(attributes["w:val"]);
      else if (box === "w:ddList" && field.choice === 0) field.choice = wholeNumber(attributes["w:val"], 0);
    },
  ]),
];

/** Ends a simple field; one without content shows what the program works out for it. */
export function endSimpleField(paragraph: OpenDocxParagraph): void {
  const field = paragraph.simpleFields.pop();
  if (field === undefined || paragraph.whole.length > field.start) return;
  if (isWorkedOut(field)) paragraph.doubt ??= "field-result";
}
