import { packCompound } from "./compound.ts";

/** Text of one look; `changes` are property modifiers as bytes (MS-DOC 2.6.1). */
export interface WordRun {
  readonly text: string;
  readonly changes?: readonly number[];
}

/** A paragraph; its mark ends a cell or a row too. */
export interface WordParagraph {
  readonly runs: readonly WordRun[];
  readonly mark: "\r" | "\u0007";
  readonly style?: number;
  readonly changes?: readonly number[];
  /** Properties of the mark itself. */
  readonly markChanges?: readonly number[];
}

export interface WordOptions {
  /** Pieces of Western text beside the wide ones, as in files that Word saved again. */
  readonly mixedPieces?: boolean;
  /** Further structures of the table stream, by their ordinal in the header. */
  readonly structures?: Readonly<Record<number, readonly number[]>>;
  /** The bytes with which the Data stream begins. */
  readonly data?: readonly number[];
}

export const word16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
export const word32 = (value: number): number[] => [...word16(value), ...word16(value >>> 16)];

const textStart = 2048;
const pageSize = 512;
/** Properties longer than this stand in the Data stream, as Word does where they do not fit in a page. */
const longest = 200;

/** A Word 97 document (MS-DOC) with one story. */
export function packWord(paragraphs: readonly WordParagraph[], options: WordOptions = {}): Uint8Array {
  const data: number[] = [...(options.data ?? [])];
  const stream: number[] = new Array<number>(textStart).fill(0);
  const pieces: { from: number; offset: number; narrow: boolean }[] = [];
  const stretches: { to: number; style: number; changes: readonly number[] }[] = [];
  const looks: { to: number; changes: readonly number[] }[] = [];
  let position = 0;
  for (const { runs, mark, style = 0, changes = [], markChanges = [] } of paragraphs) {
    const narrow =
      options.mixedPieces === true && runs.every(({ text }) => /^[\n -~]*$/.test(text)) && runs.length > 0;
    if (pieces.at(-1)?.narrow !== narrow) pieces.push({ from: position, offset: stream.length, narrow });
    for (const { text, changes: look = [] } of [...runs, { text: mark, changes: markChanges }]) {
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        stream.push(...(narrow ? [code] : word16(code)));
      }
      position += text.length;
      looks.push({ to: stream.length, changes: look });
    }
    let own = changes;
    if (changes.length > longest) {
      // sprmPHugePapx and the place of the group with its length before it.
      own = [...word16(0x6646), ...word32(data.length)];
      data.push(...word16(changes.length), ...changes);
    }
    stretches.push({ to: stream.length, style, changes: own });
  }
  const end = stream.length;
  const characterPages = pages(stream, looks, 1, ({ changes }) =>
    changes.length === 0 ? [] : [changes.length, ...changes],
  );
  const paragraphPages = pages(stream, stretches, 13, ({ style, changes }) => {
    const content = [...word16(style), ...changes];
    if (content.length % 2 === 1) content.push(0);
    return [0, content.length / 2, ...content];
  });
  const table: number[] = [];
  const header = new DataView(new ArrayBuffer(textStart));
  const place = (ordinal: number, bytes: readonly number[]): void => {
    header.setUint32(0x9a + ordinal * 8, table.length, true);
    header.setUint32(0x9e + ordinal * 8, bytes.length, true);
    table.push(...bytes);
  };
  place(1, styleSheet());
  place(12, characterPages);
  place(13, paragraphPages);
  place(15, fontTable());
  place(33, clx(pieces, position));
  for (const [ordinal, bytes] of Object.entries(options.structures ?? {})) place(Number(ordinal), bytes);

  const fields: readonly (readonly [at: number, value: number])[] = [
    [0, 0xa5ec],
    [2, 0xc1],
    [6, 0x804],
    [10, 0x1200],
    [12, 0xbf],
    [0x20, 14],
    [0x3e, 22],
    [0x98, 93],
  ];
  for (const [at, value] of fields) header.setUint16(at, value, true);
  header.setUint32(0x18, textStart, true);
  header.setUint32(0x1c, end, true);
  header.setUint32(0x40, stream.length, true);
  header.setUint32(0x4c, position, true);
  const document = Uint8Array.from(stream);
  document.set(new Uint8Array(header.buffer));
  return packCompound({
    Data: Uint8Array.from(data),
    "1Table": Uint8Array.from(table),
    WordDocument: document,
  });
}

/** Writes pages of formatting behind the text (MS-DOC 2.9.33, 2.9.175) and gives the table of them. */
function pages<Entry extends { readonly to: number }>(
  stream: number[],
  entries: readonly Entry[],
  slotSize: 1 | 13,
  contentOf: (entry: Entry) => readonly number[],
): number[] {
  const starts: number[] = [];
  const numbers: number[] = [];
  let from = textStart;
  for (let next = 0; next < entries.length;) {
    while (stream.length % pageSize !== 0) stream.push(0);
    const page = new Uint8Array(pageSize);
    const view = new DataView(page.buffer);
    const taken: Entry[] = [];
    const offsets: number[] = [];
    let low = pageSize - 2;
    for (; next < entries.length; next++) {
      const content = contentOf(entries[next]!);
      const at = content.length === 0 ? 0 : (low - content.length) & ~1;
      const tops = (taken.length + 2) * 4 + (taken.length + 1) * slotSize;
      if (taken.length > 0 && (content.length === 0 ? low : at) < tops) break;
      page.set(content, at);
      if (content.length > 0) low = at;
      taken.push(entries[next]!);
      offsets.push(at / 2);
    }
    starts.push(from);
    numbers.push(stream.length / pageSize);
    taken.forEach(({ to }, index) => {
      view.setUint32(index * 4, from, true);
      page[(taken.length + 1) * 4 + index * slotSize] = offsets[index]!;
      from = to;
    });
    view.setUint32(taken.length * 4, from, true);
    page[pageSize - 1] = taken.length;
    stream.push(...page);
  }
  return [...starts, from, ...numbers].flatMap(word32);
}

function clx(pieces: readonly { from: number; offset: number; narrow: boolean }[], end: number): number[] {
  const positions = [...pieces.map(({ from }) => from), end].flatMap(word32);
  const descriptors = pieces.flatMap(({ offset, narrow }) => [
    ...word16(0),
    ...word32(narrow ? (offset * 2) | 0x40000000 : offset),
    ...word16(0),
  ]);
  return [2, ...word32(positions.length + descriptors.length), ...positions, ...descriptors];
}

/** Normal, heading 1 and heading 2. */
function styleSheet(): number[] {
  const style = (builtIn: number, base: number, name: string): number[] => {
    const content = [
      ...word16(builtIn),
      ...word16(1 | (base << 4)),
      ...word16(2),
      ...word16(0),
      ...word16(0),
      ...word16(name.length),
      ...[...name].flatMap((character) => word16(character.charCodeAt(0))),
      ...word16(0),
      ...word16(2),
      ...word16(builtIn),
      ...word16(0),
    ];
    return [...word16(content.length), ...content];
  };
  const head = [3, 10, 1, 91, 15, 0, 0, 0, 0].flatMap(word16);
  return [
    ...word16(head.length),
    ...head,
    ...style(0, 0xfff, "Normal"),
    ...style(1, 0, "heading 1"),
    ...style(2, 0, "heading 2"),
  ];
}

function fontTable(): number[] {
  const name = [..."SimSun\0"].flatMap((character) => word16(character.charCodeAt(0)));
  const entry = [0, ...word16(400), 134, 0, ...new Array<number>(34).fill(0), ...name];
  return [...word16(1), ...word16(0), entry.length, ...entry];
}
