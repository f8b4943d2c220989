import type { Bytes } from "./bytes.ts";

/** One property modifier (MS-DOC 2.6): what it changes, and its operand. */
export interface Sprm {
  readonly code: number;
  readonly operand: Bytes;
}

const tableDefinition = 0xd608;
const longTableDefinition = 0xd606;
const changedTabs = 0xc615;

/**
 * Operand sizes by the three upper bits of the code; 0 means that the size is stated before the operand (MS-DOC
 * 2.2.5.1).
 */
const operandSizes = [1, 1, 2, 4, 2, 2, 0, 3];

/** The modifiers of a group in order; ends at one that reaches past the group. */
export function readSprms(group: Bytes): Sprm[] {
  const found: Sprm[] = [];
  for (let at = 0; at + 2 < group.length;) {
    const code = group.word(at);
    at += 2;
    let size = operandSizes[code >> 13]!;
    if (size === 0) {
      const isLong = code === tableDefinition || code === longTableDefinition;
      // The count of a table definition takes two bytes and includes one of them (MS-DOC 2.9.316).
      size = isLong ? Math.max(0, group.word(at) - 1) : group.byte(at);
      at += isLong ? 2 : 1;
      // Where the size of changed tabs would not fit into a byte, it is 255 and follows from two counts (MS-DOC
      // 2.9.182).
      if (code === changedTabs && size === 255) {
        const deleted = group.byte(at);
        size = 2 + deleted * 4 + group.byte(at + 1 + deleted * 4) * 3;
      }
    }
    if (at + size > group.length) break;
    found.push({ code, operand: group.slice(at, size) });
    at += size;
  }
  return found;
}
