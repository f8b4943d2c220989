import type { Flow } from "../word/flow.ts";
import { plainLook } from "../word/look.ts";
import type { Aligned } from "../word/room.ts";

/** Character properties of a group; never changed in place, since inner groups share them. */
export interface CharacterState {
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly struck: boolean;
  readonly script: "superscript" | "subscript" | undefined;
  /** Colour of the text, and of a ground of its own: places in the table of colours, 0 is automatic. */
  readonly colour: number;
  readonly ground: number;
  /** A pattern over the ground: its colour, and its share in hundredths of a per cent. */
  readonly front: number;
  readonly share: number;
  /** Per cent of the letters' width, and twips between letters. */
  readonly scale: number;
  readonly spacing: number;
  readonly doubt: string | undefined;
  /** In half points. */
  readonly size: number;
  readonly font: number | undefined;
  /** Font of double-byte text, and whether the text at hand is such (\dbch). */
  readonly asianFont: number | undefined;
  readonly script8: "low" | "high" | "double";
}

/** Paragraph properties of a group. */
export interface ParagraphState {
  readonly inTable: boolean;
  readonly depth: number | undefined;
  readonly style: number;
  readonly outline: number | undefined;
  readonly list: number | undefined;
  readonly level: number | undefined;
  /** Twips from the edge, and what the first line adds. */
  readonly left: number;
  readonly first: number;
  /** Twips from the other edge, and to which the text keeps. */
  readonly right: number;
  readonly aligned: Aligned;
  /** Twips of a line of exact height; 0 for another rule. */
  readonly line: number;
  /** Twips above its first line. */
  readonly before: number;
  /** It stands in a frame of its own. */
  readonly framed: boolean;
  /** What it is shaded with, and a pattern over that. */
  readonly ground: number;
  readonly front: number;
  readonly share: number;
}

/** Where the text of a group goes. */
export type Mode =
  | "text"
  /** Nowhere. */
  | "skip"
  /** Nowhere, but for the text boxes in it. */
  | "shape"
  /** The digits of a picture. */
  | "picture"
  | "instruction"
  | "label"
  /** What the file says of itself: nowhere, but for its title. */
  | "info"
  | "title"
  | "fonts"
  | "colours"
  | "styles"
  | "lists"
  | "levelText"
  | "overrides"
  /** {\upr{narrow}{\*\ud{wide}}}: only the latter is read. */
  | "narrow";

/** An RTF field: its instruction is not shown, its result is. */
export interface RtfField {
  instruction: string;
  hasResult: boolean;
  /** The result shows something. */
  isShown: boolean;
}

/** An open group; a new one begins as a copy of the one around it. */
export interface RtfGroup {
  mode: Mode;
  character: CharacterState;
  paragraph: ParagraphState;
  /** Bytes that stand for a \u character in readers that do not know it (\uc). */
  fallback: number;
  flow: Flow;
  field: RtfField | null;
  /** In {\*\nesttableprops}: rows defined here are the inner table's. */
  inner: boolean;
  /** {\* : to be left out unless what follows is known. */
  optional: boolean;
  /** This group opened the flow, which ends with it: a text box or a note. */
  holds: "box" | "note" | null;
}

const { hidden, deleted, inserted, struck } = plainLook;

/** 12 points, automatic colour (RTF 1.9.1, \plain). */
export const plainCharacters: CharacterState = {
  hidden,
  deleted,
  inserted,
  struck,
  script: undefined,
  colour: 0,
  ground: 0,
  front: 0,
  share: 0,
  scale: 100,
  spacing: 0,
  doubt: undefined,
  size: 24,
  font: undefined,
  asianFont: undefined,
  script8: "low",
};

export const plainParagraph: ParagraphState = {
  inTable: false,
  depth: undefined,
  style: 0,
  outline: undefined,
  list: undefined,
  level: undefined,
  left: 0,
  first: 0,
  right: 0,
  aligned: "start",
  line: 0,
  before: 0,
  framed: false,
  ground: 0,
  front: 0,
  share: 0,
};
