import { isFaintOnGround, white } from "../../docx/look/colour.ts";
import type { Rgb } from "../../docx/look/colour.ts";
import { furthest } from "../items/covering.ts";
import type { Reach } from "../items/covering.ts";
import { doubtOf, joinsNumber, showScripts, withLabel } from "./ink.ts";
import type { Script } from "./ink.ts";
import type { CellPicture, Item, WordParagraph } from "../items/items.ts";
import type { Label } from "../lists/list-counter.ts";
import { isMixed, lookDoubt } from "./look.ts";
import type { LetterLook } from "./look.ts";
import { isSymbolFont, symbolText } from "./symbols.ts";

/** An open paragraph of a flow, to which text is still added. */
export interface FlowText {
  text: string;
  scripts: Script[];
  struck: boolean;
  /** How many spaces have a line through or under them. */
  lined: number;
  doubt: string | undefined;
  /** Colours of the digits that have no ground of their own. */
  inks: Rgb[];
  last: LetterLook | undefined;
  attached: Item[];
  /** What floats in front of the text, as far as it is known when the paragraph ends. */
  covers: Reach[];
  /** The picture drawn in the paragraph or over it; when the paragraph ends, it becomes the picture of the cell. */
  picture: CellPicture;
}

export const emptyFlowText = (): FlowText => ({
  text: "",
  scripts: [],
  struck: false,
  lined: 0,
  doubt: undefined,
  inks: [],
  last: undefined,
  attached: [],
  covers: [],
  picture: "none",
});

/** Adds the visible text of a run, and the reasons to doubt it. */
export function addFlowText(open: FlowText, text: string, look: LetterLook): void {
  const { script, font } = look;
  const start = open.text.length;
  const shown = isSymbolFont(font) ? symbolText(font, text) : text;
  if (open.last !== undefined && joinsNumber(open.text, shown) && isMixed(open.last, look))
    open.doubt ??= "mixed-look";
  open.text += shown;
  if (shown.trim() !== "") open.last = look;
  else if (look.underlined || look.struck) open.lined += shown.length;
  if (script !== undefined) open.scripts.push([start, open.text.length, script]);
  if (/\d/.test(text)) addDigits(open, look);
}

function addDigits(open: FlowText, look: LetterLook): void {
  const { ground, colour, struck } = look;
  open.struck ||= struck;
  if (ground === null && colour !== null) open.inks.push(colour);
  open.doubt ??= lookDoubt(ground === null ? { ...look, colour: null } : look);
}

/** The label of the open paragraph, with its look noted; null where it is hidden. */
export function seenFlowLabel(open: FlowText, label: Label, look: LetterLook | undefined): Label | null {
  if (look?.hidden === true || look?.deleted === true) return null;
  if (look !== undefined && /\d/.test(label.text)) addDigits(open, look);
  return label;
}

/** Paragraphs with digits that stand on the ground of their cell; that ground is known only when the row ends. */
const grounded = new WeakMap<Item, Grounded>();

interface Grounded {
  readonly inks: readonly Rgb[];
  readonly plain: WordParagraph;
  /** The reason for doubt that holds on any ground. */
  readonly doubt: string | undefined;
}

/** The texts of a cell as they show on its shading. */
export function onCellGround(items: readonly Item[], ground: Rgb): readonly Item[] {
  return items.map((item) => {
    const known = grounded.get(item);
    if (known === undefined) return item;
    const doubt = known.inks.some((ink) => isFaintOnGround(ink, ground)) ? "faint-text" : known.doubt;
    return doubt === undefined ? known.plain : { ...known.plain, doubt };
  });
}

/** Ends the open paragraph and gives what was read of it. */
export function closeFlowText(
  open: FlowText,
  label: Label | null,
  heading: number | undefined,
): WordParagraph {
  const raised = showScripts(open);
  const known = doubtOf({ struck: open.struck, formula: false }, raised);
  const faint = open.inks.some((ink) => isFaintOnGround(ink, white)) ? "faint-text" : undefined;
  const doubt = known ?? faint ?? open.doubt;
  const text = label === null ? raised : withLabel(label, raised);
  const bare: WordParagraph =
    heading === undefined ? { kind: "paragraph", text } : { kind: "paragraph", text, heading };
  const [first, ...others] = open.covers;
  const plain = first === undefined ? bare : { ...bare, covers: others.reduce(furthest, first) };
  const paragraph = doubt === undefined ? plain : { ...plain, doubt };
  if (open.inks.length > 0 && known === undefined)
    grounded.set(paragraph, { inks: open.inks, plain, doubt: open.doubt });
  return paragraph;
}
