import type { EvidenceStatus } from "../model/index.ts";
import { foldDigits } from "./folding.ts";
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
  /** The digits stand apart (`1 2`, or on two lines): this is what they give when joined, for a reader who can prove it. */
  readonly joined?: number;
}

/** Where a line may break, and marks of a direction that digits have anyway; a mark that turns it stays. */
const INVISIBLE = /[\u00ad\u200b-\u200e\u2060\ufeff]/u;
const VISIBLE = /[^\s\u00ad\u200b-\u200e\u2060\ufeff]/u;
const NUMBER = /^([-+])?(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/u;
const WITH_UNIT = new RegExp(String.raw`^([^]*\d)\s*(?:人民币)?(${UNITS})(?:人民币)?$`, "u");
/** Before a number, what a unit is behind it. */
const RENMINBI = /^(?:人民币|RMB|[￥¥])\s*/u;
const NOTHING = /^(?:\/+|无|无此项|不涉及|不适用|N\/?A)。?$/iu;
/** One of these is in every text that is a number or stands for none, 〇 and 不适用 only in a short one. */
const VALUED = /[-\d０-９/／无]/u;
const SHORT_VALUED = /[-－−–—―‐‑﹣\d０-９/／无零〇不Nn]/u;
/** No number with its remark is longer; what is, is prose. */
const LONGEST = 200;

/**
 * The one place where text becomes a number. Strict: a text that is not wholly a number with, at most, a sign, a unit
 * and a remark in brackets is `unreadable`; stripping what is not a digit would make 2216 of `22（其中修订16件）`.
 */
export function readValue(raw: string): ReadValue {
  if (raw === "0") return ZERO; // every second cell
  if (/^\d{1,15}$/u.test(raw)) return { status: "given", value: Number(raw) }; // nearly every other
  if (INVISIBLE.test(raw)) return readValue(raw.replace(new RegExp(INVISIBLE, "gu"), ""));
  const trimmed = raw.trim();
  if (trimmed === "") return BLANK;
  if (trimmed.length > LONGEST || !(trimmed.length > 6 ? VALUED : SHORT_VALUED).test(trimmed))
    return UNREADABLE; // a label
  // Words wrap in a narrow cell, 不涉⏎及, 万⏎元; between digits a space or a line end may part two numbers.
  const text = foldDigits(trimmed).replace(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, "");
  const { body, remark } = withoutRemark(text);
  if (remark !== undefined && (body === "" || changesNumber(remark, body))) return UNREADABLE;
  const note = remark === undefined || unitNamed(remark) !== undefined ? {} : { note: remark };
  if (/^-+$/u.test(body)) return { status: "dash", value: null, ...note };
  if (/^[零〇]$/u.test(body)) return { status: "given", value: 0, ...note };
  if (NOTHING.test(body)) return { status: "not-applicable", value: null, ...note };

  const yuan = RENMINBI.exec(body)?.[0];
  const unit = WITH_UNIT.exec(body);
  const stated = unit?.[2] ?? (remark === undefined ? undefined : unitNamed(remark)) ?? (yuan && "元");
  const digits = signed((unit?.[1] ?? body).slice(yuan?.length ?? 0).trim());
  const value = plainNumber(digits);
  if (value !== null)
    return { status: "given", value, ...(stated === undefined ? {} : { unit: stated }), ...note };
  const joined = /^[\d.,\s-]+$/u.test(digits) ? plainNumber(digits.replace(/\s+/gu, "")) : null;
  return { ...UNREADABLE, ...(joined === null ? {} : { joined }) };
}

/** A share in percent: 12.5 of `12.5%`, `-3％` or `12.5`. */
export function readPercent(raw: string): ReadValue {
  const text = raw.length > LONGEST ? raw : raw.trim().replace(/[%％]$/u, "");
  return text === "" && raw.trim() !== "" ? UNREADABLE : readValue(text);
}

const ZERO: ReadValue = { status: "given", value: 0 };
const BLANK: ReadValue = { status: "blank", value: null };
const UNREADABLE: ReadValue = { status: "unreadable", value: null };

/** Whether a text prints a number, readable or not: `12`, `1 2`, `3.5%`, `约12`, `12*`, `12（应为13）`. Of a label, or of `（1）`, false. */
export function isNumber(text: string): boolean {
  if (/^\d{1,15}$/u.test(text)) return true;
  if (text.length > LONGEST * 2 || !/[\d０-９零〇]/u.test(text)) return false;
  const { status, joined } = readValue(text);
  return status === "given" || joined !== undefined || isDamaged(text);
}

/** Whether a text prints what stands where a number should: a dash, a stroke, 无. */
export function isStandIn(text: string): boolean {
  if (text.length > LONGEST || !STAND_IN_BEGINS.test(text)) return false;
  const { status } = readValue(text);
  return status === "dash" || status === "not-applicable" || STAND_IN_REMARKED.test(foldDigits(text).trim());
}

/** Whether a cell is filled in: a number or what stands for one. */
export function isFilled(text: string): boolean {
  return isNumber(text) || isStandIn(text);
}

/** Whether a cell may be one of values: filled in or empty. */
export function isValue(text: string): boolean {
  return !VISIBLE.test(text) || isFilled(text);
}

/** Whether a number begins with a zero too many: 07, 007, 00; counts are not printed so, codes and two numbers run together are. */
export function hasLeadingZero(text: string): boolean {
  return text.length > 1 && /^[^\d(]{0,4}0\d/u.test(foldDigits(text).trim());
}

/** Whether a text has digits at all. */
export function hasDigits(text: string): boolean {
  return /[\d０-９]/u.test(text);
}

/** Value of a text that is a bare number, thousands separators allowed; null otherwise. Beyond 2^53 no value is exact. */
function plainNumber(text: string): number | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const value = Number(text.replaceAll(",", ""));
  if (!Number.isSafeInteger(Math.trunc(value)) || text.replace(/\D/gu, "").length > 15) return null;
  return value === 0 ? 0 : value;
}

/** 增2, 减3, ↑2, ↓3: change in words. The decrease of a negative number is not a thing anyone means. */
function signed(text: string): string {
  const match = /^(增加?|减少?|↑|↓|\+)\s*(\d[\d,.]*)$/u.exec(text);
  if (!match) return text.replace(/^-\s+(?=\d)/u, "-");
  return /^[减↓]/u.test(match[1]!) ? `-${match[2]!}` : match[2]!;
}

/** How every stand-in begins: with a dash, a stroke, 无, 不涉及, 不适用, N/A. */
const STAND_IN_BEGINS =
  /^[\s\u00ad\u200b-\u200e\u2060\ufeff]*(?:[-－−–—―‐‑﹣/／无Nn]|不[\s\u00ad\u200b-\u200e\u2060\ufeff]*[涉适])/u;
/** `-（更正为120）`: what stands for no number, and a remark that says otherwise. */
const STAND_IN_REMARKED = /^(?:-+|\/+|无)\s*\([^()]*\)$/u;
const BEFORE = String.raw`(?:大?约|近|超过?|逾|不足|至少|最多|增加?|减少?|增长|下降|上升|降|升|负|正|共计?|合计|[↑↓≈~≥≤><=±+*#※?？¥￥$-]){0,3}`;
const AFTER = String.raw`(?:多|余|以[上下内]|左右|上下|许|整|[↑↓*#※?？!！~+%‰①-⑩¹²³⁰-⁹。;,、.-]|\[[^\]]{0,9}\]){0,4}`;
/** Digits with nothing about them but signs, units and words of degree; a bracket may have lost its other half. */
const DAMAGED = new RegExp(
  String.raw`^\(?${BEFORE}[A-Za-z]?\d[\d.,]*${AFTER}(?:${UNITS}|[A-Za-z])?${AFTER}\)?$`,
  "u",
);
/** No damaged number without its remark is longer. */
const LONGEST_DAMAGED = 40;
/** `（1）`, `1.`, `1、`: what numbers a label. */
const NUMBERING = /^(?:\(\d{1,2}\)|\d{1,2}[.、,;])$/u;

/** A number that somebody damaged or doubted: no value, but no label either. */
function isDamaged(text: string): boolean {
  const compact = foldDigits(text).replace(/\s+/gu, "");
  if (NUMBERING.test(compact)) return false;
  const { body } = withoutRemark(compact);
  return body.length <= LONGEST_DAMAGED && DAMAGED.test(body === "" ? compact : body);
}
