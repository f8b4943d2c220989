export interface Sectors {
  /** Up to `length` bytes of the chain that begins at sector `start`; shorter where the chain or the file ends. */
  readonly chain: (start: number, length: number) => Uint8Array;
  /** The same for sectors of the mini stream, given that stream's bytes. */
  readonly mini: (content: Uint8Array) => (start: number, length: number) => Uint8Array;
}

/** Sector numbers from here on are marks: end of chain, free, FAT, DIFAT (MS-CFB 2.1). */
const firstMark = 0xfffffffa;
const miniSector = 64;
/** FAT sectors that the header itself lists. */
const headerFatSectors = 109;

/** Follows the chains of a compound file; null where the sector size is none that exists (MS-CFB 2.2). */
export function chainReader(bytes: Uint8Array): Sectors | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectorSize = 1 << shift;
  const count = Math.ceil(bytes.length / sectorSize);
  const offsetOf = (sector: number): number => (sector + 1) * sectorSize;
  const word = (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at, true) : firstMark);
  const fat = fatSectors(word, offsetOf, sectorSize, count);
  const perSector = sectorSize / 4;
  const next = (sector: number): number => {
    const block = fat[Math.floor(sector / perSector)];
    return block === undefined ? firstMark : word(offsetOf(block) + (sector % perSector) * 4);
  };
  const chain: Sectors["chain"] = (start, length) =>
    gather(bytes, { start, length, size: sectorSize, offsetOf, next });

  const mini: Sectors["mini"] = (content) => {
    const table = chain(word(60), bytes.length);
    const entries = new DataView(table.buffer, table.byteOffset, table.byteLength);
    const nextMini = (sector: number): number =>
      sector * 4 + 4 <= table.length ? entries.getUint32(sector * 4, true) : firstMark;
    const offset = (sector: number): number => sector * miniSector;
    return (start, length) =>
      gather(content, { start, length, size: miniSector, offsetOf: offset, next: nextMini });
  };
  return { chain, mini };
}

/** Sectors of the FAT in order: those the header lists, then those of the DIFAT's chain. Never more than the file holds. */
function fatSectors(
  word: (at: number) => number,
  offsetOf: (sector: number) => number,
  sectorSize: number,
  count: number,
): number[] {
  const found: number[] = [];
  for (let index = 0; index < headerFatSectors; index++) {
    const sector = word(76 + index * 4);
    if (sector >= firstMark) break;
    found.push(sector);
  }
  const perSector = sectorSize / 4 - 1;
  const seen = new Set<number>();
  for (let block = word(68); block < count && !seen.has(block);) {
    seen.add(block);
    for (let index = 0; index < perSector && found.length <= count; index++) {
      const sector = word(offsetOf(block) + index * 4);
      if (sector < firstMark) found.push(sector);
    }
    block = word(offsetOf(block) + perSector * 4);
  }
  return found;
}

interface Chain {
  readonly start: number;
  readonly length: number;
  readonly size: number;
  readonly offsetOf: (sector: number) => number;
  readonly next: (sector: number) => number;
}

function gather(bytes: Uint8Array, { start, length, size, offsetOf, next }: Chain): Uint8Array {
  const result = new Uint8Array(Math.max(0, Math.min(length, bytes.length)));
  const seen = new Set<number>();
  let filled = 0;
  // A chain that comes back to itself holds nothing more.
  for (
    let sector = start;
    sector < firstMark && filled < result.length && !seen.has(sector);
    sector = next(sector)
  ) {
    seen.add(sector);
    const from = offsetOf(sector);
    if (from >= bytes.length) break;
    const piece = bytes.subarray(from, Math.min(from + size, from + result.length - filled));
    result.set(piece, filled);
    filled += piece.length;
  }
  return result.subarray(0, filled);
}
