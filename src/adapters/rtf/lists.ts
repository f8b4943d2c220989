import { labelPattern, numberFormat, numberSuffix } from "../word/lists/number-codes.ts";
import { levelCount, maximumLabel } from "../word/lists/lists.ts";
import type { Label } from "../word/lists/list-counter.ts";
import { plainCharacters } from "./state.ts";
import type { CharacterState } from "./state.ts";
import type { Definition, ListLevel, Numbering } from "../word/lists/lists.ts";

/** The tables of lists (\listtable) and of their instances (\listoverridetable), filled while they are read. */
export interface Lists {
  readonly numbering: Numbering;
  readonly word: (name: string, value: number) => void;
  readonly levelText: (text: string) => void;
  /** Sets the look of the letters of the open level. */
  readonly setLook: (look: CharacterState) => void;
  /** What the level of a label states for its letters; empty where it states nothing. */
  readonly lookOf: (label: Label) => Partial<CharacterState>;
}

interface OpenList {
  readonly levels: ListLevel[];
}

interface Instance {
  list: string;
  readonly starts: Map<number, number>;
}

export function lists(): Lists {
  const known = new Map<string, readonly ListLevel[]>();
  const looks = new WeakMap<ListLevel, Partial<CharacterState>>();
  const instances = new Map<string, Instance>();
  let list: OpenList = { levels: [] };
  let level: ListLevel | null = null;
  let instance: Instance = newInstance();
  let overriding = false;
  let overridden = -1;
  /** The text of a level: a byte with its length, then characters, of which those below 9 stand for numbers. */
  let label = "";

  const words: Readonly<Record<string, (value: number) => void>> = {
    list: () => {
      list = { levels: [] };
      level = null;
    },
    listlevel: () => {
      label = "";
      level = { start: 1, format: "decimal", text: "", suffix: "tab", legal: false };
      if (list.levels.length < levelCount) list.levels.push(level);
    },
    levelnfc: (value) => void (level && (level.format = numberFormat(value))),
    levelnfcn: (value) => void (level && (level.format = numberFormat(value))),
    levelfollow: (value) => void (level && (level.suffix = numberSuffix(value))),
    levellegal: (value) => void (level && (level.legal = value !== 0)),
    levelnorestart: (value) => void (level && value !== 0 && (level.restart = 0)),
    levelstartat: (value) => {
      if (overridden >= 0) instance.starts.set(overridden, Math.max(0, value));
      else if (level !== null) level.start = Math.max(0, value);
    },
    leveltext: () => void (label = ""),
    listid: (value) => {
      if (!overriding) known.set(String(value), list.levels);
      else instance.list = String(value);
    },
    listoverride: () => {
      overriding = true;
      overridden = -1;
      level = null;
      instance = newInstance();
    },
    lfolevel: () => void overridden++,
    ls: (value) => {
      instances.set(String(value), instance);
    },
  };
  const definition = (number: string): Definition | null => {
    const found = instances.get(number);
    const levels = found === undefined ? undefined : known.get(found.list);
    return found === undefined || levels === undefined ? null : { ...found, levels };
  };
  return {
    numbering: { definition },
    word: (name, value) => words[name]?.(value),
    setLook: (look) => {
      const said = Object.entries(look).filter(
        ([key, value]) => value !== plainCharacters[key as keyof CharacterState],
      );
      if (level !== null) looks.set(level, Object.fromEntries(said));
    },
    lookOf: ({ from }) => {
      const found = from && definition(from.numberId)?.levels[from.level];
      return (found && looks.get(found)) ?? {};
    },
    levelText: (text) => {
      if (level === null || label.length > maximumLabel) return;
      label += text;
      level.text = labelPattern(label.slice(1, 1 + label.charCodeAt(0)));
    },
  };
}

function newInstance(): Instance {
  return { list: "", starts: new Map() };
}
