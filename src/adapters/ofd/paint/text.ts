import type { Box } from "../../../model/index.ts";
import { characterOf } from "../../page/sheet/characters.ts";
import type { Glyph } from "../../page/sheet/page.ts";
import { pointIn } from "./canvas.ts";
import type { Canvas, PaintedGlyph } from "./canvas.ts";
import { deltasOf } from "./deltas.ts";
import { lookOf } from "./look.ts";
import type { ObjectLook } from "./look.ts";
import type { ObjectSpace } from "./objects.ts";
import { isSymbolFont } from "../../word/symbols.ts";
import { childrenOf } from "../package/tree.ts";
import type { OfdElement } from "../package/tree.ts";
import { transformsOf, unitsOf } from "./units.ts";
import type { Unit } from "./units.ts";
import { parsedBox, isTrue, parsedNumber } from "../package/values.ts";

/** In millimetres: 10.5 points, where an object says no size. */
const USUAL_SIZE = 3.7;
/** Smaller than this many points is no writing. */
const SMALLEST = 1;
/** Advance in em of ideographs and of everything else, where nothing closer is known. */
const ADVANCE = { wide: 1, narrow: 0.5 } as const;
/** In em: ink of a point or comma, the widest advance of a digit or letter that leaves no gap, as in Courier, and the least. */
const POINT = 0.28;
const NARROW = 0.66;
const LEAST = 0.2;

/** Characters of a text object where its codes put them (GB/T 33190 11). */
export function paintText(element: OfdElement, space: ObjectSpace, canvas: Canvas): void {
  const look = lookOf(element, { fill: true, stroke: false }, space.resources, space.drawParam);
  const { attributes } = element;
  const style = styleOf(element, space, look);
  const size = Math.abs(parsedNumber(attributes["Size"], USUAL_SIZE));
  const wide = size * Math.abs(parsedNumber(attributes["HScale"], 1));
  const transforms = transformsOf(element);
  const symbols = isSymbolFont(fontName(space.resources.get(attributes["Font"])));
  // The direction of reading turns the order in some programs, and nothing in others.
  const turned = parsedNumber(attributes["ReadDirection"], 0) % 360 !== 0;
  // The last character may not be wider than its object's box.
  const left = attributes["CTM"] === undefined ? (parsedBox(attributes["Boundary"])?.[2] ?? 0) : 0;
  let [x, y] = [0, 0];
  let codes = 0;
  for (const code of childrenOf(element, "TextCode")) {
    const units = unitsOf(code.text, transforms, codes);
    codes += units.length;
    x = parsedNumber(code.attributes["X"], x);
    y = parsedNumber(code.attributes["Y"], y);
    const steps = stepsOf(code, units, wide);
    const last = units.findLastIndex(({ text }) => text.trim() !== "");
    const unplaced = last > steps.given;
    let [px, py] = [x, y];
    for (const [index, unit] of units.entries()) {
      if (canvas.budget.glyphs-- <= 0) return;
      const moved = turned && last > 0 ? "moved-text" : unit.doubt;
      const doubt = unplaced ? "unplaced-text" : moved;
      const length = steps.lengthOf(index, left - px);
      const shown = symbols && /\d/.test(unit.text) ? { ...unit, unreadable: true } : unit;
      push(canvas, place(shown, px, py, length, size, space, style, doubt), space, look);
      px += steps.across[index]!;
      py += steps.down[index]!;
    }
  }
}

/** Without the mark of a font of which a part is in the file: `ABCDEF+Wingdings-Regular`. */
function fontName(font: OfdElement | undefined): string | undefined {
  return font?.attributes["FontName"]?.replace(/^[A-Z]{6}\+/, "").replace(/-Regular$/, "");
}

interface Steps {
  /** From each character to the next, in the object's space; its usual advance where the file gives none. */
  readonly across: readonly number[];
  readonly down: readonly number[];
  /** After how many characters the file gives a step. */
  readonly given: number;
  /** How wide the character itself is; `left` is the room up to the end of its object's box. */
  readonly lengthOf: (index: number, left: number) => number;
}

/** `wide` is the width of an em. */
function stepsOf({ attributes }: OfdElement, units: readonly Unit[], wide: number): Steps {
  const needed = Math.max(0, units.length - 1);
  const across = deltasOf(attributes["DeltaX"], needed) ?? [];
  const down = deltasOf(attributes["DeltaY"], needed) ?? [];
  const given = Math.max(across.length, down.length);
  const advances = units.map(({ text }) => wide * (isWide(text) ? ADVANCE.wide : ADVANCE.narrow));
  const steps = advances.map((advance, index) => (index < given ? (across[index] ?? 0) : advance));
  return {
    across: steps,
    down: units.map((_, index) => down[index] ?? 0),
    given,
    lengthOf: (index, left) => {
      const advance = advances[index]!;
      const most = isWide(units[index]!.text) ? advance : NARROW * wide;
      return index < given
        ? within(steps[index]!, 0, most, advance)
        : within(left, LEAST * wide, advance, advance);
    },
  };
}

/** The room a character is given, where that can be its advance; otherwise the usual one. */
function within(room: number, least: number, most: number, usual: number): number {
  return room > least && room <= most ? room : usual;
}

interface Style {
  /** Clockwise degrees on the page. */
  readonly angle: number;
  readonly bold: boolean;
  readonly faint: boolean;
  readonly mirrored: boolean;
}

function styleOf(element: OfdElement, space: ObjectSpace, look: ObjectLook): Style {
  const [a, b, c, d] = space.matrix;
  const { attributes } = element;
  const font = space.resources.get(attributes["Font"])?.attributes;
  const { colour, alpha } = look.fill ?? look.stroke ?? { colour: undefined, alpha: 0 };
  const turn = parsedNumber(attributes["CharDirection"], 0);
  return {
    angle: snapped(((Math.atan2(b, a) * 180) / Math.PI + turn + 720) % 360),
    bold:
      parsedNumber(attributes["Weight"], 400) >= 600 || isTrue(font?.["Bold"]) || look.stroke !== undefined,
    faint: (colour !== undefined && Math.min(...colour) >= 170) || alpha * space.alpha < 0.59,
    mirrored: a * d - b * c < 0,
  };
}

/** A slightly sheared line is still upright; a watermark is not. */
function snapped(angle: number): number {
  const quarter = Math.round(angle / 90) * 90;
  return Math.abs(angle - quarter) <= 5 ? quarter % 360 : Math.round(angle);
}

/** `x`, `y` is the origin, `length` the advance, in the object's space. */
function place(
  unit: Unit,
  x: number,
  y: number,
  length: number,
  size: number,
  { matrix }: ObjectSpace,
  { angle, bold, faint, mirrored }: Style,
  doubt: string | undefined,
): Glyph {
  const [a, b, c, d] = matrix;
  const [px, py] = pointIn(matrix, x, y);
  const high = size * Math.hypot(c, d);
  const long = length * Math.hypot(a, b);
  const { text, unreadable } = characterOf(unit.text.codePointAt(0) ?? 0, unit.unreadable);
  const why = mirrored ? "mirrored" : doubt;
  const level = angle !== 90 && angle !== 270;
  const start = (level ? px : py) - (angle === 180 || angle === 270 ? long : 0);
  return {
    text,
    box: inkOf(text, angle, px, py, long, high),
    start,
    end: start + long,
    baseline: level ? py : px,
    size: high,
    angle,
    bold,
    faint,
    unreadable,
    cut: false,
    ...(why !== undefined && /[\d０-９]/.test(text) && { doubt: why }),
  };
}

/** About where the ink of a character is: fonts need not be in the file. */
function inkOf(text: string, angle: number, x: number, y: number, long: number, high: number): Box {
  const wide = isWide(text);
  const ink = /[.,:;'|]/.test(text) ? Math.min(long, POINT * high) : long;
  const above = (wide ? 0.84 : 0.7) * high;
  const below = (wide ? 0.12 : /[\d%]/.test(text) ? 0 : 0.15) * high;
  if (angle === 90) return [x - below, y, x + above, y + ink];
  if (angle === 180) return [x - ink, y - below, x, y + above];
  if (angle === 270) return [x - above, y - ink, x + below, y];
  return [x, y - above, x + ink, y + below];
}

function isWide(text: string): boolean {
  return text >= "\u2e80";
}

function push(canvas: Canvas, glyph: Glyph, space: ObjectSpace, look: ObjectLook): void {
  if (glyph.text === "") return;
  const paint = look.fill ?? look.stroke;
  const alpha = (paint?.alpha ?? 0) * space.alpha;
  const one: PaintedGlyph = {
    glyph,
    paint: { colour: paint?.colour, alpha },
    order: canvas.order,
    clip: space.clip,
    boundary: space.boundary,
    unseen: !space.visible || !look.visible || paint === undefined || glyph.size < SMALLEST,
  };
  canvas.texts.push(one);
}
