import { attribute, parentOf } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import type { Seam } from "./paragraph.ts";
import { colourDistance } from "../style/colour.ts";
import { lengthOf } from "../style/length.ts";
import { hooksOf } from "../style/styles.ts";
import type { DocumentStyles } from "../style/styles.ts";

/**
 * Limits within which two sizes (as a ratio) and two colours (as a distance) look the same: #333 of the page and black
 * of Word's runs do.
 */
const ALIKE = { size: 1.15, colour: 100 };

/** True if both texts look like one. A style that holds only one of them may set it apart from the other. */
export function isSeamless([before, after]: Seam, cell: HtmlElement, styles: DocumentStyles): boolean {
  const [one, other] = [styles.of(before), styles.of(after)];
  if (Math.max(one.size, other.size) > ALIKE.size * Math.min(one.size, other.size)) return false;
  if (one.colour === undefined || other.colour === undefined) return one.colour === other.colour;
  if (colourDistance(one.colour, other.colour) > ALIKE.colour) return false;
  // A gradient gives more than one ground, and may draw a line through the digits.
  if (one.grounds.length !== other.grounds.length) return false;
  if (one.grounds.some((ground, at) => colourDistance(ground, other.grounds[at]!) > ALIKE.colour))
    return false;
  const [path, otherPath] = parted(before, after, cell);
  if ([...path, ...otherPath].some((element) => setsApart(element, styles))) return false;
  // A sheet outside the file may set the two apart by their classes.
  return !styles.isIncomplete || hooks(path) === hooks(otherPath);
}

/** For each of two texts, the elements around it that do not hold the other text. */
function parted(before: HtmlElement, after: HtmlElement, cell: HtmlElement): [HtmlElement[], HtmlElement[]] {
  const up = (from: HtmlElement) => {
    const path: HtmlElement[] = [];
    for (let here: HtmlElement | undefined = from; here !== undefined && here !== cell; here = parentOf(here))
      path.push(here);
    return path;
  };
  const [path, otherPath] = [up(before), up(after)];
  while (path.length > 0 && otherPath.length > 0 && path.at(-1) === otherPath.at(-1)) {
    path.pop();
    otherPath.pop();
  }
  return [path, otherPath];
}

function hooks(path: readonly HtmlElement[]): string {
  return path
    .map(hooksOf)
    .filter((one) => one !== "")
    .join(" ");
}

function setsApart(element: HtmlElement, styles: DocumentStyles): boolean {
  if (element.name === "a" && (element.attribs["href"] ?? "").includes("#")) return true;
  if (attribute(element, "popover") !== undefined) return true;
  if (element.name === "label" || element.name === "q" || element.name === "input") return true;
  const { own, display, size, trick } = styles.of(element);
  if (trick !== undefined) return true;
  if (display !== undefined && !/^(?:inline|contents)$/.test(display)) return true;
  if (/^(?:sub|super|top|bottom|text-|middle|[-+.\d]*[1-9])/i.test(own.get("vertical-align") ?? ""))
    return true;
  if (/super|sub/i.test(own.get("font-variant-position") ?? "")) return true;
  if (/\b(?:sups|subs|sinf|frac|ordn|dnom|numr)\b/i.test(own.get("font-feature-settings") ?? "")) return true;
  // A space after a digit, where the other digits have none, parts them.
  if ((lengthOf(own.get("letter-spacing"), size, size) ?? 0) > size / 2) return true;
  return apart.some((property) => Math.abs(lengthOf(own.get(property), size, size) ?? 0) > 1);
}

const apart =
  "left right top bottom margin-left margin-right padding-left padding-right mso-text-raise".split(" ");
