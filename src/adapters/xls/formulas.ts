import { Refusal } from "../refusal.ts";
import { recordsOf, shortAt } from "./records.ts";

/** A formula's cell (FORMULA, MS-XLS 2.4.127): how long the formula is stands behind place, format, value and flags. */
const formulaCells: ReadonlySet<number> = new Set([0x06, 0x206, 0x406]);
const lengthAt = 20;
/** Records that are nothing but formulas: of names, of external names, shared by cells, of arrays. */
const formulas: ReadonlySet<number> = new Set([0x18, 0x218, 0x23, 0x223, 0x4bc, 0x21, 0x221]);
/** INTERFACEEND (2.4.144), which says nothing. */
const nothing = 0xe2;
/** BOF (2.4.21) of this format and of those before, and the two versions of it that are read. */
const [begins, older] = [0x809, new Set([0x09, 0x209, 0x409])];
const versions: ReadonlySet<number> = new Set([0x500, 0x600]);

/**
 * The stream without its formulas and what is cut off at its end, all else at the same positions. What formulas were worked
 * out to stands beside them, and the library never returns from one whose parts are longer than it says. Throws a Refusal
 * `damaged` where a part is of a version whose formulas stand elsewhere.
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
    else if (formulaCells.has(kind) || formulas.has(kind)) clean.set([nothing, 0], at);
  }
  return clean.subarray(0, end);
}
