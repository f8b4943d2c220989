import { TRADITIONAL } from "./traditional.ts";

/**
 * Removes whitespace, quotes, invisible characters and the mark of a note or a translation behind the words, folds
 * brackets and punctuation, and writes Traditional characters as Simplified ones.
 */
export function normalizeLabel(printed: string): string {
  // No note mark, translation or space ends in a Chinese character or a digit.
  const text = endsPlainly(printed) ? printed : withoutTranslation(withoutNoteMark(printed));
  let kind = kindOf(text);
  if (kind === KEPT) return text;
  const compatible = kind === UNUSUAL ? text.normalize("NFKC") : text;
  if (kind === UNUSUAL) kind = kindOf(compatible);
  const result = kind === KEPT ? compatible : folded(compatible);
  return text.includes("檔") || text.includes("資") ? simplifyWords(result) : result;
}

/**
 * Signs that refer from a label to a note below the table: 规章①, 规章注①, 规章[1]. Before a word the same signs number
 * it.
 */
const NOTE_MARK = /(?<=[\u4e00-\u9fff）)”"])注?(?:[①-⑳¹²³⁴-⁹]{1,2}|[[［【〔]注?[\d①-⑳]{1,2}[\]］】〕])$/u;
const ENDS_NOTE_MARK = /[①-⑳¹²³⁴-⁹\]］】〕]$/u;

function withoutNoteMark(text: string): string {
  const trimmed = ENDS_NOTE_MARK.test(text.slice(-1)) ? text : text.trimEnd();
  return ENDS_NOTE_MARK.test(trimmed.slice(-1)) ? trimmed.replace(NOTE_MARK, "") : text;
}

/** The words of a translation, and what may stand between them. A number or an address is none. */
const TRANSLATED = /[A-Za-z\s,;:'’&/()（）-]/u;
const TRANSLATION_ENDS = /[a-z)）]$/u;
/** A translation has a word in small letters; IPv6, HTTPS and APP belong to the label. */
const WORD = /[A-Za-z][a-z]{3}/u;
/** Without a space before it, only a long word shows it. */
const LONG_WORD = /[A-Za-z][a-z]{4}/u;

/** What a label ends with before its translation. */
const BEFORE_TRANSLATION = /[\u4e00-\u9fff）)”"』」]$/u;

/** Words that make a number another one unless the Chinese words before them say the same. */
const QUALIFIED = [
  [/hundred|thousand|million|billion|per ?cent/iu, /[百千万萬亿億%％]/u],
  [/(?:last|previous|prior|next) year/iu, /[上下去前次明]/u],
  [/estimate|half[ -]year|quarter/iu, /[估预半季]/u],
] as const;

/** A scale on a line of its own belongs to the number above. */
const SCALE_ALONE = /^[\s(（]*(?:hundreds?|thousands?|millions?|billions?|per ?cent)[\s)）]*$/iu;

/** Whether a text holds a translation and no Chinese word: the English line of a label on two lines. */
export function isTranslation(text: string): boolean {
  if (SCALE_ALONE.test(text)) return false;
  return WORD.test(text) && [...text].every((character) => TRANSLATED.test(character));
}

/** The Chinese words of a label, without their translation behind a space: 行政许可 Administrative licences. */
function withoutTranslation(text: string): string {
  if (!TRANSLATION_ENDS.test(text.slice(-1))) return text;
  let from = text.length;
  while (from > 0 && TRANSLATED.test(text[from - 1]!)) from -= 1;
  // A bracket that closes before the translation belongs to the label.
  while (from < text.length && /[)）]/u.test(text[from]!)) from += 1;
  const [words, translation] = [text.slice(0, from), text.slice(from)];
  const word = /^[\s(（/]/u.test(translation) ? WORD : LONG_WORD;
  const isSame = QUALIFIED.every(([english, chinese]) => !english.test(translation) || chinese.test(words));
  return BEFORE_TRANSLATION.test(words) && word.test(translation) && isSame ? words : text;
}

function endsPlainly(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return isHan(last) || (last >= 0x30 && last <= 0x39) || text === "";
}

/** Traditional characters as Simplified ones, one for one, so that what is found in the result stands where it was printed. */
export function simplified(text: string): string {
  return hasTraditional(text) ? text.replace(HAN, simplifiedCharacter) : text;
}

/** Whether any character has a Simplified one to be written in its place; few texts have one. */
function hasTraditional(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (isHan(unit) && (KINDS[unit] || learn(unit)) === FOLDS) return true;
  }
  return false;
}

function simplifiedCharacter(character: string): string {
  const other = FOLDED.get(character.charCodeAt(0));
  return other === undefined ? character : String.fromCharCode(other);
}

const HAN = /[\u4e00-\u9fff]/gu;

/** Whether a UTF-16 unit is one of the common Chinese characters. */
export function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Whether a report is printed in Traditional characters: each of them has the word 公開. */
export function isTraditional(text: string): boolean {
  return text.includes(TRADITIONAL_SIGN);
}

export const TRADITIONAL_SIGN = "開";

function folded(text: string): string {
  return withUnits(text, (unit) => (KINDS[unit] === KEPT ? unit : (FOLDED.get(unit) ?? unit)));
}

/** Characters go into a list first: adding a sign to Chinese text again and again makes V8 copy both. */
function withUnits(text: string, unitFor: (unit: number) => number): string {
  if (text.length > ARGUMENTS) {
    let result = "";
    for (let from = 0; from < text.length; from += ARGUMENTS)
      result += withUnits(text.slice(from, from + ARGUMENTS), unitFor);
    return result;
  }
  const units = new Array<number>(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = unitFor(text.charCodeAt(index));
    if (unit !== REMOVED) units[length++] = unit;
  }
  units.length = length;
  return String.fromCharCode.apply(null, units);
}

/** A function may be called with at least so many arguments. */
const ARGUMENTS = 1024;
const REMOVED = -1;

/** The strongest folding that one of its characters needs. */
function kindOf(text: string): number {
  let most: number = KEPT;
  for (let index = 0; index < text.length; index++) {
    const kind = KINDS[text.charCodeAt(index)] || learn(text.charCodeAt(index));
    if (kind === UNUSUAL) return UNUSUAL;
    if (kind > most) most = kind;
  }
  return most;
}

/** Full-width digits and signs as ASCII, one for one; brackets too, so that one pattern serves both. */
export function foldDigits(text: string): string {
  let from = 0;
  while (from < text.length && signOf(text.charCodeAt(from)) === undefined) from++;
  return from === text.length ? text : withUnits(text, (unit) => signOf(unit) ?? unit);
}

/** What is written for a full-width sign; undefined for anything else. */
function signOf(unit: number): number | undefined {
  return unit < 0x80 || isHan(unit) ? undefined : SIGNS.get(unit);
}

const SIGNS: ReadonlyMap<number, number> = new Map(
  ["０0", "１1", "２2", "３3", "４4", "５5", "６6", "７7", "８8", "９9"]
    .concat(["－-", "−-", "–-", "—-", "―-", "‐-", "‑-", "﹣-", "＋+", "﹢+", "，,", "﹐,"])
    .concat(["．.", "／/", "％%", "（(", "﹙(", "）)", "﹚)"])
    .map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);

/** Words that Traditional-Chinese mirrors replace, rather than write with other characters. */
function simplifyWords(text: string): string {
  return text.replaceAll("档案", "文件").replaceAll("资讯", "信息");
}

/**
 * Anything but ASCII, Chinese characters and the punctuation folded by the table below: NFKC is slow and rarely needed.
 */
const COMPATIBLE =
  /[^\t-~\u00a0\u00ad\u200b-\u200f\u2010-\u201d\u2060\u3000-\u3002\u300c-\u300f\u3014\u3015\u4e00-\u9fff\uff01-\uff5e\ufeff]/u;

/** What a label is without. */
const GONE =
  " \t\n\r\f\v\u00a0\u00ad\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff“”\"＂「」『』‘’'＇*_#＊＿＃";
/** The full-width signs stand in the order of ASCII from the exclamation mark on. */
const [FIRST_WIDE, FIRST_NARROW, SIGNS_OF_ASCII] = [0xff01, 0x21, 94] as const;

/** What each UTF-16 unit is folded to. A thousand entries are set in a loop, which every start waits for. */
const FOLDED: ReadonlyMap<number, number> = foldings();

function foldings(): Map<number, number> {
  const all = new Map<number, number>();
  for (let index = 0; index < SIGNS_OF_ASCII; index++) all.set(FIRST_WIDE + index, FIRST_NARROW + index);
  for (let at = 0; at < GONE.length; at++) all.set(GONE.charCodeAt(at), REMOVED);
  const pairs = TRADITIONAL + "、,。.";
  for (let at = 0; at < pairs.length; at += 2) all.set(pairs.charCodeAt(at), pairs.charCodeAt(at + 1));
  return all;
}

/**
 * What a character, by its UTF-16 unit, needs: nothing, folding, or NFKC of the whole text; 0 until it was first met.
 */
const [KEPT, FOLDS, UNUSUAL] = [1, 2, 3] as const;
const KINDS = new Uint8Array(0x10000);

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const folds = FOLDED.has(unit);
  // Nearly every character is one of these; the pattern is slow the first times it is used.
  return (KINDS[unit] = !isHan(unit) && COMPATIBLE.test(character) ? UNUSUAL : folds ? FOLDS : KEPT);
}
