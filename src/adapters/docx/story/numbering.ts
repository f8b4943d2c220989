import { levelCount, maximumLabel } from "../../word/lists/lists.ts";
import type { Definition, ListLevel, Numbering } from "../../word/lists/lists.ts";
import { readRunProperty } from "../look/run-properties.ts";
import type { RunProperties } from "../look/run-properties.ts";
import type { DocxStyles } from "../look/styles.ts";
import { isOn, wholeNumber } from "../look/values.ts";
import type { Attributes, XmlHandler } from "../../package/xml.ts";

interface List {
  readonly levels: (ListLevel | undefined)[];
  /** The numbering style that defines the levels in place of this list. */
  style?: string;
}

interface Instance {
  list: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, ListLevel>;
}

export interface NumberingReader {
  readonly handler: XmlHandler;
  readonly numbering: Numbering;
  /** How the numbers of a list level look; undefined where the level states nothing. */
  readonly numberLook: (numberId: string, level: number) => RunProperties | undefined;
}

export function numberingReader(styles: DocxStyles): NumberingReader {
  const looks = new Map<ListLevel, RunProperties>();
  const lookOf = (level: ListLevel): RunProperties => {
    let look = looks.get(level);
    if (look === undefined) looks.set(level, (look = {}));
    return look;
  };
  const lists = new Map<string, List>();
  const instances = new Map<string, Instance>();
  let list: List | null = null;
  let instance: Instance | null = null;
  let overridden = 0;
  let level: ListLevel | null = null;

  const handler: XmlHandler = {
    open: (name, attributes, path) => {
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
        case "w:body":
        case "w:styles":
        case "w:pPr":
        case "w:numPicBullet":
          return "skip";
        default:
          if (level !== null && path.includes("w:rPr")) readRunProperty(lookOf(level), name, attributes);
          else if (level !== null) readLevel(level, name, attributes);
      }
      return undefined;
    },
    close: (name) => {
      if (name === "w:lvl") level = null;
      else if (name === "w:abstractNum") list = null;
      else if (name === "w:num") instance = null;
    },
  };

  /** Follows numStyleLink to the list that holds the levels. */
  const resolveList = (id: string): string => {
    for (let step = 0; step < 8; step++) {
      const style = lists.get(id)?.style;
      const next = style === undefined ? undefined : instances.get(styles.numberOf(style) ?? "")?.list;
      if (next === undefined || next === id) break;
      id = next;
    }
    return id;
  };

  const definitions = new Map<string, Definition>();
  const definition = (numberId: string): Definition | null => {
    const known = definitions.get(numberId);
    const target = instances.get(numberId);
    if (known !== undefined || target === undefined) return known ?? null;
    const id = resolveList(target.list);
    const levels = Array.from(
      { length: levelCount },
      (_, at) => target.levels.get(at) ?? lists.get(id)?.levels[at],
    );
    const resolved = { list: id, levels, starts: target.starts };
    definitions.set(numberId, resolved);
    return resolved;
  };

  const numberLook = (numberId: string, index: number): RunProperties | undefined => {
    const level = definition(numberId)?.levels[index];
    return level === undefined ? undefined : looks.get(level);
  };
  return { handler, numbering: { definition }, numberLook };
}

function readLevel(level: ListLevel, name: string, attributes: Attributes): void {
  const value = attributes["w:val"];
  if (name === "w:start") level.start = wholeNumber(value, 0);
  // A custom format is in mc:Choice and its plain form in the mc:Fallback after it: the last one wins.
  else if (name === "w:numFmt") level.format = value ?? "decimal";
  else if (name === "w:lvlText") level.text = (value ?? "").slice(0, maximumLabel);
  else if (name === "w:suff") level.suffix = value ?? "tab";
  else if (name === "w:lvlRestart") level.restart = wholeNumber(value, 0);
  else if (name === "w:isLgl") level.legal = isOn(value);
  else if (name === "w:pStyle" && value !== undefined) level.paragraphStyle = value;
}
