import { isShortAsMinus } from "../../docx/look/borders.ts";
import { contrastOnGround, isFaintOnGround, isSame, white } from "../../docx/look/colour.ts";
import type { Rgb } from "../../docx/look/colour.ts";
import { doubtOf, showScripts } from "../../word/text/ink.ts";
import type { Script } from "../../word/text/ink.ts";
import { isSymbolFont, symbolText } from "../../word/text/symbols.ts";

/** How a stretch of a cell's text looks. */
export interface RunLook {
  readonly struck: boolean;
  readonly underlined?: boolean | undefined;
  readonly script?: "superscript" | "subscript" | undefined;
  /** Points. */
  readonly size: number;
  /** Null where the program chooses a readable colour. */
  readonly colour: Rgb | null;
  readonly font?: string | undefined;
  /** Any other reason why its digits must not be used. */
  readonly doubt?: string | undefined;
  /** The colour with which the text itself is highlighted. */
  readonly ground?: Rgb | null | undefined;
}

export interface Run {
  readonly text: string;
  readonly look: RunLook;
}

/**
 * Points: text of one point or less is only a dot on the page; no form has print smaller than three and a half points.
 */
const smallestSize = 1;
const smallSize = 3.5;
/**
 * Neighbouring digits whose sizes differ by this factor, or whose colours contrast by this much, do not belong to one
 * number.
 */
const mixedSizes = 1.3;
const mixedContrast = 2;

/** The text of a cell on its ground (null for paper), and the reason, if any, why its digits must not be used. */
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
  const reason = doubtOf({ struck, formula: false }, raised) ?? doubt ?? (isDash(runs) ? "drawn" : undefined);
  // A label is read as a person sees it. A value keeps its unseen digits, so that whoever looks into the doubt finds
  // them.
  return { text: seen !== whole && /\p{L}/u.test(whole) ? seen : raised, doubt: reason };
}

/** Whether lined spaces are all of a text. */
function isDash(runs: readonly Run[]): boolean {
  if (runs.some(({ text }) => text.trim() !== "")) return false;
  const lined = runs.reduce(
    (sum, { text, look }) => sum + (look.struck || look.underlined ? text.length : 0),
    0,
  );
  return isShortAsMinus(lined);
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
