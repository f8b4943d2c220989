import type { Range } from "../sheet/sheet.ts";
import type { SheetPlace } from "../sheet/formulas/formula-references.ts";
import { shortAt } from "./records.ts";

/** What the tokens of a formula (Rgce, MS-XLS 2.5.198) say of the cells it uses. */
export interface FormulaTokens {
  /** Ranges of its own sheet. */
  readonly ranges: readonly Range[];
  /** Ranges of other sheets, by the number of the workbook's reference to the sheet. */
  readonly elsewhere: readonly { readonly reference: number; readonly range: Range }[];
  /** Numbers of the workbook's names, from 1. */
  readonly names: readonly number[];
  /** It may use any cell: it works references out, or has tokens that are not known here. */
  readonly usesAny: boolean;
  /** It has a function that gives another result each time. */
  readonly isVolatile: boolean;
  /** Its result is a text. */
  readonly givesText: boolean;
  /** Its result is a number, so never a text, not even an empty one. */
  readonly givesNumber: boolean;
  /** It is nothing but the sum of its `ranges`. */
  readonly isSum: boolean;
  /** The first of the cells that share one formula, which is written there alone (PtgExp, 2.5.198.58). */
  readonly shared: SheetPlace | null;
}

/** Functions (Ftab, 2.5.198.17): RAND, NOW, TODAY; OFFSET, INDIRECT; one that is defined elsewhere, as RANDBETWEEN. */
const volatile: ReadonlySet<number> = new Set([63, 74, 221]);
const reaching: ReadonlySet<number> = new Set([78, 148]);
const definedElsewhere = 255;

/** FIXED, REPT, MID, TEXT, CHAR, LOWER to RIGHT, TRIM to SUBSTITUTE, CLEAN, CONCATENATE. */
const ofText: ReadonlySet<number> = new Set([
  14, 30, 31, 48, 111, 112, 113, 114, 115, 116, 118, 119, 120, 162, 336,
]);
/** COUNT, SUM to MAX, SQRT, ABS to ROUND, MOD, COUNTA, PRODUCT, ROUNDUP, ROUNDDOWN, SUMPRODUCT, SUBTOTAL to COUNTBLANK. */
const ofNumbers: ReadonlySet<number> = new Set([
  0, 4, 5, 6, 7, 20, 24, 25, 26, 27, 39, 169, 183, 212, 213, 228, 344, 345, 346, 347,
]);
/** What a sum is written with: PtgAdd, brackets and spaces, and cells of its own sheet. */
const ofSums: ReadonlySet<number> = new Set([0x03, 0x15, 0x19, 0x22, 0x24, 0x25, 0x2c, 0x2d]);
/** PtgConcat (2.5.198.43), which puts two texts together. */
const joins = 0x08;
/** PtgAdd to PtgPower, PtgUplus to PtgPercent. */
const calculates: ReadonlySet<number> = new Set([0x03, 0x04, 0x05, 0x06, 0x07, 0x12, 0x13, 0x14]);

/** Bytes that follow each token; those from 0x20 on come in three classes, 0x20 apart. */
const sizes: ReadonlyMap<number, number> = new Map([
  ...Array.from({ length: 0x16 - 0x02 }, (_, index): [number, number] => [0x03 + index, 0]),
  ...([
    [0x01, 4],
    [0x02, 4],
    [0x1c, 1],
    [0x1d, 1],
    [0x1e, 2],
    [0x1f, 8],
    [0x20, 7],
    [0x21, 2],
    [0x22, 3],
    [0x23, 4],
    [0x24, 4],
    [0x25, 8],
    [0x26, 6],
    [0x27, 6],
    [0x28, 6],
    [0x29, 2],
    [0x2a, 4],
    [0x2b, 8],
    [0x2c, 4],
    [0x2d, 8],
    [0x39, 6],
    [0x3a, 6],
    [0x3b, 10],
    [0x3c, 6],
    [0x3d, 10],
  ] as const),
]);
const [exp, brackets, text, attribute] = [0x01, 0x15, 0x17, 0x19];
/** PtgAttrSum (2.5.198.10): SUM with one argument, written without the function. */
const [sums, sum] = [0x10, 4];
const [fixedFunction, otherFunction, cell, area, relativeCell, relativeArea] = [
  0x21, 0x22, 0x24, 0x25, 0x2c, 0x2d,
];
const [name, cellElsewhere, areaElsewhere] = [0x23, 0x3a, 0x3b];
const mostTokens = 500;

/** Reads the tokens of a formula in the cell `own`, which count rows and columns from 0. */
export function formulaTokens(tokens: Uint8Array, own: SheetPlace): FormulaTokens {
  const ranges: Range[] = [];
  const elsewhere: FormulaTokens["elsewhere"][number][] = [];
  const names: number[] = [];
  const functions: number[] = [];
  const addReference = (kind: number, body: Uint8Array): void => {
    const start = kind === cellElsewhere || kind === areaElsewhere ? 2 : 0;
    const from = kind === relativeCell || kind === relativeArea ? own : null;
    const isCell = kind === cell || kind === relativeCell || kind === cellElsewhere;
    if (!isCell && kind !== area && kind !== relativeArea && kind !== areaElsewhere) return;
    const range = rangeOf(body.subarray(start), isCell ? [0, 0, 2, 2] : [0, 2, 4, 6], from);
    if (start === 0) ranges.push(range);
    else elsewhere.push({ reference: shortAt(body, 0), range });
  };
  let shared: SheetPlace | null = null;
  let isSemiVolatile = false;
  const kinds: number[] = [];
  let last = 0;
  let at = 0;
  for (let count = 0; at < tokens.length && count < mostTokens; count++) {
    const kind = baseOf(tokens[at]!);
    const body = tokens.subarray(at + 1);
    const size = sizeOf(kind, body);
    if (size === undefined) break;
    kinds.push(kind);
    if (kind === attribute) {
      isSemiVolatile ||= (body[0]! & 1) !== 0;
      if ((body[0]! & sums) !== 0) functions.push(sum);
    } else if (kind === exp) shared = { row: shortAt(body, 0), column: shortAt(body, 2) };
    else if (kind === fixedFunction) functions.push(shortAt(body, 0));
    else if (kind === otherFunction) functions.push(shortAt(body, 1) & 0x7fff);
    else if (kind === name) names.push(shortAt(body, 0));
    else addReference(kind, body);
    // Brackets and spaces, which are kept as they are written, say nothing of the result.
    if (kind !== brackets && (kind !== attribute || (body[0]! & sums) !== 0)) last = kind;
    at += 1 + size;
  }
  const isWhole = at >= tokens.length;
  const isOther = !isWhole || functions.includes(definedElsewhere);
  return {
    ranges,
    elsewhere,
    names,
    shared,
    givesText: isWhole && isTextAfter(last, functions.at(-1)),
    givesNumber: isWhole && isNumberAfter(last, functions.at(-1)),
    isSum: areOfSum(isWhole, kinds, functions),
    usesAny: !isWhole || functions.some((one) => reaching.has(one)),
    // PtgAttrSemi (2.5.198.8) also marks functions that only work out which cells they use.
    isVolatile: functions.some((one) => volatile.has(one)) || (isSemiVolatile && isOther),
  };
}

/** Whether a formula gives a text whose last token is of this kind; `called` is the last function in it. */
function isTextAfter(kind: number, called: number | undefined): boolean {
  if (kind === text || kind === joins) return true;
  const isCall = kind === fixedFunction || kind === otherFunction;
  return isCall && called !== undefined && ofText.has(called);
}

function isNumberAfter(kind: number, called: number | undefined): boolean {
  const isCall = kind === fixedFunction || kind === otherFunction || kind === attribute;
  return calculates.has(kind) || (isCall && called !== undefined && ofNumbers.has(called));
}

function areOfSum(isWhole: boolean, kinds: readonly number[], functions: readonly number[]): boolean {
  return isWhole && kinds.every((kind) => ofSums.has(kind)) && functions.every((one) => one === sum);
}

function baseOf(token: number): number {
  return token < 0x40 ? token : 0x20 + (token & 0x1f);
}

function sizeOf(kind: number, body: Uint8Array): number | undefined {
  if (kind === text) return 2 + (body[0] ?? 0) * (((body[1] ?? 0) & 1) === 0 ? 1 : 2);
  // PtgAttrChoose (2.5.198.5) holds offsets.
  if (kind === attribute) return 3 + (((body[0] ?? 0) & 4) === 0 ? 0 : (shortAt(body, 1) + 1) * 2);
  return sizes.get(kind);
}

/** Places of a reference: rows and columns of two corners. A relative part counts from the formula's own cell. */
function rangeOf(
  body: Uint8Array,
  [top, bottom, left, right]: readonly [number, number, number, number],
  own: SheetPlace | null,
): Range {
  const rowAt = (at: number, flags: number): number => {
    const isRelative = own !== null && (shortAt(body, flags) & 0x8000) !== 0;
    return 1 + (isRelative ? (own.row + shortAt(body, at)) & 0xffff : shortAt(body, at));
  };
  const columnAt = (at: number): number => {
    const isRelative = own !== null && (shortAt(body, at) & 0x4000) !== 0;
    return 1 + (isRelative ? (own.column + shortAt(body, at)) & 0xff : shortAt(body, at) & 0xff);
  };
  const rows = [rowAt(top, left), rowAt(bottom, right)];
  const columns = [columnAt(left), columnAt(right)];
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
}
