import { lengthOf, ROOT_SIZE, SCREEN } from "./length.ts";

/** Whether a media query list holds on a desktop screen (Media Queries 4); what is not known does not hold. */
export function holdsOnScreen(list: string): boolean {
  const text = list.replace(/\s+/g, " ").trim().toLowerCase().slice(0, 2000);
  return text === "" || text.split(",").some((query) => holds(query.trim()));
}

function holds(query: string): boolean {
  const isNegated = /^not\b/.test(query);
  const parts = query
    .replace(/^(?:not|only)\b/, "")
    .split(/\band\b/)
    .map((part) => part.trim());
  const result = parts.every((part) => part.split(/\bor\b/).some((one) => fits(one.trim())));
  return result !== isNegated;
}

function fits(part: string): boolean {
  if (part === "screen" || part === "all" || part === "") return true;
  const feature = /^\(+ ?([^()]*?) ?\)+$/.exec(part)?.[1];
  if (feature === undefined) return false;
  const named = /^(min-|max-)?(?:device-)?(width|height) ?: ?(.+)$/.exec(feature);
  if (named !== null)
    return compare(named[2]!, named[1] === "max-" ? "<=" : named[1] === "min-" ? ">=" : "=", named[3]!);
  const range = /^(width|height) ?(<=?|>=?|=) ?(.+)$/.exec(feature);
  if (range !== null) return compare(range[1]!, range[2]!, range[3]!);
  const turned = /^([\d.]+[a-z]*) ?(<=?|>=?) ?(width|height)(?: ?(<=?) ?([\d.]+[a-z]*))?$/.exec(feature);
  if (turned !== null)
    return (
      compare(
        turned[3]!,
        turned[2]!.startsWith("<") ? turned[2]!.replace("<", ">") : turned[2]!.replace(">", "<"),
        turned[1]!,
      ) &&
      (turned[4] === undefined || compare(turned[3]!, turned[4], turned[5]!))
    );
  return known.test(feature);
}

function compare(side: string, relation: string, value: string): boolean {
  const own = side === "width" ? SCREEN.width : SCREEN.height;
  const other = lengthOf(value, ROOT_SIZE, own);
  if (other === undefined) return false;
  if (relation === "=") return own === other;
  const isBeyond = relation.startsWith("<") ? own < other : own > other;
  return isBeyond || (relation.endsWith("=") && own === other);
}

const known =
  /^(?:color|hover|any-hover|(?:any-)?hover ?: ?hover|(?:any-)?pointer ?: ?fine|pointer|orientation ?: ?landscape|prefers-color-scheme ?: ?light|prefers-reduced-motion ?: ?no-preference|min-resolution ?: ?(?:1dppx|\d{1,2}dpi)|update ?: ?fast|scripting ?: ?enabled|min-color ?: ?\d|grid ?: ?0)$/;
