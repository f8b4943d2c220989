/** Seeded draws: the same seed always gives the same sequence, on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Whole number, both ends included. */
  readonly int: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** `count` different items in their order in the list. */
  readonly sample: <T>(list: readonly T[], count: number) => T[];
}

/** mulberry32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError("pick from an empty list");
    return list[int(0, list.length - 1)]!;
  };
  const sample = <T>(list: readonly T[], count: number): T[] => {
    const taken: T[] = [];
    let wanted = Math.min(count, list.length);
    list.forEach((item, index) => {
      if (next() * (list.length - index) < wanted) {
        taken.push(item);
        wanted -= 1;
      }
    });
    return taken;
  };
  return { next, int, chance: (probability) => next() < probability, pick, sample };
}
