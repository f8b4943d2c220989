import type { ObjectScan, PdfObject } from "./objects.ts";

/** What the bytes themselves say about how far a reading may be trusted. Pages are object numbers. */
export interface Integrity {
  /** Whether the streams carry checksums that can be checked; not in encrypted files. */
  readonly checked: boolean;
  /** Pages whose text comes from a stream with a wrong checksum. */
  readonly damagedPages: ReadonlySet<number>;
  /** Pages that need an object which is missing or no longer parses, or a font program with a wrong checksum. */
  readonly weakPages: ReadonlySet<number>;
}

type Objects = ReadonlyMap<number, PdfObject>;

/**
 * Checks the Adler-32 of every Flate stream each page depends on, and the syntax of the objects between. Both engines ignore
 * the checksum, so they read the same wrong digits from one damaged content stream and agree: only this tells.
 */
export function checkIntegrity({ objects }: ObjectScan, pages: readonly number[]): Integrity {
  const flate = [...objects.values()].filter(
    ({ stream }) => stream !== undefined && stream.state !== "unknown",
  );
  const bad = flate.filter(({ stream }) => stream!.state === "damaged");
  // A writer that never gets the checksum right proves nothing about its files.
  const habit = flate.length > 1 && bad.length === flate.length;
  const none = new Set<number>();
  if (habit || flate.length === 0) return { checked: false, damagedPages: none, weakPages: none };
  // Object and cross-reference streams hold dictionaries of any page.
  const everywhere = bad.some(({ text }) => /\/(?:ObjStm|XRef)\b/.test(text));
  const states = new Map(pages.map((page) => [page, everywhere ? "damaged" : stateOf(page, objects)]));
  const having = (state: string) => new Set(pages.filter((page) => states.get(page) === state));
  return { checked: true, damagedPages: having("damaged"), weakPages: having("weak") };
}

/** Entries that lead away from a page: to its siblings, to other pages, to structure and actions. */
const ELSEWHERE =
  /\/(?:Kids|Annots|Dest|Dests|StructTreeRoot|Prev|Next|First|Last|A|P|B|PieceInfo|Metadata|Thumb)\s*(?:\[[^\]]*\]|\d+\s+\d+\s+R)/g;

function stateOf(page: number, objects: Objects): "damaged" | "weak" | "sound" {
  const seen = new Set([page]);
  let state: "weak" | "sound" = "sound";
  for (const number of seen) {
    const object = objects.get(number);
    if (object === undefined || !parses(object.text)) {
      state = "weak";
      if (object === undefined) continue;
    }
    if (object.stream?.state === "damaged") {
      if (!isOutline(object.text)) return "damaged";
      state = "weak";
    }
    for (const [, next] of object.text.replace(ELSEWHERE, "").matchAll(/(\d{1,8})\s+\d{1,5}\s+R\b/g))
      seen.add(Number(next));
  }
  return state;
}

/** Font programs draw glyphs, colour profiles colours: the characters come from elsewhere, their places need not. */
function isOutline(dictionary: string): boolean {
  return /\/Length1\b|\/CIDFontType0C|\/Type1C|\/OpenType|\/ICCBased|\/Alternate\b|\/N\s+[134]\b/.test(
    dictionary,
  );
}

/** PDF 32000-1, 7.2 and 7.3: nothing but tokens. Strings may hold any byte, and everything else is printable ASCII. */
function parses(text: string): boolean {
  const plain = text
    .replace(/\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S]|\([^()]*\))*\))*\)/g, " ")
    .replace(/%[^\r\n]*/g, " ");
  const rest = plain.replace(
    /<[0-9A-Fa-f\s]*>(?!>)|\/[^\s/<>[\]()]*|<<|>>|[[\]]|[+-]?(?:\d+\.?\d*|\.\d+)(?![^\s/<>[\]()])|\b(?:R|true|false|null)\b|[\s\0]/g,
    "",
  );
  if (rest !== "") return false;
  return count(plain, "<<") === count(plain, ">>") && count(plain, "[") === count(plain, "]");
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Form XObjects that are drawn on a page in all, nesting multiplied out; a loop is infinite. */
export function countForms({ objects }: ObjectScan): number {
  const costs = new Map<number, number>();
  const open = new Set<number>();
  const cost = (number: number): number => {
    const known = costs.get(number);
    if (known !== undefined) return known;
    if (open.has(number) || open.size > 100) return Infinity;
    open.add(number);
    let sum = 1;
    for (const next of drawn(number)) sum += cost(next);
    open.delete(number);
    costs.set(number, sum);
    return sum;
  };
  const drawn = (number: number): number[] => {
    const object = objects.get(number);
    if (object?.stream?.data === undefined || !/\/Subtype\s*\/Form\b/.test(object.text)) return [];
    const resources = /\/Resources\s+(\d+)\s+\d+\s+R/.exec(object.text);
    let names = object.text + (resources === null ? "" : (objects.get(Number(resources[1]))?.text ?? ""));
    const indirect = /\/XObject\s+(\d+)\s+\d+\s+R/.exec(names);
    if (indirect !== null) names += objects.get(Number(indirect[1]))?.text ?? "";
    const content = new TextDecoder("latin1").decode(object.stream.data);
    const numbers: number[] = [];
    for (const [, name] of content.matchAll(/\/([^\s/<>[\]()]+)\s+Do\b/g)) {
      const at = names.indexOf(`/${name} `);
      const reference =
        at < 0
          ? null
          : /^\s*(\d+)\s+\d+\s+R/.exec(names.slice(at + name!.length + 1, at + name!.length + 24));
      if (reference !== null) numbers.push(Number(reference[1]));
    }
    return numbers;
  };
  let most = 0;
  for (const [number, { text }] of objects)
    if (/\/Subtype\s*\/Form\b/.test(text)) most = Math.max(most, cost(number));
  return most;
}
