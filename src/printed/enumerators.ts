import { ORDINALS } from "./numerals.ts";

const ORDINAL = `[${ORDINALS}]{1,3}`;
/** How a label may be numbered, in normalized text. A sign must follow wherever the numeral may also begin a word. */
const ENUMERATOR = new RegExp(
  String.raw`^(?:[(（]?${ORDINAL}[)）]|${ORDINAL}[、，,.．:：]|[(（]?\d{1,2}[)）]|\d{1,2}[、，,.．:：](?!\d)|[①②③④⑤⑥⑦⑧⑨⑩])`,
  "u",
);
const OF_WHICH = /^其中[:,]/u;
/** What an enumerator or 其中 begins with; few labels do. */
const MAY_BEGIN = new RegExp(`^[（(${ORDINALS}\\d①-⑩其]`, "u");

/** A normalized label without its enumerator (一、 （一） 1.) and the 其中： before it. */
export function withoutEnumerator(normalized: string): string {
  return MAY_BEGIN.test(normalized) ? normalized.replace(OF_WHICH, "").replace(ENUMERATOR, "") : normalized;
}

/** The numeral or sign that a normalized label begins with, without its punctuation. */
export function enumeratorOf(normalized: string): string {
  return (ENUMERATOR.exec(normalized.replace(OF_WHICH, ""))?.[0] ?? "").replace(/[()（）、，,.．:：]/gu, "");
}

/** The outline of official documents (GB/T 9704—2012, 7.3.3): 一、 then （一） then 1. then （1）. */
const OUTLINE: readonly RegExp[] = [
  new RegExp(String.raw`^${ORDINAL}\s*[、.．，,]`, "u"),
  new RegExp(String.raw`^[（(]\s*${ORDINAL}\s*[)）]`, "u"),
  /^[\d０-９]{1,2}\s*[.、．](?![\d０-９])/u,
  /^[（(]\s*[\d０-９]{1,2}\s*[)）]/u,
];

const FIRST = new RegExp(`^[（(${ORDINALS}\\d０-９]`, "u");

/** Level of a text in the outline, told by its beginning: 1 for 一、 to 4 for （1）; 0 where it is not numbered. */
export function outlineLevel(text: string): number {
  const trimmed = text.trimStart();
  if (!FIRST.test(trimmed)) return 0;
  return OUTLINE.findIndex((pattern) => pattern.test(trimmed)) + 1;
}

/** Whether a text is numbered, in the outline or as an article: 第二十条 … */
export function hasEnumerator(text: string): boolean {
  return outlineLevel(text) > 0 || new RegExp(`^\\s*第[${ORDINALS}]+[条章]`, "u").test(text);
}

/** Whether a text is the first of its level. */
export function beginsList(text: string): boolean {
  return (
    outlineLevel(text) > 0 && /^[（(]?\s{0,4}[一1１](?![\d０-９一二三四五六七八九十])/u.test(text.trimStart())
  );
}
