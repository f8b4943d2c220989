import { statesNothing, unstatedCharacters } from "../state.ts";
import { character, paragraph } from "./word.ts";
import type { NamedWord, Word } from "./word.ts";

/** Words that name styles, or begin entries of the style sheet. */
export const styleWords: readonly NamedWord[] = [
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
];
