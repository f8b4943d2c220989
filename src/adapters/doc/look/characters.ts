import { plainLook } from "../../word/text/look.ts";
import type { LetterLook } from "../../word/text/look.ts";
import { placeDoubt } from "../../word/tables/room.ts";
import type { ParagraphProperties } from "./paragraphs.ts";
import { longShading, numbered, shortShading, stated } from "./shading.ts";
import type { Sprm } from "../file/sprms.ts";
import type { StyleChains } from "./styles.ts";

/** What the properties of a run state beyond its look. */
export interface Characters extends LetterLook {
  /** The control characters of this run stand for pictures, notes or fields. */
  readonly special: boolean;
  /** A character, given by font and code, that takes the place of the run's text (sprmCSymbol). */
  readonly symbol: { readonly font: string; readonly code: number } | null;
  /** The run holds an embedded object. */
  readonly object: boolean;
  /** Offset in the Data stream of the picture that the run's character stands for (sprmCPicLocation). */
  readonly picture: number | null;
}

type Changes = { -readonly [K in keyof State]: State[K] };

type State = Characters;

type Change = (state: Changes, sprm: Sprm, inherited: State, fonts: readonly string[]) => void;

/** A toggle: on, off, the same as the style, or the opposite of it (MS-DOC 2.9.308). */
const toggle =
  (key: "hidden" | "struck"): Change =>
  (state, { operand }, inherited) => {
    const value = operand.byte(0);
    state[key] = value === 0x80 ? inherited[key] : value === 0x81 ? !inherited[key] : value === 1;
  };

/** Styles never set these, so the opposite of the style means on. */
const flag =
  (key: "deleted" | "inserted" | "special" | "object"): Change =>
  (state, { operand }) =>
    void (state[key] = (operand.byte(0) & 1) === 1);

/** What gives a reason for doubt, or takes it back; other reasons stay. */
const doubtful =
  (reason: string): Change =>
  (state, { operand }) => {
    if (operand.byte(0) !== 0) state.doubt = reason;
    else if (state.doubt === reason) state.doubt = undefined;
  };

/** Twips that a few digits need when they are fitted into a width. */
const narrowestFit = 200;

const changes: ReadonlyMap<number, Change> = new Map<number, Change>([
  [0x0800, flag("deleted")],
  [0x0801, flag("inserted")],
  [0x0855, flag("special")],
  [0x0856, flag("object")],
  [0x080a, flag("object")],
  [0x6a03, (state, { operand }) => void (state.picture = operand.long(0))],
  [0x083c, toggle("hidden")],
  [0x0818, toggle("hidden")],
  [0x0837, toggle("struck")],
  [0x2a53, toggle("struck")],
  [0x2a3e, (state, { operand }) => void (state.underlined = operand.byte(0) !== 0)],
  // Raised and engraved letters (sprmCFEmboss, sprmCFImprint) are pale edges.
  [0x0858, doubtful("faint-text")],
  [0x0854, doubtful("faint-text")],
  [
    0x2a48,
    (state, { operand }) => {
      state.script = operand.byte(0) === 1 ? "superscript" : operand.byte(0) === 2 ? "subscript" : undefined;
    },
  ],
  [
    0x4845,
    (state, { operand }) => {
      const raised = operand.signed(0);
      state.script = raised > 0 ? "superscript" : raised < 0 ? "subscript" : undefined;
    },
  ],
  [0x4a43, (state, { operand }) => void (state.size = operand.word(0))],
  [0x2a42, (state, { operand }) => void (state.colour = numbered(operand.byte(0)))],
  [0x6870, (state, { operand }) => void (state.colour = stated(operand.long(0)))],
  [0x4852, (state, { operand }) => void (state.scale = operand.word(0))],
  [0x8840, (state, { operand }) => void (state.spacing = operand.signed(0))],
  // Two lines in one, or letters turned on their side (sprmCFELayout).
  [0xca78, doubtful("squeezed-text")],
  // Text fitted into a width in twips (sprmCFitText).
  [
    0xca76,
    (state, { operand }) => {
      const width = operand.long(0);
      if (width > 0 && width < narrowestFit) state.doubt = "squeezed-text";
    },
  ],
  [0x0811, doubtful("hidden-text")],
  // Shading, in either of its forms (MS-DOC 2.9.247, 2.9.248), or a highlight: white text can be seen on it.
  [0x4866, (state, { operand }) => void (state.ground = shortShading(operand, 0))],
  [0xca71, (state, { operand }) => void (state.ground = longShading(operand, 0))],
  [0x2a0c, (state, { operand }) => void (state.ground = numbered(operand.byte(0)) ?? state.ground)],
  [0x4a4f, (state, { operand }, _, fonts) => void (state.font = fonts[operand.word(0)])],
  [
    0x6a09,
    (state, { operand }, _, fonts) =>
      void (state.symbol = { font: fonts[operand.word(0)] ?? "", code: operand.word(2) }),
  ],
]);

const characterStyle = 0x4a30;
/** Returns to the paragraph's style (sprmCPlain). */
const plain = 0x2a33;

const initial: State = {
  ...plainLook,
  script: undefined,
  font: undefined,
  doubt: undefined,
  special: false,
  symbol: null,
  object: false,
  picture: null,
  size: 20,
};

type AroundCharacters = Pick<ParagraphProperties, "style" | "ground" | "place">;

/**
 * Makes a reader of run properties. It applies the paragraph's style, then the run's character style, then the run's
 * own changes, and takes the paragraph's ground and place into account. The same two objects are put together once.
 */
export function characterReader(
  styles: StyleChains,
  fonts: readonly string[],
): (paragraph: AroundCharacters, own: readonly Sprm[]) => Characters {
  const apply = (state: Changes, sprms: readonly Sprm[], inherited: State): void => {
    for (const sprm of sprms) changes.get(sprm.code)?.(state, sprm, inherited, fonts);
  };
  const overStyles = (index: number | null, from: State): State => {
    let state = from;
    for (const style of [...styles(index)].reverse()) {
      const next = { ...state };
      apply(next, style.character, state);
      state = next;
    }
    return state;
  };
  const bases = new Map<number | null, State>();
  const known = new Map<AroundCharacters, Map<readonly Sprm[], Characters>>();
  return (paragraph, own) => {
    let within = known.get(paragraph);
    if (within === undefined) known.set(paragraph, (within = new Map()));
    let characters = within.get(own);
    if (characters === undefined) within.set(own, (characters = read(paragraph, own)));
    return characters;
  };

  function read({ style, ground, place }: AroundCharacters, own: readonly Sprm[]): Characters {
    const base = bases.get(style) ?? overStyles(style, initial);
    bases.set(style, base);
    let inherited = base;
    let state: Changes = { ...base };
    for (const sprm of own) {
      if (sprm.code === characterStyle) state = { ...(inherited = overStyles(sprm.operand.word(0), base)) };
      else if (sprm.code === plain) state = { ...base, special: state.special };
      else changes.get(sprm.code)?.(state, sprm, inherited, fonts);
    }
    state.ground ??= ground;
    state.doubt ??= placeDoubt(place, state.size);
    return state;
  }
}
