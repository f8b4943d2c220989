import { contrastOnGround, isFaintOnGround, isSame, white } from "../docx/look/colour.ts";
import type { Rgb } from "../docx/look/colour.ts";
import { doubtOf, showScripts } from "../word/ink.ts";
import type { Script } from "../word/ink.ts";
import { isSymbolFont, symbolText } from "../word/symbols.ts";

/** How a stretch of a cell's text looks. */
export interface RunLook {
  readonly struck: boolean;
  readonly script?: "superscript" | "subscript" | undefined;
  /** Points. */
  readonly size: number;
  /** Null where the program chooses what can be read. */
  readonly colour: Rgb | null;
  readonly font?: string | undefined;
  /** Another reason why its digits must not be used. */
  readonly doubt?: string | undefined;
  /** What the text itself is marked with. */
  readonly ground?: Rgb | null | undefined;
}

export interface Run {
  readonly text: string;
  readonly look: RunLook;
}

/** Points: text of a point and less is a dot on the page; smaller print than three and a half points no form has. */
const smallestSize = 1;
const smallSize = 3.5;
/** Digits whose sizes stand in such a proportion, or whose colours contrast so, are not one number's. */
const mixedSizes = 1.3;
const mixedContrast = 2;

/** The text of a cell on its ground (null for paper), and why its digits must not be used, if they must not. */
export function cellText(
  runs: readonly Run[],
  ground: Rgb | null,
): { readonly text: string; readonly doubt?: string | undefined } {
  let whole = "";
  let seen = "";
  let doubt: string | undefined;
  let struck = false;
  const scripts: Script[] = [];
  runs.forEach(({ text: written, look }, index) => {
    const text = isSymbolFont(look.font) ? symbolText(look.font, written) : written;
    const paper = look.ground ?? ground ?? white;
    if (look.script !== undefined) scripts.push([whole.length, whole.length + text.length, look.script]);
    whole += text;
    const unseen = (look.colour !== null && isSame(look.colour, paper)) || look.size <= smallestSize;
    if (!unseen) seen += text;
    if (!/\d/.test(text)) return;
    struck ||= look.struck;
    doubt ??= faintness(look, paper) ?? look.doubt;
    const before = runs[index - 1];
    if (before && /\d$/.test(before.text) && /^\d/.test(text) && differs(before.look, look))
      doubt ??= "mixed-look";
  });
  const raised = showScripts({ text: whole, scripts });
  const reason = doubtOf({ struck, formula: false }, raised) ?? doubt;
  // A label is read as it is seen; a value that holds unseen digits is shown with them, for whoever looks at it.
  return { text: seen !== whole && /\p{L}/u.test(whole) ? seen : raised, doubt: reason };
}

function faintness({ colour, size }: RunLook, paper: Rgb): string | undefined {
  if (colour !== null && (isSame(colour, paper) || isFaintOnGround(colour, paper))) return "faint-text";
  return size < smallSize ? "too-small" : undefined;
}

function differs(one: RunLook, other: RunLook): boolean {
  const sizes = Math.max(one.size, other.size) >= mixedSizes * Math.min(one.size, other.size);
  const black: Rgb = [0, 0, 0];
  return sizes || contrastOnGround(one.colour ?? black, other.colour ?? black) > mixedContrast;
}
