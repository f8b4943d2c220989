import type { Rgb } from "../docx/look/colour.ts";
import { scaleGrounds, unchangedLook } from "../sheet/shown/conditions.ts";
import type { ConditionalLook } from "../sheet/shown/conditions.ts";
import { cellTest } from "../sheet/shown/cell-test.ts";
import type { CellTest } from "../sheet/shown/cell-test.ts";
import type { Range } from "../sheet/sheet.ts";
import { longTextIn } from "./looks.ts";
import type { BookLooks } from "./looks.ts";
import { longAt, shortAt } from "./records.ts";

const mostRanges = 1_000;

/**
 * The ranges that a conditional format applies to (CONDFMT, MS-XLS 2.4.42); in CONDFMT12 (2.4.43) they stand `from`
 * bytes further on.
 */
export function conditionRanges(record: Uint8Array, from = 0): readonly Range[] {
  const body = record.subarray(from);
  const count = Math.min(shortAt(body, 12), mostRanges, Math.floor((body.length - 14) / 8));
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const at = 14 + index * 8;
    return {
      top: shortAt(body, at) + 1,
      bottom: shortAt(body, at + 2) + 1,
      left: shortAt(body, at + 4) + 1,
      right: shortAt(body, at + 6) + 1,
    };
  });
}

/**
 * Where the format of a condition begins (CF, 2.4.41), and the lengths of those parts that have a fixed size (DXFN,
 * 2.5.90).
 */
const formatStart = 6;
const partsStart = 6;
const [fontLength, alignmentLength, borderLength] = [118, 8, 8];

/** How a condition changes its cells (CF, 2.4.41), and what it compares them with. */
export function conditionalLook(body: Uint8Array, looks: BookLooks): ConditionalLook {
  // The formulas end the record.
  const second = body.length - shortAt(body, 4);
  const first = second - shortAt(body, 2);
  const operands = [body.subarray(Math.max(0, first), second), body.subarray(second)];
  return { ...differentialLook(body.subarray(formatStart), looks), test: testIn(body, operands) };
}

/** A condition that compares a cell's value (CF, 2.4.41), and its comparisons in the order of their numbers. */
const comparesValue = 1;
const comparisons = [
  "",
  "between",
  "notBetween",
  "equal",
  "notEqual",
  "greaterThan",
  "lessThan",
  "greaterThanOrEqual",
  "lessThanOrEqual",
];

/** The kind and the comparison stand in the first two bytes. */
function testIn(body: Uint8Array, formulas: readonly Uint8Array[]): CellTest | undefined {
  if (body[0] !== comparesValue) return undefined;
  const operands = formulas.filter(({ length }) => length > 0).map(constantIn);
  return cellTest(comparisons[body[1] ?? 0] ?? "", operands);
}

/** A formula that is one number, as text: PtgInt or PtgNum (2.5.198.60, 2.5.198.79), and a minus after it. */
function constantIn(formula: Uint8Array): string {
  const [token] = formula;
  const size = token === 0x1e ? 3 : token === 0x1f ? 9 : 0;
  const isNegative = formula[size] === 0x13;
  if (size === 0 || formula.length !== size + Number(isNegative)) return "";
  const view = new DataView(formula.buffer, formula.byteOffset, formula.length);
  const number = token === 0x1e ? view.getUint16(1, true) : view.getFloat64(1, true);
  return String(isNegative ? -number : number);
}

/** Kinds of conditions, since Excel 2007 (CF12, 2.4.42), that put a colour scale, bars or icons into cells. */
const [scale, bar, icons] = [3, 4, 6];
/**
 * Where such a condition states its kind and its differential format, after the header that all newer records share.
 */
const [kindAt, firstLengthAt, secondLengthAt, differentialAt] = [12, 14, 16, 18];
/** Length of what lies between the second formula and the last part: flags, priority, template and its parameters. */
const betweenLength = 22;

export function conditionalLook12(body: Uint8Array, looks: BookLooks): ConditionalLook {
  const kind = body[kindAt] ?? 0;
  const length = longAt(body, differentialAt);
  const behind = differentialAt + 4 + (length === 0 ? 2 : length);
  const second = behind + shortAt(body, firstLengthAt);
  const active = second + shortAt(body, secondLengthAt);
  if (kind !== scale && kind !== bar && kind !== icons) {
    if (length === 0) return { look: unchangedLook, grounds: [] };
    const operands = [body.subarray(behind, second), body.subarray(second, active)];
    const test = testIn(body.subarray(kindAt), operands);
    return { ...differentialLook(body.subarray(differentialAt + 4, behind), looks), test };
  }
  const last = body.subarray(active + 2 + shortAt(body, active) + betweenLength);
  if (kind === scale) {
    // CFGradient (2.5.29): its colours end the record, 24 bytes each, after the positions on the scale.
    const stops = Array.from({ length: Math.min(last[4] ?? 0, 3) }, (_, index) =>
      colourIn(last.subarray(Math.max(0, last.length - 24 * (index + 1)) + 8), looks),
    );
    return { look: unchangedLook, grounds: scaleGrounds(stops.filter((stop) => stop !== null)) };
  }
  // CFDatabar (2.5.21) has a flag for showing the number, CFMultistate (2.5.32) one for not showing it.
  const replaces = kind === bar ? ((last[3] ?? 0) & 2) === 0 : ((last[5] ?? 0) & 1) !== 0;
  const ground = kind === bar ? colourIn(last.subarray(6), looks) : null;
  return { look: unchangedLook, grounds: ground === null ? [] : [ground], replaces };
}

/** CFColor (2.5.17): an index of the palette, or red, green and blue; a theme's colour is not known here. */
function colourIn(body: Uint8Array, looks: BookLooks): Rgb | null {
  const kind = longAt(body, 0);
  if (kind === 1) return looks.colour(longAt(body, 4));
  return kind === 2 && body.length >= 7 ? [body[4]!, body[5]!, body[6]!] : null;
}

/** DXFN (2.5.90): flags say which parts are present. */
function differentialLook(body: Uint8Array, looks: BookLooks): ConditionalLook {
  const flags = longAt(body, 0);
  const has = (bit: number): boolean => Math.floor(flags / 2 ** bit) % 2 === 1;
  let at = partsStart;
  let pattern: string | undefined;
  if (has(25)) {
    const isOwn = (shortAt(body, 4) & 1) !== 0;
    pattern = isOwn ? longTextIn(body.subarray(at + 2)) : undefined;
    at += isOwn ? shortAt(body, at) : 2;
  }
  const font = has(26) ? body.subarray(at, at + fontLength) : null;
  if (font !== null) at += fontLength;
  if (has(27)) at += alignmentLength;
  if (has(28)) at += borderLength;
  const ground = has(29) ? looks.colour((shortAt(body, at + 2) >> 7) & 0x7f) : null;
  const struck = font !== null && (shortAt(font, 68) & 0x80) !== 0 && (shortAt(font, 88) & 0x80) === 0;
  const colour = font === null || longAt(font, 80) > 0x7fff ? null : looks.colour(shortAt(font, 80));
  return { look: { struck, colour }, grounds: ground === null ? [] : [ground], pattern };
}
