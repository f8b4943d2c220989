import type { Index } from "./cff.ts";
import { pen } from "./pen.ts";
import type { Pen } from "./pen.ts";
import type { GlyphOutline } from "./program.ts";

/** The most steps and operands of one glyph, and how deep its subroutines may nest (Adobe note 5177, appendix B). */
const MOST = { steps: 20_000, depth: 10, operands: 192 } as const;

const OPERATOR = { local: 10, end: 11, escape: 12, mask: 19, counters: 20, global: 29 } as const;

interface Machine {
  readonly pen: Pen;
  readonly locals: Index;
  readonly globals: Index;
  readonly stack: number[];
  x: number;
  y: number;
  hints: number;
  steps: number;
  hasEnded: boolean;
}

/** What a Type 2 charstring draws; undefined where it takes too many steps or is not one. */
export function charstringOutline(code: DataView, locals: Index, globals: Index): GlyphOutline | undefined {
  const drawn = pen();
  const machine: Machine = {
    pen: drawn,
    locals,
    globals,
    stack: [],
    x: 0,
    y: 0,
    hints: 0,
    steps: MOST.steps,
    hasEnded: false,
  };
  return run(machine, code, 0) ? drawn.outline : undefined;
}

function run(machine: Machine, code: DataView, depth: number): boolean {
  for (let at = 0; at < code.byteLength && !machine.hasEnded;) {
    if (isTooMuch(machine)) return false;
    const byte = code.getUint8(at);
    if (byte === OPERATOR.end) return true;
    if (byte === 28 || byte >= 32) {
      const [value, size] = operandAt(code, at, byte);
      machine.stack.push(value);
      at += size;
    } else if (byte === OPERATOR.local || byte === OPERATOR.global) {
      if (!call(machine, byte === OPERATOR.local ? machine.locals : machine.globals, depth)) return false;
      at++;
    } else if (byte === OPERATOR.mask || byte === OPERATOR.counters) at += 1 + maskBytes(machine);
    else if (byte === OPERATOR.escape) {
      operate(machine, 100 * byte + code.getUint8(at + 1));
      at += 2;
    } else {
      operate(machine, byte);
      at++;
    }
  }
  return true;
}

function isTooMuch(machine: Machine): boolean {
  return machine.steps-- <= 0 || machine.stack.length > MOST.operands;
}

/** How many bytes a mask takes, at one bit a hint. The last hints before it may come without their operator. */
function maskBytes(machine: Machine): number {
  machine.hints += machine.stack.splice(0).length >> 1;
  return (machine.hints + 7) >> 3;
}

/** A number and how many bytes it takes. */
function operandAt(code: DataView, at: number, byte: number): readonly [number, number] {
  if (byte === 28) return [code.getInt16(at + 1), 3];
  if (byte === 255) return [code.getInt32(at + 1) / 65_536, 5];
  if (byte < 247) return [byte - 139, 1];
  const low = code.getUint8(at + 1);
  return [byte < 251 ? (byte - 247) * 256 + low + 108 : -(byte - 251) * 256 - low - 108, 2];
}

function call(machine: Machine, routines: Index, depth: number): boolean {
  if (depth >= MOST.depth) return false;
  const { count } = routines;
  const bias = count < 1240 ? 107 : count < 33_900 ? 1131 : 32_768;
  return run(machine, routines.item((machine.stack.pop() ?? NaN) + bias), depth + 1);
}

const OPERATORS: Readonly<Record<number, (machine: Machine, operands: readonly number[]) => void>> = {
  // rmoveto, hmoveto, vmoveto. A width may stand before the operands.
  21: (machine, operands) => move(machine, operands.at(-2) ?? 0, operands.at(-1) ?? 0),
  22: (machine, operands) => move(machine, operands.at(-1) ?? 0, 0),
  4: (machine, operands) => move(machine, 0, operands.at(-1) ?? 0),
  // rlineto, hlineto, vlineto
  5: lines,
  6: (machine, operands) => turns(machine, operands, true),
  7: (machine, operands) => turns(machine, operands, false),
  // rrcurveto, rcurveline, rlinecurve
  8: curves,
  24: (machine, operands) => {
    curves(machine, operands.slice(0, -2));
    lines(machine, operands.slice(-2));
  },
  25: (machine, operands) => {
    lines(machine, operands.slice(0, -6));
    curves(machine, operands.slice(-6));
  },
  // vvcurveto, hhcurveto
  26: (machine, operands) => flat(machine, operands, false),
  27: (machine, operands) => flat(machine, operands, true),
  // vhcurveto, hvcurveto
  30: (machine, operands) => swung(machine, operands, false),
  31: (machine, operands) => swung(machine, operands, true),
  // hflex, flex, hflex1, flex1
  1234: (machine, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0]) =>
    curves(machine, [a, 0, b, c, d, 0, e, 0, f, -c, g, 0]),
  1235: (machine, operands) => curves(machine, operands.slice(0, 12)),
  1236: (machine, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0]) =>
    curves(machine, [a, b, c, d, e, 0, f, 0, g, h, i, -b - d - h]),
  1237: (machine, operands) => {
    const sum = (from: number): number =>
      operands.slice(0, 10).reduce((all, value, index) => (index % 2 === from ? all + value : all), 0);
    const last = operands[10] ?? 0;
    const isLevel = Math.abs(sum(0)) > Math.abs(sum(1));
    curves(machine, [...operands.slice(0, 10), ...(isLevel ? [last, -sum(1)] : [-sum(0), last])]);
  },
};

function operate(machine: Machine, operator: number): void {
  const operands = machine.stack.splice(0);
  // endchar
  if (operator === 14) machine.hasEnded = true;
  // hstem, vstem, hstemhm, vstemhm
  else if ([1, 3, 18, 23].includes(operator)) machine.hints += operands.length >> 1;
  else OPERATORS[operator]?.(machine, operands);
}

function move(machine: Machine, dx: number, dy: number): void {
  machine.pen.move((machine.x += dx), (machine.y += dy));
}

function lines(machine: Machine, operands: readonly number[]): void {
  for (let at = 0; at + 1 < operands.length; at += 2)
    machine.pen.line((machine.x += operands[at]!), (machine.y += operands[at + 1]!));
}

/** Draws lines that are level and upright by turns. */
function turns(machine: Machine, operands: readonly number[], isLevel: boolean): void {
  for (const [index, length] of operands.entries())
    lines(machine, (index % 2 === 0) === isLevel ? [length, 0] : [0, length]);
}

function curves(machine: Machine, operands: readonly number[]): void {
  for (let at = 0; at + 5 < operands.length; at += 6) {
    const [a, b, c, d, e, f] = operands.slice(at, at + 6) as [number, number, number, number, number, number];
    const [ax, ay] = [machine.x + a, machine.y + b];
    const [bx, by] = [ax + c, ay + d];
    machine.pen.cubic(ax, ay, bx, by, (machine.x = bx + e), (machine.y = by + f));
  }
}

/** Draws curves that begin and end level, or begin and end upright; the first may begin aslant. */
function flat(machine: Machine, operands: readonly number[], isLevel: boolean): void {
  const odd = operands.length % 4;
  let aside = odd === 1 ? operands[0]! : 0;
  for (let at = odd === 1 ? 1 : 0; at + 3 < operands.length; at += 4) {
    const [a, b, c, d] = operands.slice(at, at + 4) as [number, number, number, number];
    curves(machine, isLevel ? [a, aside, b, c, d, 0] : [aside, a, b, c, 0, d]);
    aside = 0;
  }
}

/** Draws curves that begin level and end upright, then the other way round; the last may end aslant. */
function swung(machine: Machine, operands: readonly number[], startsLevel: boolean): void {
  let isLevel = startsLevel;
  for (let at = 0; at + 3 < operands.length; at += 4) {
    const [a, b, c, d] = operands.slice(at, at + 4) as [number, number, number, number];
    const aside = operands.length - at === 5 ? operands[at + 4]! : 0;
    curves(machine, isLevel ? [a, 0, b, c, aside, d] : [0, a, b, c, d, aside]);
    isLevel = !isLevel;
  }
}
