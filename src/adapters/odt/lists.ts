import type { Attributes } from "../package/xml.ts";
import { listCounter } from "../word/lists/list-counter.ts";
import type { Label } from "../word/lists/list-counter.ts";
import { levelCount, maximumLabel } from "../word/lists/lists.ts";
import type { ListLevel } from "../word/lists/lists.ts";

/** What a level of a list says about the look of its numbers. */
export interface OdfLabelLook {
  /** The style of the number's characters; `own` holds what the level states besides. */
  readonly style: string | undefined;
  readonly own: Attributes;
}

export interface OdfLists {
  /** Reads list styles and the style of the outline. */
  readonly openStyle: (name: string, attributes: Attributes) => void;
  readonly openList: (attributes: Attributes) => void;
  readonly closeList: () => void;
  readonly openItem: (attributes: Attributes, isHeader: boolean) => void;
  /** What is printed before a paragraph; `outline` is the level of a heading that is in no list. */
  readonly label: (outline: number | null) => Label | null;
  /** True if the open list puts before its texts what looks like a part of a number: a sign, a digit or a picture. */
  readonly isUnlike: () => boolean;
  /** What the level of a label says about its look. */
  readonly lookOf: (label: Label) => OdfLabelLook;
}

interface OpenList {
  readonly style: string;
  readonly root: string;
  /** True while the open item has no paragraph. */
  isFirst: boolean;
  start: number | undefined;
}

const outlineStyle = " outline";

/**
 * Number formats: the first member, by which files name a format (ODF 1.3 part 3, 19.500), and the name that Word gives
 * it.
 */
const formats: readonly (readonly [prefix: string, format: string])[] = [
  ["一", "chineseCountingThousand"],
  ["壹", "chineseLegalSimplified"],
  ["甲", "ideographTraditional"],
  ["子", "ideographZodiac"],
  ["①", "decimalEnclosedCircle"],
  ["１", "decimalFullWidth"],
  ["1", "decimal"],
  ["a", "lowerLetter"],
  ["A", "upperLetter"],
  ["i", "lowerRoman"],
  ["I", "upperRoman"],
];

export function odfLists(): OdfLists {
  const styles = new Map<string, (ListLevel | undefined)[]>();
  const roots = new Map<string, string>();
  const lastRoot = new Map<string, string>();
  const restarts = new Map<string, { list: string; style: string; starts: ReadonlyMap<number, number> }>();
  const open: OpenList[] = [];
  let levels: (ListLevel | undefined)[] = [];
  let level: ListLevel | undefined;
  const looks = new WeakMap<ListLevel, OdfLabelLook>();
  const unlike = new Set<string>();
  let list = "";
  let count = 0;
  const counter = listCounter({
    definition: (id) => {
      const found = restarts.get(id);
      const known = found === undefined ? undefined : styles.get(found.style);
      return known === undefined ? null : { list: found!.list, levels: known, starts: found!.starts };
    },
  });
  const instance = (list: string, style: string, starts = new Map<number, number>()): string => {
    const id = starts.size === 0 ? `${list} ${style}` : `${list} ${style} ${++count}`;
    if (!restarts.has(id)) restarts.set(id, { list, style, starts });
    return id;
  };

  return {
    openStyle: (name, attributes) => {
      if (name === "text:list-style" || name === "text:outline-style") {
        levels = [];
        list = name === "text:outline-style" ? outlineStyle : (attributes["style:name"] ?? "");
        styles.set(list, levels);
      } else if (/^text:(?:list-level-style-|outline-level-style)/.test(name)) {
        const at = Number(attributes["text:level"]);
        const bullet = name.endsWith("image") ? "|" : attributes["text:bullet-char"];
        if (/^[\p{N}lI|.,–—-]/u.test(bullet ?? "")) unlike.add(`${list} ${at}`);
        level = at >= 1 && at <= levelCount ? levelOf(at, name.endsWith("bullet"), attributes) : undefined;
        if (level === undefined) return;
        levels[at - 1] = level;
        looks.set(level, { ...plainLabel, style: attributes["text:style-name"] });
      } else if (name === "style:text-properties" && level !== undefined)
        looks.set(level, { style: looks.get(level)?.style, own: attributes });
      else if (name === "style:list-level-label-alignment" && level !== undefined)
        level.suffix = attributes["text:label-followed-by"] === "nothing" ? "nothing" : "tab";
      // What a level states is in elements with this prefix inside it; any other element ends the level.
      else if (!name.startsWith("style:") || /^style:(?:default-)?style$/.test(name)) level = undefined;
    },
    openList: (attributes) => {
      const outer = open.at(-1);
      const style = attributes["text:style-name"] ?? outer?.style ?? "";
      const continued = attributes["text:continue-list"];
      const follows = attributes["text:continue-numbering"] === "true" ? lastRoot.get(style) : undefined;
      const root =
        outer?.root ?? (continued === undefined ? follows : roots.get(continued)) ?? `list ${++count}`;
      roots.set(attributes["xml:id"] ?? "", root);
      if (outer === undefined) lastRoot.set(style, root);
      open.push({ style, root, isFirst: false, start: undefined });
    },
    closeList: () => void open.pop(),
    openItem: (attributes, isHeader) => {
      const list = open.at(-1);
      if (list === undefined) return;
      list.isFirst = !isHeader;
      list.start = Number(attributes["text:start-value"]) || undefined;
    },
    label: (outline) => {
      const list = open.at(-1);
      if (list === undefined)
        return outline === null
          ? null
          : counter({ numberId: instance(outlineStyle, outlineStyle), level: outline - 1 }, []);
      if (!list.isFirst) return null;
      list.isFirst = false;
      const at = Math.min(open.length, levelCount) - 1;
      const starts = new Map(list.start === undefined ? [] : [[at, list.start]]);
      return counter({ numberId: instance(list.root, list.style, starts), level: at }, []);
    },
    isUnlike: () => {
      const last = open.at(-1);
      return last !== undefined && last.isFirst && unlike.has(`${last.style} ${open.length}`);
    },
    lookOf: ({ from }) => {
      const found = from && styles.get(restarts.get(from.numberId)?.style ?? "")?.[from.level];
      return (found && looks.get(found)) ?? plainLabel;
    },
  };
}

const plainLabel: OdfLabelLook = { style: undefined, own: {} };

function levelOf(at: number, isBullet: boolean, attributes: Attributes): ListLevel | undefined {
  const format = attributes["style:num-format"] ?? "";
  const known = formats.find(([prefix]) => format.startsWith(prefix))?.[1];
  if (isBullet || known === undefined) return undefined;
  const shown = Math.min(Math.max(1, Number(attributes["text:display-levels"]) || 1), at);
  const numbers = Array.from({ length: shown }, (_, index) => `%${at - shown + index + 1}`).join(".");
  const written = attributes["loext:num-list-format"]?.replace(/%(\d)%/g, "%$1");
  const around = `${attributes["style:num-prefix"] ?? ""}${numbers}${attributes["style:num-suffix"] ?? ""}`;
  return {
    start: Number(attributes["text:start-value"] ?? 1) || 0,
    format: known,
    text: (written ?? around).slice(0, maximumLabel),
    suffix: "tab",
    legal: false,
  };
}
