import { codePageEncoding } from "./charsets.ts";
import { paragraphEnd } from "./paragraph-end.ts";
import { newPicture } from "./pictures.ts";
import { addRtfText, addUnit, flushText, letterLookOf } from "./reader-text.ts";
import { enter, enterFlow } from "./reader.ts";
import type { Reader } from "./reader.ts";
import { plainCharacters, plainParagraph } from "./state.ts";
import { statesNothing, unstatedCharacters } from "./state.ts";
import type { CharacterState, Mode, ParagraphState, StyledProperty } from "./state.ts";
import { newRow, patternShare, crossPatterns, rowShape } from "./tables.ts";

/** What a control word does; `value` is its number, or null. */
type Word = (reader: Reader, value: number | null) => void;

const destination =
  (mode: Mode): Word =>
  (reader) =>
    enter(reader, mode);

const character =
  (change: (value: number | null, reader: Reader) => Partial<CharacterState>): Word =>
  (reader, value) => {
    reader.group.character = { ...reader.group.character, ...change(value, reader) };
  };

/** A property that styles give too: the text's own statement takes precedence. */
const styled =
  (property: StyledProperty, change: (value: number | null) => Partial<CharacterState>): Word =>
  (reader, value) => {
    const { character: state } = reader.group;
    const stated = state.stated.has(property) ? state.stated : new Set([...state.stated, property]);
    reader.group.character = { ...state, ...change(value), stated };
  };

const paragraph =
  (change: (value: number | null) => Partial<ParagraphState>): Word =>
  (reader, value) => {
    reader.group.paragraph = { ...reader.group.paragraph, ...change(value) };
  };

/** A property is on without a number, and off with 0 (RTF 1.9.1, toggles). */
const isOn = (value: number | null): boolean => value !== 0;

const says =
  (text: string): Word =>
  (reader) =>
    addRtfText(reader, text);

/** A page or column break before any text does not start a new line. */
const otherBreak: Word = (reader) => {
  if (reader.group.mode === "text" && !reader.group.flow.isEmpty()) addRtfText(reader, "\n");
};

/** The text here is shown as something other than what it says. */
const doubtful =
  (reason: string): Word =>
  (reader) => {
    if (isText(reader)) reader.group.flow.doubt(reason);
  };

/** Twips that a few digits need when they are fitted into a width. */
const narrowest = 200;

const skipped = [
  "header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn",
  "atnid atnauthor atntime atnicn atnref atnparent atrfstart atrfend bkmkstart bkmkend",
  "xe tc rxe txe pgdsctbl filetbl revtbl rsidtbl generator userprops themedata colorschememapping",
  "datastore latentstyles xmlnstbl template nonesttables shprslt nonshppict fontemb panose falt",
  "levelnumbers listname liststylename pnseclvl factoidname private background mmathPr docvar objdata objclass",
].flatMap((names) => names.split(" "));

/** Destinations that are read although they are marked as optional. */
export const knownOptional: ReadonlySet<string> = new Set(
  "shpinst nesttableprops fldinst listtable listoverridetable cs ud shppict do shptxt annotation pn".split(
    " ",
  ),
);

const frames = "posx posy posnegx posnegy posxc posxr posyt posyb phpg pvpg phmrg pvmrg".split(" ");

function depthOf({ inTable, depth }: ParagraphState): number {
  return inTable ? Math.max(1, depth ?? 1) : (depth ?? 0);
}

/** What {\*\pn …} says holds for the paragraph around it. */
function numberOuter({ groups }: Reader, isNumbered: boolean): void {
  const outer = groups.at(-1);
  if (outer !== undefined) outer.paragraph = { ...outer.paragraph, isNumbered };
}

/** A drawing covers the text at which it is anchored. */
const shape: Word = (reader) => {
  if (isText(reader)) reader.group.flow.cover();
  enter(reader, "shape");
};

const isText = (reader: Reader): boolean => reader.group.mode === "text";

const endParagraph: Word = (reader) => {
  if (isText(reader)) reader.group.flow.endParagraph(paragraphEnd(reader, depthOf(reader.group.paragraph)));
};

const endCell =
  (depth: (reader: Reader) => number): Word =>
  (reader) => {
    if (isText(reader)) reader.group.flow.endCell(paragraphEnd(reader, depth(reader)));
  };

const innerDepth = ({ group }: Reader): number => Math.max(2, group.paragraph.depth ?? 2);

export const controlWords: ReadonlyMap<string, Word> = new Map<string, Word>([
  ...skipped.map((name): [string, Word] => [name, destination("skip")]),
  ["fonttbl", destination("fonts")],
  ["colortbl", destination("colours")],
  ["stylesheet", destination("styles")],
  ["listtable", destination("lists")],
  ["listoverridetable", destination("overrides")],
  ["leveltext", destination("levelText")],
  ["fldinst", destination("instruction")],
  ["listtext", destination("label")],
  ["pntext", destination("label")],
  [
    "pn",
    (reader) => {
      numberOuter(reader, true);
      // Its words are read, its text is not.
      enter(reader, "shape");
    },
  ],
  // A bullet is no number, and a paragraph that only goes on shows none.
  ["pnlvlblt", (reader) => numberOuter(reader, false)],
  ["pnlvlcont", (reader) => numberOuter(reader, false)],
  ["info", destination("info")],
  ["title", (reader) => void (reader.group.mode === "info" && enter(reader, "title"))],
  ["upr", destination("narrow")],
  ["ud", destination("text")],
  ["shp", shape],
  ["do", shape],
  ["shptxt", (reader) => enterFlow(reader, "box")],
  ["dptxbxtext", (reader) => enterFlow(reader, "box")],
  ["annotation", destination("comment")],
  ["footnote", (reader) => enterFlow(reader, "note")],
  [
    "chftn",
    (reader) => {
      flushText(reader);
      if (isText(reader)) reader.group.flow.noteMark(letterLookOf(reader, reader.group));
    },
  ],
  [
    "pict",
    (reader) => {
      const { mode, flow } = reader.group;
      if (mode !== "text" && mode !== "shape") return enter(reader, "skip");
      flow.picture("pictures", mode === "text" ? "inline" : "floating");
      reader.pictures.push(newPicture());
      enter(reader, "picture");
    },
  ],
  [
    "object",
    (reader) => {
      if (isText(reader)) reader.group.flow.picture("objects", "inline");
      enter(reader, "skip");
    },
  ],
  ["field", (reader) => void (reader.group.field = { instruction: "", hasResult: false, isShown: false })],
  ...["flddirty", "chpgn", "chdate", "chtime", "chdpl", "chdpa", "sectnum"].map((name): [string, Word] => [
    name,
    doubtful("field-result"),
  ]),
  ["mmath", doubtful("formula")],
  ["fldrslt", (reader) => void (reader.group.field && (reader.group.field.hasResult = true))],
  ["nesttableprops", (reader) => void (reader.group.inner = true)],

  ["ansicpg", (reader, value) => void (reader.encoding = codePageEncoding(value ?? 0))],
  ["deff", (reader, value) => void (reader.defaultFont = value ?? 0)],
  ["uc", (reader, value) => void (reader.group.fallback = Math.max(0, value ?? 1))],
  [
    "u",
    (reader, value) => {
      addUnit(reader, (value ?? 0) & 0xffff);
      reader.skip = reader.group.fallback;
    },
  ],

  ["plain", (reader) => void (reader.group.character = plainCharacters)],
  ["v", styled("hidden", (value) => ({ hidden: isOn(value) }))],
  // Text moved away by a tracked change counts as deleted at its old place.
  ...["deleted", "mvf"].map((name): [string, Word] => [
    name,
    character((value) => ({ deleted: isOn(value) })),
  ]),
  ["revised", character((value) => ({ inserted: isOn(value) }))],
  ["strike", styled("struck", (value) => ({ struck: isOn(value) }))],
  ["striked", styled("struck", (value) => ({ struck: isOn(value) }))],
  ["super", styled("script", (value) => ({ script: isOn(value) ? "superscript" : undefined }))],
  ["sub", styled("script", (value) => ({ script: isOn(value) ? "subscript" : undefined }))],
  ["nosupersub", styled("script", () => ({ script: undefined }))],
  ["up", styled("script", (value) => ({ script: value === 0 ? undefined : "superscript" }))],
  ["dn", styled("script", (value) => ({ script: value === 0 ? undefined : "subscript" }))],
  ["cf", styled("colour", (value) => ({ colour: value ?? 0 }))],
  ...["cb", "chcbpat", "highlight"].map((name): [string, Word] => [
    name,
    character((value) => ({ ground: value ?? 0 })),
  ]),
  ["chcfpat", character((value) => ({ front: value ?? 0 }))],
  ["chshdng", character((value) => ({ share: value ?? 0 }))],
  ["cfpat", paragraph((value) => ({ front: value ?? 0 }))],
  ["shading", paragraph((value) => ({ share: value ?? 0 }))],
  ...crossPatterns.flatMap((name): [string, Word][] => [
    [`chbg${name}`, character(() => ({ share: patternShare }))],
    [`bg${name}`, paragraph(() => ({ share: patternShare }))],
  ]),
  ["charscalex", character((value) => ({ scale: value ?? 100 }))],
  // The older word counts in quarters of a point.
  ["expnd", character((value) => ({ spacing: (value ?? 0) * 5 }))],
  ["expndtw", character((value) => ({ spacing: value ?? 0 }))],
  ["webhidden", character((value) => ({ doubt: isOn(value) ? "hidden-text" : undefined }))],
  ...["horzvert", "twoinone"].map((name): [string, Word] => [
    name,
    character(() => ({ doubt: "squeezed-text" })),
  ]),
  [
    "fittext",
    character((value) => ({
      doubt: value !== null && value > 0 && value < narrowest ? "squeezed-text" : undefined,
    })),
  ],
  ["fs", character((value) => ({ size: value ?? 24 }))],
  ["loch", character(() => ({ script8: "low" }))],
  ["hich", character(() => ({ script8: "high" }))],
  ["dbch", character(() => ({ script8: "double" }))],
  [
    "af",
    (reader, value) => {
      const { character: state } = reader.group;
      if (state.script8 === "double") reader.group.character = { ...state, asianFont: value ?? undefined };
    },
  ],
  [
    "f",
    (reader, value) => {
      const { group } = reader;
      if (group.mode === "fonts") {
        reader.font = value ?? 0;
        reader.fonts.set(reader.font, { name: "", charset: undefined });
      } else if (group.character.script8 === "double")
        group.character = { ...group.character, asianFont: value ?? undefined, font: value ?? undefined };
      else group.character = { ...group.character, font: value ?? undefined };
    },
  ],
  [
    "fcharset",
    (reader, value) => {
      const font = reader.fonts.get(reader.font);
      if (reader.group.mode === "fonts" && font !== undefined) font.charset = value ?? undefined;
    },
  ],
  ...(["red", "green", "blue"] as const).map((name): [string, Word] => [
    name,
    (reader, value) => {
      if (reader.group.mode !== "colours") return;
      reader.colour = { red: 0, green: 0, blue: 0, ...reader.colour, [name]: value ?? 0 };
    },
  ]),

  ["pard", (reader) => void (reader.group.paragraph = plainParagraph)],
  ...["li", "lin"].map((name): [string, Word] => [name, paragraph((value) => ({ left: value ?? 0 }))]),
  ...["ri", "rin"].map((name): [string, Word] => [name, paragraph((value) => ({ right: value ?? 0 }))]),
  ...(["start", "centre", "end"] as const).map((aligned, at): [string, Word] => [
    ["ql", "qc", "qr"][at]!,
    paragraph(() => ({ aligned })),
  ]),
  ["qj", paragraph(() => ({ aligned: "start" }))],
  ["fi", paragraph((value) => ({ first: value ?? 0 }))],
  // A negative line height is an exact one.
  ["sl", paragraph((value) => ({ line: Math.max(0, -(value ?? 0)) }))],
  ["sb", paragraph((value) => ({ before: value ?? 0 }))],
  ["cbpat", paragraph((value) => ({ ground: value ?? 0 }))],
  // Words that state a frame's position, or what it is measured from, mean that the paragraph stands in a frame.
  ...frames.map((name): [string, Word] => [name, paragraph(() => ({ framed: true }))]),
  ["intbl", paragraph(() => ({ inTable: true }))],
  ["itap", paragraph((value) => ({ depth: Math.max(0, value ?? 1) }))],
  [
    "outlinelevel",
    (reader, value) => {
      if (reader.group.mode === "styles" && reader.style !== null) reader.style.outlineLevel = value ?? 0;
      else paragraph(() => ({ outline: value ?? 0 }))(reader, value);
    },
  ],
  [
    "ls",
    (reader, value) => {
      if (reader.group.mode === "overrides") reader.lists.word("ls", value ?? 0);
      else paragraph(() => ({ list: value ?? undefined }))(reader, value);
    },
  ],
  ["ilvl", paragraph((value) => ({ level: value ?? 0 }))],
  [
    "s",
    (reader, value) => {
      if (reader.group.mode !== "styles") {
        paragraph(() => ({ style: value ?? 0 }))(reader, value);
        return character(() => ({ stated: statesNothing }))(reader, value);
      }
      reader.looks.begin("paragraph", value ?? 0);
      reader.group.character = unstatedCharacters;
      reader.style = { name: "", outlineLevel: undefined, basedOn: undefined };
      if (!reader.styles.has(value ?? 0)) reader.styles.set(value ?? 0, reader.style);
    },
  ],
  [
    "sbasedon",
    (reader, value) => {
      if (reader.style !== null) reader.style.basedOn = value ?? undefined;
      reader.looks.base(value ?? undefined);
    },
  ],
  // Character, section and table styles of the style sheet are not styles of paragraphs.
  ...["cs", "ds", "ts"].map((name): [string, Word] => [
    name,
    (reader, value) => {
      const isOfCharacters = name === "cs";
      if (reader.group.mode !== "styles") {
        if (isOfCharacters) character(() => ({ style: value ?? 0, stated: statesNothing }))(reader, value);
        return;
      }
      reader.style = null;
      reader.looks.begin(isOfCharacters ? "character" : "other", value ?? 0);
      reader.group.character = unstatedCharacters;
    },
  ]),

  ["par", endParagraph],
  ["sect", endParagraph],
  ["cell", endCell(() => 1)],
  ["nestcell", endCell(innerDepth)],
  [
    "row",
    (reader) => {
      if (isText(reader)) reader.group.flow.endRow(1, rowShape(reader.row, reader.colours));
    },
  ],
  [
    "nestrow",
    (reader) => {
      if (isText(reader))
        reader.group.flow.endRow(innerDepth(reader), rowShape(reader.innerRow, reader.colours));
    },
  ],
  [
    "trowd",
    (reader) => {
      if (reader.group.inner) reader.innerRow = newRow();
      else reader.row = newRow();
    },
  ],

  ["tab", says("\t")],
  ["line", says("\n")],
  ["softline", says("\n")],
  ["lbr", says("\n")],
  ["page", otherBreak],
  ["column", otherBreak],
  ["emdash", says("—")],
  ["endash", says("–")],
  ["emspace", says("\u2003")],
  ["enspace", says("\u2002")],
  ["qmspace", says("\u2005")],
  ["bullet", says("•")],
  ["lquote", says("‘")],
  ["rquote", says("’")],
  ["ldblquote", says("“")],
  ["rdblquote", says("”")],
]);
