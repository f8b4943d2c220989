import { drawnAnew, isWorkedOut, linkWithin, shownWithoutResult } from "../word/text/field.ts";
import type { Field } from "../word/text/field.ts";
import type { Flow } from "../word/flow.ts";
import { readFormField } from "./file/form-field.ts";
import { symbolCharacter } from "../word/text/symbols.ts";
import type { Characters } from "./look/characters.ts";
import type { Book, StoryRange } from "./story.ts";

/** Receives the text of the open paragraph. Fields may span paragraphs. */
export interface Inline {
  readonly book: Book;
  readonly drawing: StoryRange["drawing"];
  readonly flow: Flow;
  readonly fields: Field[];
  /** Text was swallowed as the instruction of a field that is still open. */
  suppressed: boolean;
}

/** Word nests at most 20 fields; where a broken file nests more than this, the oldest are dropped. */
const maximumOpenFields = 100;
/** Characters of an instruction that are kept: enough to recognise a field's kind. */
const maximumInstruction = 200;

/** Adds text, or what a control character stands for (MS-DOC 2.4.1, 2.8.25). */
export function emitText(inline: Inline, text: string, look: Characters, position: number): void {
  const control = controls.get(text);
  if (control !== undefined) control(inline, look, position);
  else if (text === "(" && look.symbol !== null)
    addText(inline, symbolCharacter(look.symbol.font, look.symbol.code), { ...look, font: undefined });
  else if (text >= " ") addText(inline, text, look);
}

/**
 * Ends fields whose instruction is still open when the paragraph ends: what follows is shown, and a field that hid text
 * is counted.
 */
export function endFields(inline: Inline): void {
  for (const field of inline.fields) {
    if (field.inResult) continue;
    field.inResult = true;
    if (inline.suppressed) inline.book.tally.brokenFields++;
  }
  inline.suppressed = false;
}

function addText(inline: Inline, text: string, look: Characters): void {
  const hiding = inline.fields.length > 0 && inline.fields.some((field) => !field.inResult);
  if (!hiding) return inline.flow.text(text, look);
  const field = inline.fields.at(-1)!;
  if (!field.inResult && field.instruction.length < maximumInstruction) field.instruction += text;
  inline.suppressed = true;
}

type Control = (inline: Inline, look: Characters, position: number) => void;

const lineBreak: Control = (inline, look) => addText(inline, "\n", look);

/** A page or column break before any text does not start a new line. */
const otherBreak: Control = (inline, look) => {
  if (!inline.flow.isEmpty()) addText(inline, "\n", look);
};

const controls: ReadonlyMap<string, Control> = new Map<string, Control>([
  ["\t", (inline, look) => addText(inline, "\t", look)],
  ["\u000b", lineBreak],
  ["\f", otherBreak],
  ["\u000e", otherBreak],
  ["\u001e", (inline, look) => addText(inline, "-", look)],
  ["\u0002", ({ flow }, look) => void (look.special && flow.noteMark(look))],
  [
    "\u0013",
    ({ fields }) => {
      if (fields.length >= maximumOpenFields) fields.shift();
      fields.push({ inResult: false, instruction: "", choices: [], choice: 0 });
    },
  ],
  [
    "\u0014",
    ({ fields, flow }, look) => {
      const field = fields.at(-1);
      if (field === undefined) return;
      field.inResult = true;
      if (linkWithin.test(field.instruction)) flow.noteMark(look);
    },
  ],
  [
    "\u0015",
    (inline, look) => {
      const field = inline.fields.pop();
      if (!inline.fields.some((one) => !one.inResult)) inline.suppressed = false;
      if (field === undefined) return;
      const shown = field.inResult ? "" : shownWithoutResult(field);
      addText(inline, shown, look);
      if (field.inResult ? drawnAnew.test(field.instruction) : shown === "" && isWorkedOut(field))
        inline.flow.doubt("field-result");
    },
  ],
  [
    "\u0001",
    ({ book, fields, flow }, look) => {
      // In a field's instruction, this character stands for the field's data: the address of a link, the choices of a
      // list (MS-DOC 2.8.25).
      const field = fields.findLast(({ inResult }) => !inResult);
      if (field !== undefined) {
        const form = look.picture === null ? null : readFormField(book.data, look.picture);
        if (form !== null) Object.assign(field, form);
        return;
      }
      if (!look.special || look.hidden || look.deleted) return;
      flow.picture(look.object ? "objects" : "pictures", "inline");
      if (!look.object && look.picture !== null) book.pictures.push({ inline: look.picture });
    },
  ],
  [
    "\u0005",
    // The mark of a comment, which stands beside the page.
    ({ book: { comments }, flow }, look) => {
      if (look.special && comments.disputing[comments.next++]) flow.doubt("note");
    },
  ],
  [
    "\u0008",
    ({ book, drawing, flow }, look, position) => {
      if (!look.special || look.hidden || look.deleted) return;
      const { box, covers } = drawing(position);
      if (covers !== undefined) flow.covers(covers);
      if (box !== null) {
        flow.cover();
        return flow.attach(box);
      }
      flow.picture("pictures", "floating");
      book.pictures.push({ floating: position });
    },
  ],
]);
