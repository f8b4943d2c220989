import { isNumber } from "../../../printed/numbers.ts";
import { attribute, textWithin } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";

/** The text that an `input` shows: empty if it shows nothing, undefined if it shows something that is not text. */
export function fieldText(element: HtmlElement): string | undefined {
  const type = attribute(element, "type")?.trim().toLowerCase() ?? "text";
  if (type === "hidden") return "";
  const value = attribute(element, "value") ?? "";
  if (type === "submit" || type === "button" || type === "reset") return value === "" ? "" : undefined;
  if (notText.has(type)) return undefined;
  // A browser leaves a number field empty if its value is not a valid number: `1,435` (HTML 4.10.5.1.12).
  if (type === "number" && value !== "" && !/^-?(?:\d+|\d*\.\d+)(?:e[-+]?\d+)?$/i.test(value))
    return undefined;
  const size = Number(attribute(element, "size") ?? 20);
  if (size > 0 && size < value.length) return undefined;
  return value === "" && /\S/.test(attribute(element, "placeholder") ?? "") ? undefined : value;
}

/** True if a `textarea` shows a part of its text only: it has fewer columns or rows (HTML 4.10.11). */
export function isScrolled(element: HtmlElement): boolean {
  const [columns, rows] = [Number(attribute(element, "cols") ?? 20), Number(attribute(element, "rows") ?? 2)];
  const lines = textWithin(element).trim().split("\n");
  return lines.length > rows || lines.some((line) => isNumber(line.trim()) && line.trim().length > columns);
}

const notText = new Set(
  "checkbox radio image password range color file date time month week datetime datetime-local".split(" "),
);
