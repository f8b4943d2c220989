import { attribute } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";

/** What an `input` shows as text: empty for one that shows nothing, undefined for one that shows something else. */
export function fieldText(element: HtmlElement): string | undefined {
  const type = attribute(element, "type")?.trim().toLowerCase() ?? "text";
  if (type === "hidden") return "";
  const value = attribute(element, "value") ?? "";
  if (type === "submit" || type === "button" || type === "reset") return value === "" ? "" : undefined;
  if (notText.has(type)) return undefined;
  // A browser leaves a number field empty that holds no number: `1,435` (HTML 4.10.5.1.12).
  if (type === "number" && value !== "" && !/^-?(?:\d+|\d*\.\d+)(?:e[-+]?\d+)?$/i.test(value))
    return undefined;
  const size = Number(attribute(element, "size") ?? 20);
  if (size > 0 && size < value.length) return undefined;
  return value === "" && /\S/.test(attribute(element, "placeholder") ?? "") ? undefined : value;
}

const notText = new Set(
  "checkbox radio image password range color file date time month week datetime datetime-local".split(" "),
);
