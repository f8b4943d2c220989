import { BLACK, colourOf, WHITE } from "./colour.ts";
import type { Colour } from "./colour.ts";
import { NOTHING } from "./cascade.ts";
import type { Declared } from "./cascade.ts";
import { groundOf } from "./ground.ts";
import type { Ground, TonesFinder } from "./ground.ts";
import { fontSize, ROOT_SIZE } from "./length.ts";
import { asksVariables, resolved, variablesOf } from "./variables.ts";
import { hidesWhole, tagKind, trickOf } from "./tricks.ts";
import { isLow, OPEN_ROOM, roomOf } from "./room.ts";
import type { TagKind, Trick } from "./tricks.ts";
import type { ElementRoom } from "./room.ts";
import { animated } from "./animations.ts";
import type { StyleSheet } from "./sheet.ts";

/** How an element shows its text, as far as this decides what is read. */
export interface ElementLook extends Ground {
  readonly own: Declared;
  /** Undefined where only the tag decides. */
  readonly display: string | undefined;
  readonly isVisible: boolean;
  /** Opacity of the element multiplied by that of everything around it, from 0. */
  readonly opacity: number;
  /** Size of the text, in pixels. */
  readonly size: number;
  /** That of the page, of which `rem` is a multiple. */
  readonly rootSize: number;
  /** Undefined for a colour that cannot be worked out. */
  readonly colour: Colour | undefined;
  readonly isStruck: boolean;
  /** True if letters run against their stored order. */
  readonly isReversed: boolean;
  readonly isRightToLeft: boolean;
  readonly isPreformatted: boolean;
  /** True if lines are so low that those of a table lie over each other. */
  readonly isFlat: boolean;
  /** Set if the element, or one around it, may show the text elsewhere, in part or not at all. */
  readonly trick: Trick | undefined;
  /** True if everything in the element, tables included, is off the page, turned or clipped away. */
  readonly isAway: boolean;
  /** True for a table and everything in it. */
  readonly isInTable: boolean;
  /** True if its table keeps the widths of its columns whatever they hold. */
  readonly isFixed: boolean;
  /** The width and height in pixels of the boxes around the text, which show nothing beyond these. */
  readonly room: ElementRoom;
  /** The font that is asked for, in lower case: the first of those that come with the page, or else the first; or empty. */
  readonly font: string;
  readonly variables: Declared;
}

export const ROOT_LOOK: ElementLook = {
  own: NOTHING,
  display: undefined,
  isVisible: true,
  opacity: 1,
  size: ROOT_SIZE,
  rootSize: ROOT_SIZE,
  colour: BLACK,
  grounds: [WHITE],
  isPictured: false,
  isOnUnknown: false,
  tones: [],
  isStruck: false,
  isReversed: false,
  isRightToLeft: false,
  isPreformatted: false,
  isFlat: false,
  trick: undefined,
  isAway: false,
  isInTable: false,
  isFixed: false,
  room: OPEN_ROOM,
  font: "",
  variables: NOTHING,
};

/** Gives the look of an element, from the look of its parent and its own declarations. */
export type LookFrom = (around: ElementLook, declared: Declared, tag: string) => ElementLook;

type PageSheet = Pick<StyleSheet, "ownFonts" | "animations"> & { readonly tonesOf: TonesFinder };

/** Makes the looks of one page; those made of the same declarations within the same look are shared. */
export function looksOfPage(sheet: PageSheet): LookFrom {
  const plain = new Map<ElementLook, ElementLook>();
  const looks = new Map<ElementLook, Map<Declared, Partial<Record<TagKind, ElementLook>>>>();
  const plainWithin = (around: ElementLook): ElementLook => {
    if (around.own === NOTHING) return around;
    let look = plain.get(around);
    if (look === undefined) plain.set(around, (look = bare(around)));
    return look;
  };
  return (around, declared, tag) => {
    if (declared === NOTHING && (tag !== "table" || isPlainAround(around))) return plainWithin(around);
    let made = looks.get(around);
    if (made === undefined) looks.set(around, (made = new Map()));
    let kinds = made.get(declared);
    if (kinds === undefined) made.set(declared, (kinds = {}));
    return (kinds[tagKind(tag)] ??=
      declared === NOTHING ? { ...bare(around), ...UNAFFECTED } : lookOf(around, declared, tag, sheet));
  };
}

/** What a table does not take over from what is around it. */
const UNAFFECTED = { trick: undefined, isOnUnknown: false, tones: [] } as const;

function isPlainAround({ trick, isOnUnknown, tones }: ElementLook): boolean {
  return trick === undefined && !isOnUnknown && tones.length === 0;
}

/**
 * The look of an element without declarations: it takes over what is inherited and what affects everything inside its
 * parent.
 */
function bare(around: ElementLook): ElementLook {
  return { ...around, own: NOTHING, display: undefined };
}

function lookOf(
  around: ElementLook,
  declared: Declared,
  tag: string,
  { ownFonts, animations, tonesOf }: PageSheet,
): ElementLook {
  const variables = variablesOf(around.variables, declared);
  const own = animated(asksVariables(declared) ? resolved(declared, variables) : declared, animations);
  const size = sizeOf(own.get("font-size"), around);
  const colour = inkOf(own, around.colour);
  const bidi = own.get("unicode-bidi");
  const white = own.get("white-space");
  const direction = own.get("direction");
  const isFixed = tag === "table" ? isOfFixedLayout(own) : around.isFixed;
  const display = displayOf(own.get("display"));
  // Cells and rows that are made boxes no longer grow with their text.
  const isBox = display !== undefined && !/^(?:table|contents|initial|unset|inherit)/.test(display);
  const kind = tagKind(tag);
  const room = roomOf(own, size, isBox ? "other" : kind, around.room, isFixed);
  return {
    own,
    display,
    isVisible: visibilityOf(own.get("visibility"), around.isVisible),
    opacity: around.opacity * opacityOf(own.get("opacity")),
    size,
    rootSize: tag === "html" ? size : around.rootSize,
    colour,
    ...groundOf(own, around, colour, kind, tonesOf),
    isStruck:
      around.isStruck || /^(?!.*transparent).*line-through/i.test(own.get("text-decoration-line") ?? ""),
    isReversed:
      bidi === undefined
        ? around.isReversed
        : /override|visual/i.test(bidi) && directionIsLeft(direction, around),
    isRightToLeft: directionIsLeft(direction, around),
    isPreformatted: white === undefined ? around.isPreformatted : /^(?:pre|break-spaces)/i.test(white),
    isFlat: /\d/.test(own.get("line-height") ?? "") ? isLow(own, size) : around.isFlat,
    isInTable: around.isInTable,
    isFixed,
    room,
    trick: strongest(trickOf(own, size, kind, room), kind === "table" ? undefined : around.trick),
    isAway: around.isAway || hidesWhole(own, size),
    font: fontOf(own.get("font-family"), around.font, ownFonts),
    variables,
  };
}

/** A table without a width of its own is laid out by its texts, whatever its table-layout is (CSS 2.1, 17.5.2.1). */
function isOfFixedLayout(own: Declared): boolean {
  const width = own.get("width");
  const hasWidth =
    width !== undefined && !/^(?:auto|initial|unset|revert(?:-layer)?|max-content)$/i.test(width);
  return hasWidth && /^fixed$/i.test(own.get("table-layout") ?? "");
}

/** A font that comes with the page draws whatever the machine has no font for that is named before it. */
function fontOf(families: string | undefined, around: string, ownFonts: ReadonlySet<string>): string {
  if (families === undefined || /^(?:inherit|unset|revert)/i.test(families)) return around;
  const names = families.split(",").map(fontName);
  return names.find((name) => ownFonts.has(name)) ?? names[0]!;
}

/** A font's name without quotes, in lower case. */
export function fontName(name: string): string {
  return name.replace(/["']/g, "").trim().toLowerCase();
}

function strongest(one: Trick | undefined, other: Trick | undefined): Trick | undefined {
  return one === "unseen" || other === "unseen" ? "unseen" : (one ?? other);
}

function directionIsLeft(direction: string | undefined, around: ElementLook): boolean {
  return direction === undefined ? around.isRightToLeft : /^rtl$/i.test(direction);
}

function sizeOf(value: string | undefined, { size, rootSize }: ElementLook): number {
  const isInherited = value === undefined || /^(?:inherit|unset|revert)/i.test(value);
  return isInherited ? size : fontSize(value, size, rootSize);
}

function displayOf(value: string | undefined): string | undefined {
  return value === undefined || /^revert/i.test(value) ? undefined : value.toLowerCase();
}

function visibilityOf(value: string | undefined, around: boolean): boolean {
  if (value === undefined || /^(?:inherit|unset|revert)/i.test(value)) return around;
  return /^(?:visible|initial)$/i.test(value);
}

/** An opacity that counts as faint, but not as absent. */
const UNKNOWN_OPACITY = 0.1;

function opacityOf(value: string | undefined): number {
  if (value === undefined) return 1;
  const number = Number.parseFloat(value);
  // `min(0, 1)` is not worked out: the text may be almost invisible.
  if (Number.isNaN(number)) return value.includes("(") ? UNKNOWN_OPACITY : 1;
  return Math.min(1, Math.max(0, value.trim().endsWith("%") ? number / 100 : number));
}

function inkOf(own: Declared, around: Colour | undefined): Colour | undefined {
  const value = own.get("text-fill-color") ?? own.get("color");
  if (value === undefined || /^(?:inherit|unset|revert)/i.test(value)) return around;
  if (/^initial$/i.test(value)) return BLACK;
  const colour = colourOf(value);
  if (colour === "current") return around;
  return colour === "unknown" ? undefined : (colour ?? around);
}
