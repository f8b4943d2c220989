import type { PagePicture } from "../../model/index.ts";
import { art, artPicture, artRecords, blipBytes } from "./art.ts";
import type { ArtPicture, ArtRecord } from "./art.ts";
import { bytesOf } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";

/**
 * Where a text shows a picture: within a line, stored at this offset of the Data stream, or floating, anchored at this
 * position.
 */
export type DocPicture = { readonly inline: number } | { readonly floating: number };

export interface DrawingStreams {
  /** The Data stream, which holds the pictures within lines. */
  readonly data: Uint8Array;
  /** The WordDocument stream, which holds the floating ones. */
  readonly main: Uint8Array;
  /**
   * Parts of the table stream: the document's drawings (MS-DOC 2.9.172), and where their shapes are anchored (2.8.37).
   */
  readonly drawings: Bytes;
  readonly shapes: Bytes;
}

const NOT_READ: PagePicture = { bytes: new Uint8Array(), width: null };

/**
 * The pictures of a text as stored, in the order of the text; those that are cut, turned or in groups have no bytes.
 */
export function docPictures(streams: DrawingStreams, shown: readonly DocPicture[]): readonly PagePicture[] {
  const data = bytesOf(streams.data);
  const inline = new Map<number, PagePicture>();
  const floating = shown.some((one) => "floating" in one)
    ? floatingPictures(streams)
    : new Map<number, PagePicture>();
  return shown.map((one) => {
    if ("floating" in one) return floating.get(one.floating) ?? NOT_READ;
    const known = inline.get(one.inline) ?? inlinePicture(streams.data, data, one.inline);
    inline.set(one.inline, known);
    return known;
  });
}

/** A linked file, of which the document keeps only the name (MS-DOC 2.9.157). */
const LINKED = 0x66;
const TWIPS_A_POINT = 20;

/** PICFAndOfficeArtData (MS-DOC 2.9.192). */
function inlinePicture(content: Uint8Array, data: Bytes, at: number): PagePicture {
  const end = at + data.long(at);
  const header = data.word(at + 4);
  if (at < 0 || header < 36 || end > data.length) return NOT_READ;
  const isLinked = data.word(at + 6) === LINKED;
  const width = (data.word(at + 28) * data.word(at + 32)) / 1000 / TWIPS_A_POINT || null;
  const begin = at + header + (isLinked ? 1 + data.byte(at + header) : 0);
  let isWhole = true;
  for (const record of few(artRecords(data, begin, end))) {
    if (record.type === art.shape)
      for (const part of few(artRecords(data, record.at, record.at + record.length)))
        if (part.type === art.options) isWhole &&= artPicture(data, part).isWhole;
    const blip = blipOf(data, record);
    if (blip !== null) return { bytes: isWhole ? blipBytes(content, blip) : new Uint8Array(), width };
  }
  return isLinked ? { bytes: null, width } : NOT_READ;
}

/** Yields only the first records: a picture has a handful, and any number of offsets may lead to more. */
function* few(records: Generator<ArtRecord>): Generator<ArtRecord> {
  let left = 50;
  for (const record of records)
    if (left-- > 0) yield record;
    else return;
}

/**
 * The record of a picture itself, or the one within an entry of a store, where it follows the entry's name (MS-ODRAW
 * 2.2.32).
 */
function blipOf(stream: Bytes, record: ArtRecord): ArtRecord | null {
  if (record.type >= art.firstBlip && record.type <= art.lastBlip) return record;
  if (record.type !== art.entry) return null;
  const begin = record.at + ENTRY + stream.byte(record.at + 33);
  return artRecords(stream, begin, record.at + record.length).next().value ?? null;
}

const ENTRY = 36;

/** Floating pictures by the position at which they are anchored. */
function floatingPictures({ main, drawings, shapes }: DrawingStreams): ReadonlyMap<number, PagePicture> {
  const stream = bytesOf(main);
  const entries: ArtRecord[] = [];
  const pictures = new Map<number, ArtPicture>();
  for (const part of drawingParts(drawings))
    if (part.type === art.store)
      for (const entry of artRecords(drawings, part.at, part.at + part.length)) entries.push(entry);
    else if (part.type === art.shape) {
      const shape = shapeWithPicture(drawings, part);
      if (shape !== null) pictures.set(shape.id, shape.picture);
    }
  const found = new Map<number, PagePicture>();
  const anchors = Math.floor((shapes.length - 4) / (4 + ANCHOR));
  for (let index = 0; index < anchors; index++) {
    const at = (anchors + 1) * 4 + index * ANCHOR;
    const picture = pictures.get(shapes.long(at));
    const entry = picture === undefined ? undefined : entries[picture.blip - 1];
    if (picture === undefined || entry === undefined) continue;
    const width = ((shapes.long(at + 12) | 0) - (shapes.long(at + 4) | 0)) / TWIPS_A_POINT;
    const place = drawings.long(entry.at + 28);
    const blip = artRecords(stream, place, stream.length).next().value;
    const bytes = picture.isWhole && place > 0 && blip ? blipBytes(main, blip) : new Uint8Array();
    found.set(shapes.long(index * 4), { bytes, width: width > 0 ? width : null });
  }
  return found;
}

/**
 * Length of an anchor (Spa, MS-DOC 2.9.253), which holds the shape's number, its four sides in twips, and how text runs
 * around it.
 */
const ANCHOR = 26;

/** The store of pictures, and the shapes that are in no group except the page's own (MS-ODRAW 2.2.13 to 2.2.16). */
function* drawingParts(drawings: Bytes): Generator<ArtRecord> {
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

/** A shape by its number, if it shows a picture. */
function shapeWithPicture(
  drawings: Bytes,
  { at, length }: ArtRecord,
): { readonly id: number; readonly picture: ArtPicture } | null {
  let [id, picture]: [number | null, ArtPicture | null] = [null, null];
  for (const part of artRecords(drawings, at, at + length))
    if (part.type === art.shapeProperties) id = drawings.long(part.at);
    else if (part.type === art.options) picture = artPicture(drawings, part);
  return id !== null && picture !== null && picture.blip > 0 ? { id, picture } : null;
}
