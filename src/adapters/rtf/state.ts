import type { Flow } from "../word/flow.ts";
import { plainLook } from "../word/text/look.ts";
import type { Aligned } from "../word/tables/room.ts";

/** Character properties of a group; never changed in place, because inner groups share them. */
export interface CharacterState {
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly struck: boolean;
  readonly underlined: boolean;
  readonly script: "superscript" | "subscript" | undefined;
  /** Colour of the text, and of its own ground, as indexes in the table of colours; 0 is automatic. */
  readonly colour: number;
  readonly ground: number;
  /** A pattern over the ground: the index of its colour, and its share in hundredths of a per cent. */
  readonly front: number;
  readonly share: number;
  /** Width of the letters in per cent, and twips between letters. */
  readonly scale: number;
  readonly spacing: number;
  readonly doubt: string | undefined;
  /** In half points. */
  readonly size: number;
  readonly font: number | undefined;
  /** Font of double-byte text, and whether the current text is such (\dbch). */
  readonly asianFont: number | undefined;
  readonly script8: "low" | "high" | "double";
  /** Number of its character style; 0 for none. */
  readonly style: number;
  /** What the text states itself since its styles were named, as far as styles can make it unseen. */
  readonly stated: ReadonlySet<StyledProperty>;
}

export type StyledProperty = "hidden" | "struck" | "script" | "colour";

export const statesNothing: ReadonlySet<StyledProperty> = new Set();
/** What \plain states. */
const statesAll: ReadonlySet<StyledProperty> = new Set(["hidden", "struck", "script", "colour"]);

/** Paragraph properties of a group. */
export interface ParagraphState {
  readonly inTable: boolean;
  readonly depth: number | undefined;
  readonly style: number;
  readonly outline: number | undefined;
  readonly list: number | undefined;
  readonly level: number | undefined;
  /** It has a number as Word 6 and 95 count it (\pn); the writer leaves the number in the text, too. */
  readonly isNumbered: boolean;
  /** Indent in twips from the left edge, and what is added to it for the first line. */
  readonly left: number;
  readonly first: number;
  /** Indent in twips from the right edge, and the side to which the text is aligned. */
  readonly right: number;
  readonly aligned: Aligned;
  /** Exact line height in twips; 0 where another rule sets it. */
  readonly line: number;
  /** Twips of space above its first line. */
  readonly before: number;
  /** The names of the lines beside, above and below it. */
  readonly lines: string;
  /** The paragraph stands in a frame of its own. */
  readonly framed: boolean;
  /** Its shading, and a pattern over that, as for characters. */
  readonly ground: number;
  readonly front: number;
  readonly share: number;
}

/** The destination of a group's text. */
export type Mode =
  | "text"
  /** The text is dropped. */
  | "skip"
  /** The text is dropped, except for text boxes within it. */
  | "shape"
  | "shapeName"
  | "shapeValue"
  /** The text is the digits of a picture. */
  | "picture"
  | "instruction"
  | "label"
  /** The text of a comment, which stands beside the page. */
  | "comment"
  /** Properties of the document: dropped, except for its title. */
  | "info"
  | "title"
  | "fonts"
  | "colours"
  | "styles"
  | "lists"
  | "levelText"
  | "overrides"
  /** {\upr{narrow}{\*\ud{wide}}}: only the second is read. */
  | "narrow";

/** An RTF field: its instruction is not shown, but its result is. */
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
  /** How many bytes stand for a \u character in readers that do not know it (\uc). */
  fallback: number;
  flow: Flow;
  field: RtfField | null;
  /** Inside {\*\nesttableprops}: rows defined here belong to the inner table. */
  inner: boolean;
  /** Opened by {\*: the group is skipped unless what follows is known. */
  optional: boolean;
  /** This group opened the flow of a text box or a note, which ends with the group. */
  holds: "box" | "note" | null;
}

const { hidden, deleted, inserted, struck, underlined } = plainLook;

/** 12 points, automatic colour (RTF 1.9.1, \plain). */
export const plainCharacters: CharacterState = {
  hidden,
  deleted,
  inserted,
  struck,
  underlined,
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
  style: 0,
  stated: statesAll,
};

/** Letters of a style of which nothing is stated yet. */
export const unstatedCharacters: CharacterState = { ...plainCharacters, stated: statesNothing };

export const plainParagraph: ParagraphState = {
  inTable: false,
  depth: undefined,
  style: 0,
  outline: undefined,
  list: undefined,
  level: undefined,
  isNumbered: false,
  left: 0,
  first: 0,
  right: 0,
  aligned: "start",
  line: 0,
  before: 0,
  lines: "",
  framed: false,
  ground: 0,
  front: 0,
  share: 0,
};
