import type { Reader } from "../reader.ts";
import type { CharacterState, ParagraphState } from "../state.ts";

/** What a control word does; `value` is its number, or null. */
export type Word = (reader: Reader, value: number | null) => void;

export type NamedWord = readonly [name: string, word: Word];

export const isInText = (reader: Reader): boolean => reader.group.mode === "text";

/** A property is on without a number, and off with 0 (RTF 1.9.1, toggles). */
export const isToggledOn = (value: number | null): boolean => value !== 0;

/** A word that changes properties of characters. */
export const character =
  (change: (value: number | null, reader: Reader) => Partial<CharacterState>): Word =>
  (reader, value) => {
    reader.group.character = { ...reader.group.character, ...change(value, reader) };
  };

/** A word that changes properties of paragraphs. */
export const paragraph =
  (change: (value: number | null) => Partial<ParagraphState>): Word =>
  (reader, value) => {
    reader.group.paragraph = { ...reader.group.paragraph, ...change(value) };
  };
