import { leaveOut, type RowChoice, type SurplusPattern } from "../leave-out.ts";
import type { Fit } from "../../match/fit.ts";
import { valueCount, type FormRow } from "../../rows/form-row.ts";
import type { KnownBlock } from "../../form/form.ts";

/**
 * Which cells are surplus in rows that have more cells than columns, where every row that leaves only one choice leaves
 * the same: rows of one block are merged alike, so a row of equal or empty cells follows its neighbours.
 */
export function surplusPatterns(fit: Fit): ReadonlyMap<KnownBlock, ReadonlyMap<string, SurplusPattern>> {
  const patterns = new Map<KnownBlock, Map<string, string[]>>();
  for (const { printed, known } of fit.rowFits) {
    const choices = printed ? leaveOut(printed, known.block.columns.length) : [];
    if (!printed || choices.length !== 1 || !isPlain(printed, choices[0]!)) continue;
    const ofBlock = patterns.get(known.block) ?? new Map<string, string[]>();
    const key = surplusKey(printed);
    ofBlock.set(key, [...(ofBlock.get(key) ?? []), choices[0]!.kept.join()]);
    patterns.set(known.block, ofBlock);
  }
  const agreed = (ofBlock: ReadonlyMap<string, readonly string[]>) =>
    [...ofBlock].flatMap(([key, kept]) =>
      new Set(kept).size === 1 ? [[key, { kept: kept[0]!, rows: kept.length }] as const] : [],
    );
  return new Map([...patterns].map(([block, ofBlock]) => [block, new Map(agreed(ofBlock))]));
}

/** A row whose cells left out could be no others, equal texts included: `0 0 0 0` says nothing about its neighbours. */
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

/** Rows of one block that have as many values are merged alike. */
export function surplusKey(printed: FormRow): string {
  return `${printed.block}:${printed.values.length}`;
}

/**
 * Blocks of which rows without cell borders print more values than the form has columns: another form's rows, or blanks
 * that vanished. Then a row of the right count is right by chance.
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
