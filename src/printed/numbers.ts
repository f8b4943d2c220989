import type { EvidenceStatus } from "../model/index.ts";
import { foldDigits, isHan } from "./folding.ts";
import { changesNumber, withoutRemark } from "./remarks.ts";
import { unitNamed, UNITS } from "./units.ts";

/** What one cell's text says. `value` is null for every status but `given`. */
export interface ReadValue {
  readonly status: Extract<EvidenceStatus, "given" | "blank" | "dash" | "not-applicable" | "unreadable">;
  readonly value: number | null;
  /** Unit printed in the cell. */
  readonly unit?: string;
  /** Remark printed in brackets beside the number. */
  readonly note?: string;
  /**
   * The digits stand apart (`1 2`, or on two lines): the number they make when joined, for a reader who can prove it.
   */
  readonly joined?: number;
  /** The number is printed as a change from another one: 增2, ↓3, +4. A cell of counts does not say its count by it. */
  readonly change?: true;
}

/**
 * Characters without ink: where a line may break, and marks of the direction that digits have anyway; a mark that
 * reverses it is kept.
 */
const INVISIBLE = /[\u00ad\u200b-\u200e\u2060\ufeff]/u;
const VISIBLE = /[^\s\u00ad\u200b-\u200e\u2060\ufeff]/u;
const SPACE = /\s/u;
const NUMBER = /^([-+])?(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/u;
const WITH_UNIT = new RegExp(String.raw`^([^]*\d)\s*(?:人民币)?(${UNITS})(?:人民币)?$`, "u");
/** Signs that mean yuan before a number, as the unit does behind it. */
const RENMINBI = /^(?:人民币|RMB|[￥¥])\s*/u;
const NOTHING = /^(?:\/+|无|无此项|不涉及|不适用|N\/?A)。?$/iu;
/** Every text that is a number or stands for none holds one of these; 〇 and 不适用 occur only in short ones. */
const VALUED = /[-\d０-９/／无]/u;
const SHORT_VALUED = /[-－−–—―‐‑﹣\d０-９/／无零〇不Nn]/u;
/** No number with its remark is longer; a longer text is prose. */
const LONGEST = 200;

/**
 * The one place where text becomes a number. Strict: a text that is not wholly a number with, at most, a sign, a unit
 * and a remark in brackets is `unreadable`; stripping what is not a digit would make 2216 of `22（其中修订16件）`.
 */
export function readValue(raw: string): ReadValue {
  if (raw === "0") return ZERO; // every second cell
  if (isPlain(raw)) return { status: "given", value: Number(raw) }; // nearly every other
  if (raw.length < 2 && raw.trim() === "") return BLANK; // the space in a blank cell
  const bare = bareNumber(raw);
  if (bare !== null) return { status: "given", value: bare }; // nearly every amount
  return isWording(raw) ? UNREADABLE : readPrinted(raw); // nearly every label is wording
}

/** The value of a text from its first digit to its last, if this is a number and nothing else. */
function bareNumber(text: string): number | null {
  const isWhole = isDigit(text.charCodeAt(0)) && isDigit(text.charCodeAt(text.length - 1));
  return isWhole && text.length <= LONGEST_BARE ? plainNumber(text) : null;
}

/** Its digits, point and commas: 999,999,999,999.99. */
const LONGEST_BARE = 18;

function readPrinted(raw: string): ReadValue {
  if (INVISIBLE.test(raw)) return readValue(raw.replace(new RegExp(INVISIBLE, "gu"), ""));
  const trimmed = raw.trim();
  if (trimmed === "") return BLANK;
  if (trimmed.length > LONGEST || !(trimmed.length > 6 ? VALUED : SHORT_VALUED).test(trimmed))
    return UNREADABLE; // a label
  const text = unwrapped(foldDigits(trimmed));
  const { body, remark } = withoutRemark(text);
  if (remark !== undefined && (body === "" || changesNumber(remark, body))) return UNREADABLE;
  const note = remark === undefined || unitNamed(remark) !== undefined ? {} : { note: remark };
  if (/^-+$/u.test(body)) return { status: "dash", value: null, ...note };
  if (/^[零〇]$/u.test(body)) return { status: "given", value: 0, ...note };
  if (NOTHING.test(body)) return { status: "not-applicable", value: null, ...note };

  const yuan = RENMINBI.exec(body)?.[0];
  const unit = withUnit(body);
  const stated = unit?.[2] ?? (remark === undefined ? undefined : unitNamed(remark)) ?? (yuan && "元");
  const printed = (unit?.[1] ?? body).slice(yuan?.length ?? 0).trim();
  const digits = signed(printed);
  const value = plainNumber(digits);
  const change = CHANGE.test(printed) ? ({ change: true } as const) : {};
  if (value !== null)
    return { status: "given", value, ...(stated === undefined ? {} : { unit: stated }), ...note, ...change };
  const joined = /^[\d.,\s-]+$/u.test(digits) ? plainNumber(digits.replace(/\s+/gu, "")) : null;
  return { ...UNREADABLE, ...(joined === null ? {} : { joined }) };
}

/** Words wrap in a narrow cell (不涉⏎及, 万⏎元); between digits a space or a line end may separate two numbers. */
function unwrapped(text: string): string {
  return SPACE.test(text) ? text.replace(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, "") : text;
}

/** The unit that a number ends with, and what stands before it; nearly every number has none. */
function withUnit(body: string): RegExpExecArray | null {
  return isDigit(body.charCodeAt(body.length - 1)) ? null : WITH_UNIT.exec(body);
}

/** A percentage: 12.5 for `12.5%` or `12.5`, -3 for `-3％`. */
export function readPercent(raw: string): ReadValue {
  const text = raw.length > LONGEST ? raw : raw.trim().replace(/[%％]$/u, "");
  return text === "" && raw.trim() !== "" ? UNREADABLE : readValue(text);
}

const ZERO: ReadValue = { status: "given", value: 0 };
const BLANK: ReadValue = { status: "blank", value: null };
const UNREADABLE: ReadValue = { status: "unreadable", value: null };

/**
 * Whether a text prints a number, readable or not: `12`, `1 2`, `3.5%`, `约12`, `12*`, `12（应为13）`. False for a
 * label and for `（1）`.
 */
export function isNumber(text: string): boolean {
  if (isPlain(text)) return true;
  if (isWording(text) || text.length > LONGEST * 2 || !/[\d０-９零〇]/u.test(text)) return false;
  const { status, joined } = readValue(text);
  return status === "given" || joined !== undefined || isDamaged(text);
}

/** Whether a text consists of digits alone, no more than a number can have. Nearly every printed value does. */
export function isPlain(text: string): boolean {
  if (text === "" || text.length > 15) return false;
  // Asked of every cell again and again, so the question after a digit is written out.
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return true;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether a text begins with a digit, or with a Chinese character other than 不 and 无: it stands for no number, and is not blank. */
function isWord(unit: number): boolean {
  return isDigit(unit) || (isHan(unit) && unit !== 0x4e0d && unit !== 0x65e0);
}

/**
 * Whether a text begins or ends with a Chinese character with which no number, damaged or not, and nothing that stands
 * for one begins or ends. That is safe to ask before reading: removing spaces and invisible characters, folding signs
 * and cutting off a remark in brackets never change the first character if it is Chinese, and a text that ends in a
 * Chinese character has no remark.
 */
function isWording(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  return (isHan(first) && !BEGINS.has(first)) || (isHan(last) && !ENDS.has(last));
}

/** Whether a text stands where a number should, such as a dash, a stroke or 无. */
export function isStandIn(text: string): boolean {
  if (text.length > LONGEST || isWord(text.charCodeAt(0)) || !STAND_IN_BEGINS.test(text)) return false;
  const { status } = readValue(text);
  return status === "dash" || status === "not-applicable" || STAND_IN_REMARKED.test(foldDigits(text).trim());
}

/** Whether a cell is filled in: a number or what stands for one. */
export function isFilled(text: string): boolean {
  return isNumber(text) || isStandIn(text);
}

/** Whether a cell may be a value cell: filled in or empty. */
export function isValue(text: string): boolean {
  if (text === "") return true;
  return (!isWord(text.charCodeAt(0)) && !VISIBLE.test(text)) || isFilled(text);
}

/**
 * Whether a number begins with a zero too many: 07, 007, 00. Counts are not printed so, but codes and two numbers run
 * together are.
 */
export function hasLeadingZero(text: string): boolean {
  return text.length > 1 && /^[^\d(]{0,4}0\d/u.test(foldDigits(text).trim());
}

/** Whether a text has digits at all. */
export function hasDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) return true;
  }
  return false;
}

/**
 * Value of a text that is a bare number, thousands separators allowed; null otherwise, and beyond 2^53, where no value
 * is exact.
 */
function plainNumber(text: string): number | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const value = Number(text.replaceAll(",", ""));
  if (!Number.isSafeInteger(Math.trunc(value)) || digitsIn(text) > 15) return null;
  return value === 0 ? 0 : value;
}

function digitsIn(text: string): number {
  return text.length <= 15 ? text.length : text.replace(/\D/gu, "").length;
}

/** Words and signs of a change before a number. */
const CHANGE = /^(增加?|减少?|↑|↓|\+)\s*(\d[\d,.]*)$/u;

/** A change stated in words or arrows: 增2, 减3, ↑2, ↓3. Nobody means the decrease of a negative number. */
function signed(text: string): string {
  const match = CHANGE.exec(text);
  if (!match) return text.replace(/^-\s+(?=\d)/u, "-");
  return /^[减↓]/u.test(match[1]!) ? `-${match[2]!}` : match[2]!;
}

/** How every stand-in begins: with a dash, a stroke, 无, 不涉及, 不适用, N/A. */
const STAND_IN_BEGINS =
  /^[\s\u00ad\u200b-\u200e\u2060\ufeff]*(?:[-－−–—―‐‑﹣/／无Nn]|不[\s\u00ad\u200b-\u200e\u2060\ufeff]*[涉适])/u;
/** `-（更正为120）`: a stand-in, and a remark that says otherwise. */
const STAND_IN_REMARKED = /^(?:-+|\/+|无)\s*\([^()]*\)$/u;
const BEFORE = String.raw`(?:同比|环比|[较比][上去]年(?:度|同期)?|大?约|近|超过?|逾|不足|至少|最多|净?增加?|净?减少?|新增|增长|下降|上升|[降升多少]|负|正|共计?|合计|[↑↓≈~≥≤><=±+*#※?？¥￥$-]){0,3}`;
const AFTER = String.raw`(?:多|余|以[上下内]|左右|上下|许|整|[↑↓*#※?？!！~+%‰①-⑩¹²³⁰-⁹。;,、.-]|\[[^\]]{0,9}\]){0,4}`;
/** Digits with nothing around them but signs, units and words of degree; a bracket may have lost its other half. */
const DAMAGED = new RegExp(
  String.raw`^\(?${BEFORE}[A-Za-z]?\d[\d.,]*${AFTER}(?:${UNITS}|[A-Za-z])?${AFTER}\)?$`,
  "u",
);
/** The Chinese characters in the words before a number, 人民币, what is read as null, and 零. */
const BEGINS = unitsIn(`${BEFORE}人无不增减零`);
/** The same for the words behind a number and its unit. */
const ENDS = unitsIn(`${AFTER}${UNITS}币无项及用零`);

function unitsIn(text: string): ReadonlySet<number> {
  return new Set(Array.from(text, (character) => character.charCodeAt(0)));
}

/** No damaged number without its remark is longer. */
const LONGEST_DAMAGED = 40;
/** What numbers a label: `（1）`, `1.`, `1、`. */
const NUMBERING = /^(?:\(\d{1,2}\)|\d{1,2}[.、,;])$/u;

/** The end of a remark of the forms on how things are counted (相同信息计1条), as where a label wraps. */
const REMARK_END = /^1[条次]\)$/u;

/** A number that somebody damaged or doubted: it is no value, but no label either. */
function isDamaged(text: string): boolean {
  const compact = foldDigits(text).replace(/\s+/gu, "");
  if (NUMBERING.test(compact) || REMARK_END.test(compact)) return false;
  const { body } = withoutRemark(compact);
  return (
    body.length <= LONGEST_DAMAGED && wordsAreOfNumbers(body) && DAMAGED.test(body === "" ? compact : body)
  );
}

/** Whether every Chinese character of a text may stand around a number. In square brackets any may. */
function wordsAreOfNumbers(text: string): boolean {
  if (text.includes("[")) return true;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (isHan(unit) && !BEGINS.has(unit) && !ENDS.has(unit)) return false;
  }
  return true;
}
