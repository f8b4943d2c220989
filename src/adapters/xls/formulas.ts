import { Refusal } from "../refusal.ts";
import { recordsOf, shortAt } from "./records.ts";

/** Cells with a formula (FORMULA, MS-XLS 2.4.127): the formula's length follows place, format, value and flags. */
const formulaCells: ReadonlySet<number> = new Set([0x06, 0x206, 0x406]);
const lengthAt = 20;
/** Records that hold nothing but formulas: those of names, of external names, shared formulas and arrays. */
const formulas: ReadonlySet<number> = new Set([0x18, 0x218, 0x23, 0x223, 0x4bc, 0x21, 0x221]);
/** INTERFACEEND (2.4.144), a record without meaning here. */
const nothing = 0xe2;
/** The last kind of record there is (MS-XLS 2.3). LibreOffice writes others too, which the library complains of on the terminal. */
const lastKind = 0x1068;
/** BOF (2.4.21) of this format and of older ones; `versions` lists those of this format that are read. */
const [begins, older] = [0x809, new Set([0x09, 0x209, 0x409])];
const versions: ReadonlySet<number> = new Set([0x500, 0x600]);

/**
 * The stream without its formulas and without the record that is cut off at its end; everything else keeps its
 * position. The results of formulas are stored beside them and remain. Formulas are removed because the library never
 * returns from one whose parts are longer than it states. Throws a Refusal `damaged` where a part has a version that
 * keeps its formulas elsewhere.
 */
export function withoutFormulas(stream: Uint8Array): Uint8Array {
  const clean = stream.slice();
  let end = 0;
  for (const { kind, at, body, continued } of recordsOf(stream)) {
    end = continued.reduce((sum, { length }) => sum + 4 + length, at + 4 + body.length);
    if (older.has(kind) || (kind === begins && !versions.has(shortAt(body, 0))))
      throw new Refusal("damaged", { part: "Workbook", reason: "structure" });
    if (formulaCells.has(kind) && body.length >= lengthAt + 2)
      clean.fill(0xff, at + 4 + lengthAt, at + 4 + lengthAt + 2);
    else if (formulaCells.has(kind) || formulas.has(kind) || kind > lastKind) clean.set([nothing, 0], at);
  }
  return clean.subarray(0, end);
}
