import type { NumberProperties } from "../../word/lists/list-counter.ts";
import type { Rgb } from "../../docx/look/colour.ts";
import type { Aligned, ParagraphPlace } from "../../word/tables/room.ts";
import type { Bytes } from "../file/bytes.ts";
import { longShading, shortShading } from "./shading.ts";
import type { Formatting } from "../file/pages.ts";
import { readRow } from "./rows.ts";
import type { DocRowShape } from "./rows.ts";
import { readSprms } from "../file/sprms.ts";
import type { Sprm } from "../file/sprms.ts";
import type { StyleChains } from "./styles.ts";

/** What the properties of a paragraph's mark state (MS-DOC 2.6.2). */
export interface ParagraphProperties {
  readonly style: number | null;
  /** How many tables the paragraph stands in, one within another. */
  readonly depth: number;
  readonly endsRow: boolean;
  readonly endsInnerCell: boolean;
  readonly endsInnerRow: boolean;
  readonly number: NumberProperties;
  readonly heading: number | undefined;
  readonly place: ParagraphPlace;
  /** Twips of space above its first line. */
  readonly before: number;
  /** The names of the lines beside, above and below it. */
  readonly lines: string;
  /** The colour of its shading; null where the cell's shading, or paper, shows. */
  readonly ground: Rgb | null;
  /** What the mark of a row states about the row; null for other marks, and where it defines no cells. */
  readonly row: DocRowShape | null;
}

/**
 * Modifiers whose operand is an offset in the Data stream, where the actual modifiers stand: rows of many columns need
 * them.
 */
const elsewhere: ReadonlySet<number> = new Set([0x6645, 0x6646, 0x646b]);

/**
 * Reads a paragraph's own properties on top of its style's; a null formatting states nothing. `data` is the Data stream.
 * Each formatting is read once.
 */
export function paragraphReader(
  styles: StyleChains,
  data: Bytes,
): (formatting: Formatting | null, changes: readonly Sprm[]) => ParagraphProperties {
  const inheritedFrom = styledOperands(styles);
  const unchanged = new Map<Formatting, ParagraphProperties>();
  const plain: Formatting = { style: 0, group: data.slice(0, 0) };
  return (stated, changes) => {
    const formatting = stated ?? plain;
    const known = changes.length === 0 ? unchanged.get(formatting) : undefined;
    if (known !== undefined) return known;
    const properties = read(formatting, changes);
    if (changes.length === 0) unchanged.set(formatting, properties);
    return properties;
  };

  function read({ style: stored, group }: Formatting, changes: readonly Sprm[]): ParagraphProperties {
    const sprms: Sprm[] = [];
    for (const sprm of [...readSprms(group), ...changes])
      if (elsewhere.has(sprm.code)) sprms.push(...storedElsewhere(data, sprm.operand.long(0)));
      else sprms.push(sprm);
    const own = operandsOf(sprms);
    const isOn = (code: number): boolean => own.get(code)?.byte(0) === 1;
    const style = own.get(0x4600)?.word(0) ?? stored;
    const chain = styles(style);
    const styled = inheritedFrom(style);
    const inherited = (code: number): Bytes | undefined => own.get(code) ?? styled.get(code);
    const [endsRow, endsInnerRow] = [isOn(0x2417), isOn(0x244c)];
    const listNumber = own.get(0x460b)?.word(0);
    const listLevel = own.get(0x260a)?.byte(0);
    return {
      style,
      depth: own.get(0x6649)?.long(0) ?? (isOn(0x2416) ? 1 : 0),
      endsRow,
      endsInnerCell: isOn(0x244b),
      endsInnerRow,
      number: {
        ...(listNumber === undefined ? {} : { numberId: String(listNumber) }),
        ...(listLevel === undefined ? {} : { level: listLevel }),
      },
      heading: headingOf(
        inherited(0x2640)?.byte(0),
        chain.map(({ builtIn }) => builtIn),
      ),
      place: placeOf(inherited),
      before: inherited(0xa413)?.word(0) ?? 0,
      lines: linesOf(inherited),
      ground: groundOf(inherited),
      // Modifiers in order, with those from the Data stream in place of the modifiers that point to them.
      row: endsRow || endsInnerRow ? readRow(sprms) : null,
    };
  }
}

/** Operands by their code; where a code is repeated, the last one counts. */
function operandsOf(sprms: readonly Sprm[]): ReadonlyMap<number, Bytes> {
  return new Map(sprms.map(({ code, operand }) => [code, operand]));
}

/** What a style and its ancestors state; the nearest one counts. */
function styledOperands(styles: StyleChains): (style: number | null) => ReadonlyMap<number, Bytes> {
  const known = new Map<number | null, ReadonlyMap<number, Bytes>>();
  return (style) => {
    const found =
      known.get(style) ?? operandsOf([...styles(style)].reverse().flatMap((one) => one.paragraph));
    known.set(style, found);
    return found;
  };
}

/**
 * Indents in either of their forms, and line spacing (LSPD): unless it is a multiple, a negative value is an exact
 * height (MS-DOC 2.9.146).
 */
function placeOf(inherited: (code: number) => Bytes | undefined): ParagraphPlace {
  const spacing = inherited(0x6412);
  const line = spacing === undefined || spacing.word(2) === 1 ? 0 : Math.max(0, -spacing.signed(0));
  return {
    left: (inherited(0x845e) ?? inherited(0x840f))?.signed(0) ?? 0,
    first: (inherited(0x8460) ?? inherited(0x8411))?.signed(0) ?? 0,
    right: (inherited(0x845d) ?? inherited(0x840e))?.signed(0) ?? 0,
    aligned: alignments[(inherited(0x2461) ?? inherited(0x2403))?.byte(0) ?? 0] ?? "start",
    line,
    // The frame's position, or what it is measured from (sprmPPc, sprmPDxaAbs, sprmPDyaAbs).
    framed: [0x261b, 0x8418, 0x8419].some((code) => inherited(code) !== undefined),
  };
}

/** Values of sprmPJc and its older form: left, centred, right (MS-DOC 2.6.2). */
const alignments: readonly Aligned[] = ["start", "centre", "end"];

/** Modifiers of the borders of a paragraph, each with its older form (MS-DOC 2.6.2). */
const borders = [
  ["left", 0xc64f, 0x6425],
  ["right", 0xc651, 0x6427],
  ["top", 0xc64e, 0x6424],
  ["bottom", 0xc650, 0x6426],
  ["bar", 0xc653, 0x6629],
] as const;

/** The kind of a border is its sixth byte, in the older form its second (2.9.16, 2.9.17); 0 and 255 are none. */
function linesOf(inherited: (code: number) => Bytes | undefined): string {
  return borders
    .filter(([, long, short]) => {
      const kind = inherited(long)?.byte(5) ?? inherited(short)?.byte(1) ?? 0;
      return kind !== 0 && kind !== 0xff;
    })
    .map(([side]) => side)
    .join(" ");
}

/** sprmPShd, or its older form. */
function groundOf(inherited: (code: number) => Bytes | undefined): Rgb | null {
  const [long, short] = [inherited(0xc64d), inherited(0x442d)];
  if (long !== undefined) return longShading(long, 0);
  return short === undefined ? null : shortShading(short, 0);
}

/** A group with its length before it (MS-DOC 2.9.209); modifiers in it that point elsewhere are not followed. */
function storedElsewhere(data: Bytes, at: number): readonly Sprm[] {
  return readSprms(data.slice(at + 2, data.word(at)));
}

/**
 * Heading level from 1: the outline level, or that of the built-in heading which the paragraph's style is or is based
 * on.
 */
function headingOf(outline: number | undefined, builtIn: readonly number[]): number | undefined {
  if (outline !== undefined) return outline <= 8 ? outline + 1 : undefined;
  return builtIn.find((number) => number >= 1 && number <= 9);
}
