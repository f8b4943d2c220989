import { plainCharacters } from "../state.ts";
import type { CharacterState, StyledProperty } from "../state.ts";
import { crossPatterns, patternShare } from "../tables.ts";
import { character, isToggledOn, paragraph } from "./word.ts";
import type { NamedWord, Word } from "./word.ts";

/** A property that styles give too: the text's own statement takes precedence. */
const styled =
  (property: StyledProperty, change: (value: number | null) => Partial<CharacterState>): Word =>
  (reader, value) => {
    const { character: state } = reader.group;
    const stated = state.stated.has(property) ? state.stated : new Set([...state.stated, property]);
    reader.group.character = { ...state, ...change(value), stated };
  };

/** Twips that a few digits need when they are fitted into a width. */
const narrowest = 200;

/** What gives a reason for doubt, or takes it back; other reasons stay. */
function doubtful(reason: string, isOn: (value: number | null) => boolean = isToggledOn): Word {
  return character((value, { group }) => {
    if (isOn(value)) return { doubt: reason };
    return group.character.doubt === reason ? { doubt: undefined } : {};
  });
}

const underlines =
  "ul uld uldash uldashd uldashdd uldb ulhwave ulldash ulth ulthd ulthdash ululdbwave ulw ulwave".split(" ");

/** Words for the look of letters, and for shading. */
export const characterWords: readonly NamedWord[] = [
  ["plain", (reader) => void (reader.group.character = plainCharacters)],
  ["v", styled("hidden", (value) => ({ hidden: isToggledOn(value) }))],
  // Text moved away by a tracked change counts as deleted at its old place.
  ...["deleted", "mvf"].map((name): [string, Word] => [
    name,
    character((value) => ({ deleted: isToggledOn(value) })),
  ]),
  ["revised", character((value) => ({ inserted: isToggledOn(value) }))],
  ["strike", styled("struck", (value) => ({ struck: isToggledOn(value) }))],
  ["striked", styled("struck", (value) => ({ struck: isToggledOn(value) }))],
  ...underlines.map((name): [string, Word] => [
    name,
    character((value) => ({ underlined: isToggledOn(value) })),
  ]),
  ["ulnone", character(() => ({ underlined: false }))],
  // Raised and engraved letters are pale edges.
  ["embo", doubtful("faint-text")],
  ["impr", doubtful("faint-text")],
  ["super", styled("script", (value) => ({ script: isToggledOn(value) ? "superscript" : undefined }))],
  ["sub", styled("script", (value) => ({ script: isToggledOn(value) ? "subscript" : undefined }))],
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
  ["webhidden", doubtful("hidden-text")],
  ...["horzvert", "twoinone"].map((name): [string, Word] => [
    name,
    character(() => ({ doubt: "squeezed-text" })),
  ]),
  ["fittext", doubtful("squeezed-text", (value) => value !== null && value > 0 && value < narrowest)],
  ["fs", character((value) => ({ size: value ?? 24 }))],
];
