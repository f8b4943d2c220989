import { codePageEncoding } from "../charsets.ts";
import { addUnit } from "../reader-text.ts";
import { character } from "./word.ts";
import type { NamedWord, Word } from "./word.ts";

/** Words for encodings, the fonts of text, and the tables of fonts and colours. */
export const fontWords: readonly NamedWord[] = [
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
];
