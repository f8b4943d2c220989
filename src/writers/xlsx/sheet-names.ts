import type { WorkbookSheet } from "./sheet.ts";

/** ISO/IEC 29500-1, 18.2.19, sets no limit; programs allow this many characters. */
const LONGEST_NAME = 31;

/** The sheets with names that programs accept, no two of them the same, whatever their case. */
export function withOwnNames(sheets: readonly WorkbookSheet[]): readonly WorkbookSheet[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    const wanted = sheet.name.replace(/[\\/?*[\]:]/g, " ").slice(0, LONGEST_NAME);
    let name = wanted;
    for (let count = 2; taken.has(name.toLowerCase()); count++)
      name = `${wanted.slice(0, LONGEST_NAME - 1 - String(count).length)} ${count}`;
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}
