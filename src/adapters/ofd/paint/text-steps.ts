import { deltasOf } from "./deltas.ts";
import type { OfdElement } from "../package/tree.ts";
import type { Unit } from "./units.ts";

/** `wide` is the width of one em. */
export function stepsOf({ attributes }: OfdElement, units: readonly Unit[], wide: number): Steps {
  const needed = Math.max(0, units.length - 1);
  const across = deltasOf(attributes["DeltaX"], needed);
  const down = deltasOf(attributes["DeltaY"], needed);
  const given = Math.max(across.length, down.length);
  const advanceOf = (text: string): number => wide * (isFullWidth(text) ? ADVANCE.wide : ADVANCE.narrow);
  return {
    across: (index) => (index < given ? (across[index] ?? 0) : advanceOf(units[index]!.text)),
    down: (index) => down[index] ?? 0,
    given,
    lengthOf: (index, left) => {
      const { text } = units[index]!;
      const advance = advanceOf(text);
      if (index >= given) return within(left, LEAST * wide, advance, advance);
      const step = across[index] ?? 0;
      if (isFullWidth(text)) return within(step, 0, advance, advance);
      return within(step, /[02-9]/.test(text) ? LEAST_DIGIT * wide : 0, NARROW * wide, advance);
    },
  };
}

interface Steps {
  /** The step from a character to the next, in the object's space; its usual advance where the file states none. */
  readonly across: (index: number) => number;
  readonly down: (index: number) => number;
  /** For how many characters the file states a step. */
  readonly given: number;
  /** The width of the character itself; `left` is the room up to the end of its object's box. */
  readonly lengthOf: (index: number, left: number) => number;
}

/** The room of a character, where it can be the character's advance; otherwise the usual advance. */
function within(room: number, least: number, most: number, usual: number): number {
  return room > least && room <= most ? room : usual;
}

/** Advance in em of ideographs and of all other characters, where nothing more precise is known. */
const ADVANCE = { wide: 1, narrow: 0.5 } as const;

/** In em: the widest and the least advance of a digit or letter that leaves no gap, as in Courier. */
const NARROW = 0.66;
const LEAST = 0.2;
/** In em: after a smaller step, the next digit lies over this one, unless this one is a 1. */
const LEAST_DIGIT = 0.3;

export function isFullWidth(text: string): boolean {
  return text >= "\u2e80";
}
