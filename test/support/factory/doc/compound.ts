const sectorSize = 512;
const endOfChain = 0xfffffffe;
const free = 0xffffffff;
const fatMark = 0xfffffffd;

/** A compound file (MS-CFB, version 3) of streams in the outermost storage. Give the names in order of their length. */
export function packCompound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // Streams of 4,096 bytes and more stand in sectors of their own, so that no mini stream is needed.
  const contents = Object.entries(streams).map(([name, bytes]) => {
    const size = Math.max(4096, Math.ceil(bytes.length / sectorSize) * sectorSize);
    const padded = new Uint8Array(size);
    padded.set(bytes);
    return { name, padded };
  });
  const directorySectors = Math.ceil((contents.length + 1) / 4);
  const dataSectors = contents.reduce((sum, { padded }) => sum + padded.length / sectorSize, 0);
  let fatSectors = 1;
  while (fatSectors * 128 < fatSectors + directorySectors + dataSectors) fatSectors++;
  const bytes = new Uint8Array((1 + fatSectors + directorySectors + dataSectors) * sectorSize);
  const view = new DataView(bytes.buffer);
  const fat: number[] = Array.from({ length: fatSectors }, () => fatMark);
  const chain = (count: number): number => {
    const first = fat.length;
    for (let index = 1; index <= count; index++) fat.push(index === count ? endOfChain : first + index);
    return first;
  };
  const directory = chain(directorySectors);

  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, fatSectors, true);
  view.setUint32(48, directory, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, endOfChain, true);
  view.setUint32(68, endOfChain, true);
  for (let index = 0; index < 109; index++)
    view.setUint32(76 + index * 4, index < fatSectors ? index : free, true);

  const entry = (
    index: number,
    name: string,
    kind: number,
    links: readonly number[],
    start: number,
    size: number,
  ) => {
    const at = (directory + 1) * sectorSize + index * 128;
    [...name].forEach((character, place) => view.setUint16(at + place * 2, character.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    view.setUint8(at + 66, kind);
    view.setUint8(at + 67, 1);
    links.forEach((link, place) => view.setUint32(at + 68 + place * 4, link, true));
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, size, true);
  };
  entry(0, "Root Entry", 5, [free, free, 1], endOfChain, 0);
  contents.forEach(({ name, padded }, index) => {
    const start = chain(padded.length / sectorSize);
    bytes.set(padded, (start + 1) * sectorSize);
    const right = index + 1 < contents.length ? index + 2 : free;
    entry(index + 1, name, 2, [free, right, free], start, padded.length);
  });
  for (let index = 0; index < fatSectors * 128; index++)
    view.setUint32(sectorSize + index * 4, fat[index] ?? free, true);
  return bytes;
}
