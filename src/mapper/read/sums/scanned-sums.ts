import { finding } from "../../../findings/finding.ts";
import type { CellValue, EvidenceEntry, Finding, Place, RuleTemplate } from "../../../model/index.ts";
import type { KnownTable } from "../../form/known.ts";
import { columnConstraints } from "./column-sums.ts";
import { sumsOf } from "./equations.ts";
import type { MappedTable } from "./mapped-table.ts";

/** A cell of a scan whose number was not taken. */
export interface RefusedCell {
  readonly raw: string;
  readonly at: Place;
  readonly label: string;
  /** The least and the most characters there can be, by the strokes of ink; undefined where these were not counted. */
  readonly strokes: readonly [least: number, most: number] | undefined;
  /** The finding that stays as long as nothing decides the cell. */
  readonly refusal: Finding;
}

/** A weighted sum that is zero if the report's figures are right. */
interface Balance {
  readonly along: "row" | "column";
  readonly terms: readonly { readonly pointer: string; readonly weight: number }[];
}

/** The most rounds in which a number that was found helps to find others; a row needs some seven. */
const MOST_ROUNDS = 8;

/**
 * Uses the sums as a second reader of a scan. A number that was refused is inferred if the sums over it hold with what
 * was read there. It is also inferred if the sums of its row and of its column leave the same number, the ink has as
 * many strokes, and no other number of that length was read. A finding reports each inferred cell.
 */
export function decideScanned(
  known: KnownTable,
  rules: readonly RuleTemplate[],
  mapped: MappedTable,
): MappedTable {
  const { refused } = mapped;
  if (refused.size === 0) return mapped;
  const balances = balancesOf(known, rules, mapped.values);
  const over = new Map([...refused.keys()].map((pointer) => [pointer, balancesOver(pointer, balances)]));
  const values = new Map(mapped.values);
  for (const [pointer, { raw }] of refused) {
    const read = numberIn(raw);
    if (read !== null && isBorneOut(over.get(pointer)!, mapped, values)) values.set(pointer, read);
  }
  for (let round = 0, found = true; found && round < MOST_ROUNDS; round++) {
    found = false;
    for (const [pointer, cell] of refused) {
      if (values.get(pointer) != null) continue;
      const left = leftOver(pointer, over.get(pointer)!, values, cell);
      if (left === null) continue;
      values.set(pointer, left);
      found = true;
    }
  }
  return withDecided(mapped, values);
}

function withDecided(mapped: MappedTable, values: ReadonlyMap<string, CellValue>): MappedTable {
  const evidence = new Map<string, EvidenceEntry>(mapped.evidence);
  const said = new Map<Finding, Finding>();
  for (const [path, { raw, at, label, refusal }] of mapped.refused) {
    const value = values.get(path);
    if (typeof value !== "number") continue;
    evidence.set(path, { raw, status: "inferred", at });
    said.set(refusal, finding("scan-inferred", { path, at, args: { raw, label, value } }));
  }
  return {
    ...mapped,
    values,
    evidence,
    diagnostics: mapped.diagnostics.map((one) => said.get(one) ?? one),
  };
}

function balancesOf(
  known: KnownTable,
  rules: readonly RuleTemplate[],
  values: MappedTable["values"],
): readonly Balance[] {
  const sums = sumsOf(known);
  const rows = known.rows.flatMap((row) =>
    sums.get(row)!.equations.map((equation): Balance => ({
      along: "row",
      terms: equation.map(({ index, weight }) => ({ pointer: row.pointers[index]!, weight })),
    })),
  );
  const columns = columnConstraints(known.table, rules, values).flatMap(({ terms, isEquation }): Balance[] =>
    isEquation ? [{ along: "column", terms }] : [],
  );
  return [...rows, ...columns];
}

function balancesOver(pointer: string, balances: readonly Balance[]): readonly Balance[] {
  return balances.filter(({ terms }) => terms.some((term) => term.pointer === pointer));
}

/**
 * Whether the sums over a cell hold with what was read in it and in other refused cells: every sum that can be added
 * up, and at least one.
 */
function isBorneOut(
  balances: readonly Balance[],
  { refused }: MappedTable,
  values: ReadonlyMap<string, CellValue>,
): boolean {
  const read = (pointer: string): CellValue | undefined => {
    const cell = refused.get(pointer);
    return cell === undefined ? values.get(pointer) : numberIn(cell.raw);
  };
  const sums = balances.flatMap(({ terms }) => sumOf(terms, read) ?? []);
  return sums.length > 0 && sums.every((sum) => sum === 0);
}

/** The one number that all sums over a cell leave; null where they leave none, or where the ink shows another. */
function leftOver(
  pointer: string,
  balances: readonly Balance[],
  values: ReadonlyMap<string, CellValue>,
  { raw, strokes }: RefusedCell,
): number | null {
  const left = balances.flatMap(({ along, terms }) => {
    const rest = sumOf(
      terms.filter((term) => term.pointer !== pointer),
      (other) => values.get(other),
    );
    const { weight } = terms.find((term) => term.pointer === pointer)!;
    return rest === null ? [] : [{ along, value: -rest / weight }];
  });
  const value = left[0]?.value;
  if (value === undefined || !Number.isSafeInteger(value) || value < 0) return null;
  if (left.some((one) => one.value !== value)) return null;
  const read = numberIn(raw);
  if (read === value) return value;
  const both = new Set(left.map(({ along }) => along)).size === 2;
  if (!both || strokes === undefined) return null;
  const digits = String(value).length;
  const [least, most] = strokes;
  const fits = (count: number): boolean => count >= least && count <= most;
  // A reading that is as long as the ink stands, because the report's own sum may be wrong.
  if (read !== null && fits(String(read).length)) return null;
  return fits(digits) || fits(digits + Math.floor((digits - 1) / 3)) ? value : null;
}

function sumOf(terms: Balance["terms"], valueOf: (pointer: string) => CellValue | undefined): number | null {
  let sum = 0;
  for (const { pointer, weight } of terms) {
    const value = valueOf(pointer);
    if (typeof value !== "number") return null;
    sum += weight * value;
  }
  return sum;
}

/** The whole number that was read in a scan, where a speck may stand for a comma. */
function numberIn(raw: string): number | null {
  const digits = raw.replace(/[.,'\s-]/gu, "");
  return /^\d{1,9}$/u.test(digits) ? Number(digits) : null;
}
