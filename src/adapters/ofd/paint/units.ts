import { childrenOf } from "../package/tree.ts";
import type { OfdElement } from "../package/tree.ts";
import { parsedNumber } from "../package/values.ts";

/** One drawn shape of a text code, and the character it stands for. */
export interface Unit {
  readonly text: string;
  /** Only the font shows what it is. */
  readonly unreadable: boolean;
  readonly doubt: string | undefined;
  /** The number of its shape in the font, where the file states it. */
  readonly shape: string | undefined;
}

interface Transform {
  readonly from: number;
  readonly codes: number;
  readonly glyphs: number;
  /** Numbers of the shapes in the font. */
  readonly shapes: readonly string[];
  /** Each of its characters has one shape, and no other transform has a shape for it. */
  readonly isPlain: boolean;
}

/** The character that a text code has for a shape without a character of its own (GB/T 33190 11.4.1). */
export const PLACEHOLDER = "\u00a4";
/** At most so many shapes of one transform are drawn. */
const MOST = 60_000;

/** Transforms draw characters by the numbers of the font's shapes (CGTransform, GB/T 33190 11.4). */
export function transformsOf(element: OfdElement): readonly Transform[] {
  const transforms = childrenOf(element, "CGTransform");
  if (transforms.length === 0) return [];
  return transforms
    .map((transform) => ({ ...transform, shapes: shapesOf(transform) }))
    .map(({ attributes, shapes }) => ({
      shapes,
      from: count(attributes["CodePosition"], 0),
      codes: count(attributes["CodeCount"], 1),
      glyphs: count(attributes["GlyphCount"], 1),
    }))
    .sort((one, other) => one.from - other.from)
    .map((one, index, all) => ({
      ...one,
      isPlain:
        one.codes === one.glyphs &&
        one.shapes.length === one.glyphs &&
        one.shapes.every((shape) => /^\d{1,9}$/.test(shape)) &&
        one.from + one.codes <= (all[index + 1]?.from ?? Infinity) &&
        (all[index - 1] === undefined || all[index - 1]!.from + all[index - 1]!.codes <= one.from),
    }));
}

function shapesOf(transform: OfdElement): readonly string[] {
  const [written] = childrenOf(transform, "Glyphs");
  return (written?.text ?? "").split(/\s/, MOST).filter((shape) => shape !== "");
}

function count(text: string | undefined, otherwise: number): number {
  return Math.min(MOST, Math.max(0, Math.trunc(parsedNumber(text, otherwise))));
}

/** Shapes that are drawn without any character in the text: something stands there, and only the font shows what. */
export function unitsWithoutCode(transforms: readonly Transform[], codes: number): readonly Unit[] {
  const some = transforms.filter(({ from, shapes }) => from >= codes && shapes.length > 0);
  return some.map(() => ({ text: PLACEHOLDER, unreadable: true, doubt: undefined, shape: undefined }));
}

function plainUnit(text: string): Unit {
  return { text, unreadable: false, doubt: undefined, shape: undefined };
}

/**
 * The shapes that a text code draws. `before` counts the characters of the object's earlier codes; line ends, and the
 * indentation of pretty-printed XML, do not count as characters.
 */
export function unitsOf(code: string, transforms: readonly Transform[], before: number): readonly Unit[] {
  const plain = code.includes("\n") || code.includes("\r") ? withoutLayout(code) : code;
  const characters = [...plain];
  if (transforms.length === 0) return characters.map(plainUnit);
  const units: Unit[] = [];
  let at = 0;
  const upTo = (end: number): void => {
    for (; at < Math.min(end, characters.length); at++) units.push(plainUnit(characters[at]!));
  };
  for (const { from, codes, shapes, isPlain } of transforms) {
    const first = from - before;
    upTo(first);
    // Where the numbers of shapes and characters differ, only the font shows which shape belongs to which character.
    const doubt = isPlain ? undefined : "text-not-glyph";
    for (; at >= first && at < Math.min(first + codes, characters.length); at++) {
      const text = characters[at]!;
      const shape = isPlain ? shapes[at - first] : undefined;
      const isMissing = shape !== undefined && Number(shape) === 0;
      const why = isMissing ? "text-not-glyph" : doubt;
      units.push({ text, unreadable: text === PLACEHOLDER, doubt: why, shape });
    }
  }
  upTo(characters.length);
  return units;
}

/** Whether a line ends between two digits: programs differ in whether the end of a line takes a step of its own. */
export function breaksNumber(code: string): boolean {
  return /\d[ \t]{0,200}[\r\n]\s{0,200}\d/.test(code);
}

function withoutLayout(code: string): string {
  return code
    .split(/[\r\n]/)
    .map((line) => line.replace(/^[ \t]{1,200}/, ""))
    .join("")
    .replaceAll("\t", "");
}
