import type { PagePicture } from "../../../model/index.ts";
import { art, artOptions, artPicture, artRecords, blipBytes } from "./art.ts";
import type { ArtPicture, ArtRecord } from "./art.ts";
import type { Anchor } from "./anchors.ts";
import { bytesOf } from "../file/bytes.ts";
import { drawingParts } from "./drawings.ts";
import type { Bytes } from "../file/bytes.ts";

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
  /** The document's drawings, a part of the table stream (MS-DOC 2.9.172). */
  readonly drawings: Bytes;
  readonly anchors: readonly Anchor[];
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
        if (part.type === art.options) isWhole &&= artPicture(artOptions(data, part)).isWhole;
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
function floatingPictures({ main, drawings, anchors }: DrawingStreams): ReadonlyMap<number, PagePicture> {
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
  for (const { position, shape, left, right } of anchors) {
    const picture = pictures.get(shape);
    const entry = picture === undefined ? undefined : entries[picture.blip - 1];
    if (picture === undefined || entry === undefined) continue;
    const width = (right - left) / TWIPS_A_POINT;
    const place = drawings.long(entry.at + 28);
    const blip = artRecords(stream, place, stream.length).next().value;
    const bytes = picture.isWhole && place > 0 && blip ? blipBytes(main, blip) : new Uint8Array();
    found.set(position, { bytes, width: width > 0 ? width : null });
  }
  return found;
}

/** A shape by its number, if it shows a picture. */
function shapeWithPicture(
  drawings: Bytes,
  { at, length }: ArtRecord,
): { readonly id: number; readonly picture: ArtPicture } | null {
  let [id, picture]: [number | null, ArtPicture | null] = [null, null];
  for (const part of artRecords(drawings, at, at + length))
    if (part.type === art.shapeProperties) id = drawings.long(part.at);
    else if (part.type === art.options) picture = artPicture(artOptions(drawings, part));
  return id !== null && picture !== null && picture.blip > 0 ? { id, picture } : null;
}
