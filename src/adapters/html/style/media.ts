import { lengthOf, ROOT_SIZE, SCREEN } from "./length.ts";

type Size = typeof SCREEN;

/** A larger screen, which a clerk may have; a rule that holds only on it may hold or not. */
const WIDE: Size = { width: 1920, height: 1080 };

/** Whether a media query list holds on a desktop screen (Media Queries 4); an unknown feature does not hold. */
export function holdsOnScreen(list: string): boolean {
  return holdsOn(list, SCREEN, false);
}

/** Whether the list may hold on some desktop screen; an unknown feature may hold or not. */
export function mayHold(list: string): boolean {
  return [SCREEN, WIDE].some((size) => holdsOn(list, size, true) || holdsOn(list, size, false));
}

function holdsOn(list: string, size: Size, whereUnknown: boolean): boolean {
  const text = list.replace(/\s+/g, " ").trim().toLowerCase().slice(0, 2000);
  return text === "" || text.split(",").some((query) => holds(query.trim(), size, whereUnknown));
}

function holds(query: string, size: Size, whereUnknown: boolean): boolean {
  const isNegated = /^not\b/.test(query);
  const parts = query
    .replace(/^(?:not|only)\b/, "")
    .split(/\band\b/)
    .map((part) => part.trim());
  const result = parts.every((part) =>
    part.split(/\bor\b/).some((one) => fits(one.trim(), size, whereUnknown)),
  );
  return result !== isNegated;
}

function fits(part: string, size: Size, whereUnknown: boolean): boolean {
  if (part === "screen" || part === "all" || part === "") return true;
  if (part.includes("\\")) return false; // `\0screen`, for Internet Explorer alone
  if (/^[a-z]+$/.test(part)) return false; // print, speech
  const feature = /^\(+ ?([^()]*?) ?\)+$/.exec(part)?.[1];
  if (feature === undefined) return whereUnknown;
  const named = /^(min-|max-)?(?:device-)?(width|height) ?: ?(.+)$/.exec(feature);
  if (named !== null)
    return compare(size, named[2]!, named[1] === "max-" ? "<=" : named[1] === "min-" ? ">=" : "=", named[3]!);
  const range = /^(width|height) ?(<=?|>=?|=) ?(.+)$/.exec(feature);
  if (range !== null) return compare(size, range[1]!, range[2]!, range[3]!);
  const turned = /^([\d.]+[a-z]*) ?(<=?|>=?) ?(width|height)(?: ?(<=?) ?([\d.]+[a-z]*))?$/.exec(feature);
  if (turned !== null)
    return (
      compare(
        size,
        turned[3]!,
        turned[2]!.startsWith("<") ? turned[2]!.replace("<", ">") : turned[2]!.replace(">", "<"),
        turned[1]!,
      ) &&
      (turned[4] === undefined || compare(size, turned[3]!, turned[4], turned[5]!))
    );
  return known.test(feature) || (whereUnknown && !unmet.test(feature));
}

function compare(size: Size, side: string, relation: string, value: string): boolean {
  const own = side === "width" ? size.width : size.height;
  const other = lengthOf(value, ROOT_SIZE, own);
  if (other === undefined) return false;
  if (relation === "=") return own === other;
  const isBeyond = relation.startsWith("<") ? own < other : own > other;
  return isBeyond || (relation.endsWith("=") && own === other);
}

/** Features that a desktop screen does not have. */
const unmet =
  /^(?:hover ?: ?none|(?:any-)?pointer ?: ?(?:coarse|none)|orientation ?: ?portrait|prefers-color-scheme ?: ?dark|prefers-reduced-motion(?: ?: ?reduce)?|monochrome|prefers-contrast ?: ?(?:more|less|custom)|forced-colors ?: ?active|inverted-colors ?: ?inverted|display-mode ?: ?(?:standalone|fullscreen|minimal-ui)|max-(?:device-)?aspect-ratio ?: ?[1-9] ?\/ ?[1-9]|-ms-.*|-moz-.*|max-(?:device-)?(?:width|height).*)$/;
const known =
  /^(?:color|hover|any-hover|(?:any-)?hover ?: ?hover|(?:any-)?pointer ?: ?fine|pointer|orientation ?: ?landscape|prefers-color-scheme ?: ?light|prefers-reduced-motion ?: ?no-preference|min-resolution ?: ?(?:1dppx|\d{1,2}dpi)|update ?: ?fast|scripting ?: ?enabled|min-color ?: ?\d|grid ?: ?0)$/;
