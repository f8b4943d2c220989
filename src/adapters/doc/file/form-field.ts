import type { Field } from "../../word/text/field.ts";
import type { Bytes } from "./bytes.ts";

/** Where a block of binary data states the length of its header (NilPICFAndBinData, MS-DOC 2.9.158). */
const headerLengthAt = 4;
/** The kinds of form fields (FFDataBits, 2.9.79), and the result that stands for the usual one. */
const [checkBox, dropDown, usual] = [1, 2, 25];
/** Word allows 25 entries; no entry of a list is longer than a line. */
const [mostChoices, longestChoice] = [50, 200];
/** Text and macros of the field between its usual state and its entries. */
const stringsBetween = 5;

type FormField = Pick<Field, "choices" | "choice" | "checked">;

/** The state of a check box or a list of choices (FFData, 2.9.78), at an offset of the Data stream; null for others. */
export function readFormField(data: Bytes, offset: number): FormField | null {
  const at = offset + data.word(offset + headerLengthAt);
  const bits = data.word(at + 4);
  const kind = bits & 3;
  if (data.long(at) !== 0xffffffff || (kind !== checkBox && kind !== dropDown)) return null;
  let next = afterString(data, at + 10);
  const result = (bits >> 2) & 0x1f;
  const choice = result === usual ? data.word(next) : result;
  if (kind === checkBox) return { choices: [], choice: 0, checked: choice === 1 };
  next += 2;
  for (let string = 0; string < stringsBetween; string++) next = afterString(data, next);
  return { choices: readChoices(data, next), choice, checked: undefined };
}

/** A string with its length before it and a zero behind it (Xstz, 2.9.353). */
function afterString(data: Bytes, at: number): number {
  return at + 2 + data.word(at) * 2 + 2;
}

/** Strings of two bytes a character (STTB, 2.2.4): how many they are, and how many bytes follow each of them. */
function readChoices(data: Bytes, start: number): string[] {
  if (data.word(start) !== 0xffff) return [];
  const count = Math.min(data.word(start + 2), mostChoices);
  const extra = data.word(start + 4);
  const choices: string[] = [];
  let at = start + 6;
  for (let index = 0; index < count && at < data.length; index++) {
    const length = data.word(at);
    choices.push(data.text(at + 2, Math.min(length, longestChoice)));
    at += 2 + length * 2 + extra;
  }
  return choices;
}
