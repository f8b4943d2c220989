import { labelPattern, numberFormat, numberSuffix } from "../../word/lists/number-codes.ts";
import { levelCount, maximumLabel } from "../../word/lists/lists.ts";
import type { Label } from "../../word/lists/list-counter.ts";
import type { Definition, ListLevel, Numbering } from "../../word/lists/lists.ts";
import type { Bytes } from "../file/bytes.ts";
import { readSprms } from "../file/sprms.ts";
import type { Sprm } from "../file/sprms.ts";

export interface DocLists extends Numbering {
  /** The modifiers that the level of a label states for its letters. */
  readonly lookOf: (label: Label) => readonly Sprm[];
}

/** A level and how many bytes it takes (MS-DOC 2.9.150). */
interface ReadLevel {
  readonly level: ListLevel;
  readonly length: number;
  /** Modifiers of the letters of its numbers. */
  readonly look: Bytes;
}

type Looks = WeakMap<ListLevel, Bytes>;

const listSize = 28;
const overrideSize = 16;

/** Reads lists (PlfLst) and their instances (PlfLfo); paragraphs refer to an instance, counted from 1. */
export function readLists(table: Bytes, lists: { at: number; length: number }, instances: Bytes): DocLists {
  const looks: Looks = new WeakMap();
  const levels = lists.length === 0 ? new Map<string, ListLevel[]>() : listLevels(table, lists.at, looks);
  const definitions = new Map<string, Definition>();
  const count = Math.min(instances.long(0), Math.floor(instances.length / overrideSize));
  let at = 4 + count * overrideSize;
  for (let index = 0; index < count; index++) {
    const entry = 4 + index * overrideSize;
    const list = String(instances.long(entry));
    const own: (ListLevel | undefined)[] = [...(levels.get(list) ?? [])];
    const starts = new Map<number, number>();
    at += 4;
    for (let override = instances.byte(entry + 12); override > 0; override--) {
      const flags = instances.byte(at + 4);
      const level = flags & 0xf;
      if (flags & 0x10 && level < levelCount) starts.set(level, instances.long(at));
      at += 8;
      if ((flags & 0x20) === 0) continue;
      const read = readLevel(instances, at);
      if (level < levelCount) own[level] = read.level;
      looks.set(read.level, read.look);
      at += read.length;
    }
    definitions.set(String(index + 1), { list, levels: own, starts });
  }
  return {
    definition: (number) => definitions.get(number) ?? null,
    lookOf: ({ from }) => {
      const level = from && definitions.get(from.numberId)?.levels[from.level];
      const look = level && looks.get(level);
      return look === undefined ? [] : readSprms(look);
    },
  };
}

/** The levels follow the table of lists, outside the length that is stated for it (MS-DOC 2.9.188). */
function listLevels(table: Bytes, start: number, looks: Looks): Map<string, ListLevel[]> {
  const found = new Map<string, ListLevel[]>();
  const count = Math.min(table.word(start), Math.floor(table.length / listSize));
  let at = start + 2 + count * listSize;
  for (let index = 0; index < count && at < table.length; index++) {
    const entry = start + 2 + index * listSize;
    const isSimple = (table.byte(entry + 26) & 1) === 1;
    const levels: ListLevel[] = [];
    for (let number = isSimple ? 1 : levelCount; number > 0; number--) {
      const { level, length, look } = readLevel(table, at);
      const style = table.word(entry + 8 + levels.length * 2);
      const own = style === 0xfff ? level : { ...level, paragraphStyle: String(style) };
      levels.push(own);
      looks.set(own, look);
      at += length;
    }
    found.set(String(table.long(entry)), levels);
  }
  return found;
}

function readLevel(bytes: Bytes, at: number): ReadLevel {
  const info = bytes.byte(at + 5);
  // The modifiers of the letters follow those of the paragraph.
  const [letters, paragraph] = [bytes.byte(at + 24), bytes.byte(at + 25)];
  const groups = letters + paragraph;
  const label = at + 28 + groups;
  const characters = bytes.word(label);
  const noRestart = (info & 8) !== 0;
  return {
    length: 28 + groups + 2 + characters * 2,
    look: bytes.slice(at + 28 + paragraph, letters),
    level: {
      start: bytes.long(at),
      format: numberFormat(bytes.byte(at + 4)),
      text: labelPattern(bytes.text(label + 2, Math.min(characters, maximumLabel))),
      suffix: numberSuffix(bytes.byte(at + 15)),
      legal: (info & 4) !== 0,
      ...(noRestart ? { restart: bytes.byte(at + 26) } : {}),
    },
  };
}
