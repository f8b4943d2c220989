import { leaveOut, type RowChoice, type SurplusPattern } from "../assign/leave-out.ts";
import type { Fit } from "../../match/fit/fit.ts";
import { valueCount, type FormRow } from "../../rows/form-row.ts";
import type { KnownBlock } from "../../form/known.ts";

/**
 * The surplus cells of rows that have more cells than columns, where all rows that allow only one choice agree. Rows of
 * one block are merged alike, so a row of equal or empty cells follows its neighbours.
 */
export function surplusPatterns(fit: Fit): ReadonlyMap<KnownBlock, ReadonlyMap<string, SurplusPattern>> {
  const patterns = new Map<KnownBlock, Map<string, Shown[]>>();
  const alike = new Map<KnownBlock, string[]>();
  const full = new Set<string>();
  for (const { printed, known } of fit.rowFits) {
    const keys = alike.get(known.block) ?? [];
    if (printed) keys.push(surplusKey(printed));
    alike.set(known.block, keys);
    if (!printed || printed.values.length <= known.block.columns.length) continue;
    const choices = leaveOut(printed, known.block.columns.length);
    const key = surplusKey(printed);
    if (choices.length === 0) full.add(key);
    if (choices.length !== 1) continue;
    const ofBlock = patterns.get(known.block) ?? new Map<string, Shown[]>();
    const shown = isPlain(printed, choices[0]!) ? [shownBy(printed, choices[0]!)] : [];
    ofBlock.set(key, [...(ofBlock.get(key) ?? []), ...shown]);
    patterns.set(known.block, ofBlock);
  }
  const agreed = (ofBlock: ReadonlyMap<string, readonly Shown[]>, keys: readonly string[]) =>
    [...ofBlock].flatMap(([key, shown]) => {
      const kept = shown[0]?.kept ?? "";
      const isAlone = keys.indexOf(key) === keys.lastIndexOf(key);
      const blank = shown.filter(({ isBlank }) => isBlank).length;
      if (!full.has(key) && shown.some((one) => one.kept !== kept)) return [];
      const pattern: SurplusPattern = full.has(key)
        ? { kept: "", rows: 0, blank: 0, isAlone, isColumn: true }
        : { kept, rows: shown.length, blank, isAlone, isColumn: false };
      return [[key, pattern] as const];
    });
  return new Map(
    [...patterns].map(([block, ofBlock]) => [block, new Map(agreed(ofBlock, alike.get(block)!))]),
  );
}

/** What a row shows by itself: the cells it keeps, and whether it leaves only empty ones out. */
interface Shown {
  readonly kept: string;
  readonly isBlank: boolean;
}

function shownBy({ values }: FormRow, { kept }: RowChoice): Shown {
  const isBlank = values.every(({ text }, index) => kept.includes(index) || text.trim() === "");
  return { kept: kept.join(), isBlank };
}

/**
 * Whether no other cells of the row could have been left out, even with equal texts: `0 0 0 0` says nothing about its
 * neighbours.
 */
function isPlain(printed: FormRow, choice: RowChoice): boolean {
  const left = printed.values.flatMap((value, index) =>
    choice.kept.includes(index) ? [] : [value.text.trim()],
  );
  const kept = choice.values.map((value) => value.text.trim());
  return (
    left.every((text) => text === "" || kept.filter((other) => other === text).length === 1) &&
    !(left.includes("") && kept.includes(""))
  );
}

/** A key for rows that are merged alike: those of one block with the same number of values. */
export function surplusKey(printed: FormRow): string {
  return `${printed.block}:${printed.values.length}`;
}

/**
 * Blocks in which several rows without cell borders print more values than the form has columns, because they are
 * another form's rows or blanks vanished. A row with the right count is then right only by chance.
 */
export function crowdedBlocks(fit: Fit): ReadonlySet<KnownBlock> {
  const counts = new Map<KnownBlock, number>();
  for (const { known, printed } of fit.rowFits) {
    const crowded =
      printed !== null &&
      (printed.kind === "listed" || printed.kind === "spaced") &&
      valueCount(printed) > known.block.columns.length;
    if (crowded) counts.set(known.block, (counts.get(known.block) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([block, count]) => (count > 1 ? [block] : [])));
}
