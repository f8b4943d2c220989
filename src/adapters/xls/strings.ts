/** The font of this index applies from the character `start` on. */
export interface FontRun {
  readonly start: number;
  readonly font: number;
}

/**
 * Where fonts change in the shared strings (SST, MS-XLS 2.4.265), by the ordinal of the string; strings of one look are
 * absent. The library reads the text; here it is only stepped over.
 */
export function fontRuns(parts: readonly Uint8Array[]): ReadonlyMap<number, readonly FontRun[]> {
  const found = new Map<number, readonly FontRun[]>();
  const reader = partReader(parts);
  reader.long();
  const count = reader.long();
  for (let ordinal = 0; ordinal < count && !reader.hasEnded(); ordinal++) {
    const runs = stringRuns(reader);
    if (runs.length > 0) found.set(ordinal, runs);
  }
  return found;
}

/** XLUnicodeRichExtendedString (2.5.293). */
function stringRuns(reader: PartReader): readonly FontRun[] {
  const characters = reader.word();
  const flags = reader.byte();
  const runCount = (flags & 8) !== 0 ? reader.word() : 0;
  const phonetic = (flags & 4) !== 0 ? reader.long() : 0;
  reader.skipCharacters(characters, (flags & 1) !== 0);
  const runs: FontRun[] = [];
  for (let index = 0; index < runCount && !reader.hasEnded(); index++)
    runs.push({ start: reader.word(), font: reader.word() });
  reader.skip(phonetic);
  return runs;
}

interface PartReader {
  readonly byte: () => number;
  readonly word: () => number;
  readonly long: () => number;
  readonly skip: (bytes: number) => void;
  /**
   * Where a string continues in the next part, that part begins by saying again whether its characters have two bytes
   * (2.5.293).
   */
  readonly skipCharacters: (count: number, isWide: boolean) => void;
  readonly hasEnded: () => boolean;
}

function partReader(parts: readonly Uint8Array[]): PartReader {
  let part = 0;
  let at = 0;
  /** Moves on to the next part that is not used up, and says whether there is one. */
  const settle = (): boolean => {
    while (part < parts.length && at >= parts[part]!.length) {
      part += 1;
      at = 0;
    }
    return part < parts.length;
  };
  const byte = (): number => (settle() ? parts[part]![at++]! : 0);
  const word = (): number => byte() + byte() * 0x100;
  return {
    byte,
    word,
    long: () => word() + word() * 0x10000,
    skip(bytes) {
      for (let left = bytes; left > 0 && settle();) {
        const step = Math.min(left, parts[part]!.length - at);
        at += step;
        left -= step;
      }
    },
    skipCharacters(count, isWide) {
      let wide = isWide;
      for (let left = count; left > 0;) {
        const before = part;
        if (!settle()) return;
        if (part !== before) wide = (byte() & 1) !== 0;
        const size = wide ? 2 : 1;
        const here = Math.min(left, Math.floor(((parts[part]?.length ?? 0) - at) / size));
        at = here === 0 ? (parts[part]?.length ?? 0) : at + here * size;
        left -= here;
      }
    },
    hasEnded: () => !settle(),
  };
}
