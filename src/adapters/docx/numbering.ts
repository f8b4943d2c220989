import { formatNumber } from "./number-format.ts";
import type { Style, Styles } from "./styles.ts";
import { isOn, wholeNumber } from "./values.ts";
import type { Attributes, XmlHandler } from "./xml.ts";

interface Level {
  start: number;
  format: string;
  /** `%1.%2` and the like. */
  text: string;
  suffix: string;
  /** Level (from 1) whose use restarts this one; 0 = never; undefined = any level above. */
  restart?: number;
  /** Print all numbers of this label as decimal (w:isLgl). */
  legal: boolean;
  paragraphStyle?: string;
}

interface List {
  readonly levels: (Level | undefined)[];
  /** Numbering style that defines this list instead. */
  style?: string;
}

interface Instance {
  list: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** What a paragraph says about its number; undefined = not said. */
export interface NumberProperties {
  readonly numberId?: string;
  readonly level?: number;
}

export interface Numbering {
  /**
   * Counts one numbered paragraph and returns what Word prints before its text, with the gap that follows;
   * "" for no number. Call once a paragraph, in document order.
   */
  readonly label: (direct: NumberProperties, chain: readonly Style[]) => Label | null;
}

export interface Label {
  readonly text: string;
  /** `tab`, `space` or `nothing` (w:suff). */
  readonly suffix: string;
}

const levelCount = 9;

export function numberingReader(styles: Styles): { handler: XmlHandler; numbering: Numbering } {
  const lists = new Map<string, List>();
  const instances = new Map<string, Instance>();
  let list: List | null = null;
  let instance: Instance | null = null;
  let overridden = 0;
  let level: Level | null = null;

  const handler: XmlHandler = {
    open: (name, attributes) => {
      const value = attributes["w:val"];
      switch (name) {
        case "w:abstractNum":
          lists.set(attributes["w:abstractNumId"] ?? "", (list = { levels: [] }));
          break;
        case "w:num":
          instance = { list: "", starts: new Map(), levels: new Map() };
          instances.set(attributes["w:numId"] ?? "", instance);
          break;
        case "w:abstractNumId":
          if (instance !== null) instance.list = value ?? "";
          break;
        case "w:numStyleLink":
          if (list !== null && value !== undefined) list.style = value;
          break;
        case "w:lvlOverride":
          overridden = wholeNumber(attributes["w:ilvl"], levelCount);
          break;
        case "w:startOverride":
          instance?.starts.set(overridden, wholeNumber(value, 0));
          break;
        case "w:lvl": {
          const index = wholeNumber(attributes["w:ilvl"], levelCount);
          level = { start: 0, format: "decimal", text: "", suffix: "tab", legal: false };
          if (index < levelCount) {
            if (instance !== null) instance.levels.set(index, level);
            else if (list !== null) list.levels[index] = level;
          }
          break;
        }
        case "w:pPr":
        case "w:rPr":
        case "w:numPicBullet":
          return "skip";
        default:
          if (level !== null) readLevel(level, name, attributes);
      }
      return undefined;
    },
    close: (name) => {
      if (name === "w:lvl") level = null;
      else if (name === "w:abstractNum") list = null;
      else if (name === "w:num") instance = null;
    },
  };

  /** Counters of each list; instances of one list go on counting together. */
  const counters = new Map<string, (number | undefined)[]>();
  const used = new Set<string>();

  /** Follows numStyleLink to the list that has the levels. */
  const resolveList = (id: string): string => {
    for (let step = 0; step < 8; step++) {
      const style = lists.get(id)?.style;
      const next = style === undefined ? undefined : instances.get(styles.numberOf(style) ?? "")?.list;
      if (next === undefined || next === id) break;
      id = next;
    }
    return id;
  };

  const label = (direct: NumberProperties, chain: readonly Style[]): Label | null => {
    const styled = chain.find((style) => style.numberId !== undefined);
    const numberId = direct.numberId ?? styled?.numberId;
    const target = numberId === undefined ? undefined : instances.get(numberId);
    if (numberId === undefined || target === undefined) return null;
    const listId = resolveList(target.list);
    const levels = Array.from(
      { length: levelCount },
      (_, at) => target.levels.get(at) ?? lists.get(listId)?.levels[at],
    );
    // A list's level says which style it belongs to; that, not the style's own ilvl, decides (17.9.23).
    const linked = chain
      .map(({ id }) => levels.findIndex((one) => one?.paragraphStyle === id))
      .find((at) => at >= 0);
    const index =
      direct.level ?? linked ?? chain.find((style) => style.numberLevel !== undefined)?.numberLevel ?? 0;
    const current = levels[index];
    if (current === undefined) return null;

    let counts = counters.get(listId);
    if (counts === undefined) counters.set(listId, (counts = []));
    if (!used.has(numberId)) {
      used.add(numberId);
      for (const at of target.starts.keys()) counts[at] = undefined;
    }
    const startOf = (at: number): number => target.starts.get(at) ?? levels[at]?.start ?? 1;
    counts[index] = (counts[index] ?? startOf(index) - 1) + 1;
    for (let deeper = index + 1; deeper < levelCount; deeper++) {
      const restart = levels[deeper]?.restart;
      if (restart === undefined || (restart > 0 && index < restart)) counts[deeper] = undefined;
    }
    const text = current.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = levels[at]?.format ?? "decimal";
      return formatNumber(counts[at] ?? startOf(at), current.legal ? "decimal" : format);
    });
    // A bullet is decoration, often a private glyph, and "- 5" must not turn into a negative number.
    return current.format === "bullet" ? null : { text, suffix: current.suffix };
  };

  return { handler, numbering: { label } };
}

function readLevel(level: Level, name: string, attributes: Attributes): void {
  const value = attributes["w:val"];
  if (name === "w:start") level.start = wholeNumber(value, 0);
  // A custom format stands in mc:Choice with its plain form in mc:Fallback after it: the last one wins.
  else if (name === "w:numFmt") level.format = value ?? "decimal";
  else if (name === "w:lvlText") level.text = value ?? "";
  else if (name === "w:suff") level.suffix = value ?? "tab";
  else if (name === "w:lvlRestart") level.restart = wholeNumber(value, 0);
  else if (name === "w:isLgl") level.legal = isOn(value);
  else if (name === "w:pStyle" && value !== undefined) level.paragraphStyle = value;
}
