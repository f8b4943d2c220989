import { art, artFlag, artOption, artOptions, artRecords } from "./art.ts";
import type { ArtRecord } from "./art.ts";
import type { Anchor } from "./anchors.ts";
import type { Bytes } from "../file/bytes.ts";
import { furthest, reachOf } from "../../word/items/covering.ts";
import type { Reach } from "../../word/items/covering.ts";

/** The store of pictures, and the shapes and groups that stand by themselves (MS-ODRAW 2.2.13 to 2.2.16). */
export function* drawingParts(drawings: Bytes): Generator<ArtRecord> {
  const [all] = artRecords(drawings, 0, drawings.length);
  if (all === undefined) return;
  yield* artRecords(drawings, all.at, all.at + all.length);
  // A byte before each drawing says whether it belongs to the body or to headers.
  for (let at = all.at + all.length + 1; at < drawings.length;) {
    const drawing = artRecords(drawings, at, drawings.length).next().value;
    if (!drawing || drawing.type !== art.drawing) return;
    for (const part of artRecords(drawings, drawing.at, drawing.at + drawing.length))
      if (part.type === art.group) yield* artRecords(drawings, part.at, part.at + part.length);
    at = drawing.at + drawing.length + 1;
  }
}

const TWIPS_A_POINT = 20;

/**
 * How far each shape that is drawn in front of the text reaches, by the position at which it is anchored. `isText` is
 * true for a position whose shape is a text box.
 */
export function floatingReach(
  anchors: readonly Anchor[],
  drawings: Bytes,
  isText: (position: number) => boolean,
): ReadonlyMap<number, Reach> {
  const over = anchors.filter(({ isOver }) => isOver);
  if (over.length === 0) return new Map();
  const looks = shapeLooks(drawings);
  const found = new Map<number, Reach>();
  for (const { position, shape, top, bottom, isNear } of over) {
    const look = looks.get(shape) ?? unknownShape;
    if (look.isHidden || (look.isBare && !isText(position))) continue;
    const reach = reachOf(top / TWIPS_A_POINT, bottom / TWIPS_A_POINT, isNear && look.isAsAnchored);
    found.set(position, furthest(reach, found.get(position)));
  }
  return found;
}

interface ShapeLook {
  readonly isHidden: boolean;
  /** It has neither ground nor line, picture nor letters. */
  readonly isBare: boolean;
  /** Its place is that of its anchor: it is not aligned to the page, and not turned. */
  readonly isAsAnchored: boolean;
}

const unknownShape: ShapeLook = { isHidden: false, isBare: false, isAsAnchored: true };

/** Looks of shapes and groups by their numbers. The first shape of a group stands for the group. */
function shapeLooks(drawings: Bytes): ReadonlyMap<number, ShapeLook> {
  const found = new Map<number, ShapeLook>();
  for (const part of drawingParts(drawings)) {
    const isGroup = part.type === art.group;
    const shape = isGroup ? artRecords(drawings, part.at, part.at + part.length).next().value : part;
    if (!shape || shape.type !== art.shape) continue;
    const options = new Map<number, number>();
    let id = 0;
    for (const record of artRecords(drawings, shape.at, shape.at + shape.length))
      if (record.type === art.shapeProperties) id = drawings.long(record.at);
      else if (record.type === art.options || record.type === art.moreOptions)
        for (const [name, value] of artOptions(drawings, record)) options.set(name, value);
    const look = lookOf(options);
    found.set(id, isGroup ? { ...look, isBare: false } : look);
  }
  return found;
}

/** Values of the property that says from where the vertical place is measured: from the text, or from its line. */
const fromText: readonly number[] = [2, 3];

function lookOf(options: ReadonlyMap<number, number>): ShapeLook {
  const { fill, line, group, vertical, verticalFrom, rotation, picture, letters } = artOption;
  const isOff = (name: number, bit: number): boolean => artFlag(options, name, bit) === false;
  return {
    isHidden: artFlag(options, group, 2) === true,
    isBare: isOff(fill, 0x10) && isOff(line, 8) && !options.has(picture) && !options.has(letters),
    isAsAnchored:
      (options.get(vertical) ?? 0) === 0 &&
      fromText.includes(options.get(verticalFrom) ?? 2) &&
      (options.get(rotation) ?? 0) === 0,
  };
}
