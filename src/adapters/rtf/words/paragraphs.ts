import { plainParagraph } from "../state.ts";
import { paragraph } from "./word.ts";
import type { NamedWord, Word } from "./word.ts";

const frames = "posx posy posnegx posnegy posxc posxr posyt posyb phpg pvpg phmrg pvmrg".split(" ");

const borders = [
  ...["left", "right", "top", "bottom"].map((side) => [`brdr${side[0]!}`, ` ${side}`] as const),
  ["brdrbar", " bar"],
  ["tb", " bar"],
  // What a tab draws, by the name that a tab of Word has.
  ..."tldot tlmdot tlhyph tlul tlth tleq".split(" ").map((name) => [name, " leader"] as const),
  ["box", " box+left+right+top+bottom"],
] as const;

/** The lines of a paragraph with one that is named now, each of them once and the last one at the end. */
function withLine(lines: string, named: string): string {
  return lines.replace(named, "") + named;
}

/** Words for the place of paragraphs, their lists and outline. */
export const paragraphWords: readonly NamedWord[] = [
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
  ...borders.map(([name, side]): [string, Word] => [
    name,
    (reader) => {
      const { paragraph: state } = reader.group;
      reader.group.paragraph = { ...state, lines: withLine(state.lines, side) };
    },
  ]),
  // What was named last, a side or all of them, has no line.
  ...["brdrnone", "brdrnil"].map((name): [string, Word] => [
    name,
    (reader) => {
      const { paragraph: state } = reader.group;
      reader.group.paragraph = { ...state, lines: state.lines.replace(/ \S+$/, "") };
    },
  ]),
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
];
