import type { ObjectScan, PdfObject } from "./objects.ts";

/** What the bytes themselves say about how far a reading may be trusted. */
export interface Integrity {
  /** Whether the streams carry checksums that can be checked; not in encrypted files. */
  readonly checked: boolean;
  /** Pages (object numbers) whose text depends on a stream with a wrong checksum. */
  readonly damagedPages: ReadonlySet<number>;
  /** Any stream but an image is damaged: reason enough to ask a second engine. */
  readonly damaged: boolean;
}

/**
 * Checks the Adler-32 of every Flate stream each page depends on. Both engines ignore it, so they read the same wrong digits
 * from one damaged content stream and agree: only the checksum tells.
 */
export function checkIntegrity(scan: ObjectScan, pages: readonly number[]): Integrity {
  const { objects } = scan;
  const flate = [...objects.values()].filter(({ stream }) => stream !== undefined && stream.state !== "unknown");
  const bad = flate.filter(({ stream }) => stream!.state === "damaged");
  // A writer that never gets the checksum right proves nothing about its files.
  const habit = flate.length > 1 && bad.length === flate.length;
  if (scan.encrypted || habit || flate.length === 0) return { checked: false, damagedPages: new Set(), damaged: false };
  if (bad.length === 0) return { checked: true, damagedPages: new Set(), damaged: false };
  // Object and cross-reference streams hold dictionaries of any page.
  const everywhere = bad.some(({ text }) => /\/(?:ObjStm|XRef)\b/.test(text));
  return {
    checked: true,
    damagedPages: new Set(pages.filter((page) => everywhere || dependsOnDamage(page, objects))),
    damaged: true,
  };
}

/** Entries that lead away from a page: to its siblings, to other pages, to structure and actions. */
const ELSEWHERE = /\/(?:Kids|Annots|Dest|Dests|StructTreeRoot|Prev|Next|First|Last|A|P|B|PieceInfo|Metadata|Thumb)\s*(?:\[[^\]]*\]|\d+\s+\d+\s+R)/g;

function dependsOnDamage(page: number, objects: ReadonlyMap<number, PdfObject>): boolean {
  const seen = new Set([page]);
  for (const number of seen) {
    const object = objects.get(number);
    if (object === undefined) continue;
    if (object.stream?.state === "damaged" && !isOutline(object.text)) return true;
    for (const [, next] of object.text.replace(ELSEWHERE, "").matchAll(/(\d{1,8})\s+\d{1,5}\s+R\b/g)) seen.add(Number(next));
  }
  return false;
}

/** Font programs draw glyphs, colour profiles colours: a reader takes the characters from elsewhere. */
function isOutline(dictionary: string): boolean {
  return /\/Length1\b|\/CIDFontType0C|\/Type1C|\/OpenType|\/ICCBased|\/Alternate\b|\/N\s+[134]\b/.test(dictionary);
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
      const reference = at < 0 ? null : /^\s*(\d+)\s+\d+\s+R/.exec(names.slice(at + name!.length + 1, at + name!.length + 24));
      if (reference !== null) numbers.push(Number(reference[1]));
    }
    return numbers;
  };
  let most = 0;
  for (const [number, { text }] of objects) if (/\/Subtype\s*\/Form\b/.test(text)) most = Math.max(most, cost(number));
  return most;
}
