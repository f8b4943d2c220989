import { linkWithin } from "../../word/text/field.ts";
import { newPicture } from "../pictures.ts";
import { flushText, letterLookOf } from "../reader-text.ts";
import { enter, enterFlow } from "../reader.ts";
import type { Reader } from "../reader.ts";
import type { Mode } from "../state.ts";
import { isInText } from "./word.ts";
import type { NamedWord, Word } from "./word.ts";
import { newShape, shapeWords } from "./shapes.ts";

const destination =
  (mode: Mode): Word =>
  (reader) =>
    enter(reader, mode);

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

/** The text here is shown as something other than what it says. */
const doubtful =
  (reason: string): Word =>
  (reader) => {
    if (isInText(reader)) reader.group.flow.doubt(reason);
  };

/** What {\*\pn …} says holds for the paragraph around it. */
function numberOuter({ groups }: Reader, isNumbered: boolean): void {
  const outer = groups.at(-1);
  if (outer !== undefined) outer.paragraph = { ...outer.paragraph, isNumbered };
}

/** A drawing covers the text at which it is anchored; the text always runs through those of Word 6 and 95. */
const shape =
  (isThrough: boolean): Word =>
  (reader) => {
    if (isInText(reader)) {
      reader.group.flow.cover();
      reader.shape = newShape(isThrough);
      reader.group.flow.covers(reader.shape.reach);
    }
    enter(reader, "shape");
  };

/** What a part of a shape says; those of pictures and objects are skipped with them. */
const shapePart =
  (mode: Mode): Word =>
  (reader) => {
    if (reader.group.mode === "shape") enter(reader, mode);
  };

/** Words that say where the text after them goes, and fields. */
export const destinationWords: readonly NamedWord[] = [
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
  ["shp", shape(false)],
  ["shpgrp", shape(false)],
  ["do", shape(true)],
  ["sn", shapePart("shapeName")],
  ["sv", shapePart("shapeValue")],
  ...shapeWords,
  ["shptxt", (reader) => enterFlow(reader, "box")],
  ["dptxbxtext", (reader) => enterFlow(reader, "box")],
  ["annotation", destination("comment")],
  ["footnote", (reader) => enterFlow(reader, "note")],
  [
    "chftn",
    (reader) => {
      flushText(reader);
      if (isInText(reader)) reader.group.flow.noteMark(letterLookOf(reader, reader.group));
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
      if (isInText(reader)) reader.group.flow.picture("objects", "inline");
      enter(reader, "skip");
    },
  ],
  ["field", (reader) => void (reader.group.field = { instruction: "", hasResult: false, isShown: false })],
  ...["flddirty", "chpgn", "chdate", "chtime", "chdpl", "chdpa", "sectnum"].map((name): [string, Word] => [
    name,
    doubtful("field-result"),
  ]),
  ["mmath", doubtful("formula")],
  [
    "fldrslt",
    (reader) => {
      const { field } = reader.group;
      if (field === null) return;
      field.hasResult = true;
      if (isInText(reader) && linkWithin.test(field.instruction))
        reader.group.flow.noteMark(letterLookOf(reader, reader.group));
    },
  ],
  ["nesttableprops", (reader) => void (reader.group.inner = true)],
];
