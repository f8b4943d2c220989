import type { EvidenceStatus } from "../model/index.ts";

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

/** Units a cell may carry; whatever else follows a number makes it unreadable. */
const UNITS = "件|条|次|个|人次|人|篇|项|起|宗|元|万元|亿元|万";
const UNIT = new RegExp(`(?:${UNITS})$`, "u");
/** Where a line may break, and marks of a direction that digits have anyway; a mark that turns it stays. */
const INVISIBLE = /[\u00ad\u200b-\u200e\u2060\ufeff]/u;
const NUMBER = /^([-+])?(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/u;

/** Whether a text is nothing but a unit. */
export function isUnit(text: string): boolean {
  return text !== "" && trailingUnit(text) === text;
}

/** The unit a text ends with, the longest: 人次, not 次. Empty where there is none. */
export function trailingUnit(text: string): string {
  return UNIT.exec(text)?.[0] ?? "";
}

/**
 * The one place where text becomes a number. Strict: a text that is not wholly a number with, at most, a sign, a unit
 * and a remark in brackets is `unreadable`; stripping what is not a digit would make 2216 of `22（其中修订16件）`.
 */
export function readValue(raw: string): ReadValue {
  if (/^\d{1,15}$/u.test(raw)) return { status: "given", value: Number(raw) }; // nearly every cell
  if (INVISIBLE.test(raw)) return readValue(raw.replace(new RegExp(INVISIBLE, "gu"), ""));
  if (raw.length > 6 && !/[\d０-９]/u.test(raw) && raw.trim().length > 6)
    return { status: "unreadable", value: null }; // a label
  // Words wrap in a narrow cell, 不涉⏎及, 万⏎元; between digits a space or a line end may part two numbers.
  const text = foldDigits(raw)
    .replace(/^[\s\u00a0\u3000\u200b\ufeff]+|[\s\u00a0\u3000\u200b\ufeff]+$/gu, "")
    .replace(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, "");
  if (text === "") return { status: "blank", value: null };
  if (/^-+$/u.test(text)) return { status: "dash", value: null };
  if (/^[零〇]$/u.test(text)) return { status: "given", value: 0 };
  if (/^(?:\/+|无|无此项|不涉及|不适用|N\/?A)。?$/iu.test(text))
    return { status: "not-applicable", value: null };

  const remark = /^([^()]*?)\s*\(([^()]*)\)\s*$/u.exec(text);
  const body = (remark?.[1] ?? text).trim();
  const note = remark?.[2]?.trim();
  if (remark && body === "") return { status: "unreadable", value: null };
  const unit = new RegExp(`^(.*?\\d)\\s*(${UNITS})$`, "su").exec(body);
  const digits = signed((unit?.[1] ?? body).trim());
  const extras = { ...(unit ? { unit: unit[2]! } : {}), ...(note ? { note } : {}) };
  const value = plainNumber(digits);
  if (value !== null) return { status: "given", value, ...extras };
  const joined = /^[\d.,\s-]+$/u.test(digits) ? plainNumber(digits.replace(/\s+/gu, "")) : null;
  return { status: "unreadable", value: null, ...(joined === null ? {} : { joined }) };
}

/** Value of a text that is a bare number, thousands separators allowed; null otherwise. Beyond 2^53 no value is exact. */
function plainNumber(text: string): number | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const value = Number(text.replaceAll(",", ""));
  if (!Number.isSafeInteger(Math.trunc(value)) || text.replace(/\D/gu, "").length > 15) return null;
  return value === 0 ? 0 : value;
}

/** Full-width digits and signs to ASCII, one by one; brackets too, so that one pattern serves. */
export function foldDigits(text: string): string {
  if (!/[０-９－−–—―‐‑﹣＋﹢，﹐．／（﹙）﹚]/u.test(text)) return text;
  return text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[－−–—―‐‑﹣]/gu, "-")
    .replace(/[＋﹢]/gu, "+")
    .replace(/[，﹐]/gu, ",")
    .replace(/[．]/gu, ".")
    .replace(/[／]/gu, "/")
    .replace(/[（﹙]/gu, "(")
    .replace(/[）﹚]/gu, ")");
}

/** 增2, 减3, ↑2, ↓3: change in words. The decrease of a negative number is not a thing anyone means. */
function signed(text: string): string {
  const match = /^(增加?|减少?|↑|↓|\+)\s*(\d[\d,.]*)$/u.exec(text);
  if (!match) return text.replace(/^-\s+(?=\d)/u, "-");
  return /^[减↓]/u.test(match[1]!) ? `-${match[2]!}` : match[2]!;
}
