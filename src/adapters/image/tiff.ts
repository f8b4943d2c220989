import { joinedBytes } from "../joined-bytes.ts";
import { sizeIsSane, type Picture, type PictureProblem, type Strip } from "./picture.ts";
import { reversedBits, stripCoding } from "./tiff-coding.ts";
import { TAG, tiffFields, type TiffFields } from "./tiff-fields.ts";

/** Bits of NewSubfileType: a small copy of another page, and a mask of one (TIFF 6.0, section 8). */
const NO_PAGE = 1 | 4;

/** The pages of a TIFF, in order; a page that cannot be handed on is the reason. */
export function readTiff(bytes: Uint8Array): readonly (Picture | PictureProblem)[] {
  const directories = tiffFields(bytes);
  const pages = directories.filter(({ first }) => (first(TAG.subfile) & NO_PAGE) === 0);
  if (pages.length === 0) return ["damaged"];
  // Strips that overlap would make of a small file a large one.
  const stored = pages.reduce((sum, { all }) => sum + all(TAG.counts).reduce((a, b) => a + b, 0), 0);
  return stored > bytes.length ? ["damaged"] : pages.map((page) => pageOf(bytes, page));
}

function pageOf(bytes: Uint8Array, fields: TiffFields): Picture | PictureProblem {
  const { first, all, rational } = fields;
  const [width, height] = [first(TAG.width), first(TAG.height)];
  const [starts, counts] = [all(TAG.strips), all(TAG.counts)];
  if (!sizeIsSane(width, height)) return "damaged";
  const coding = stripCoding(fields, width);
  if (coding === null) return "compression";
  const rows = Math.min(height, first(TAG.rowsPerStrip, height));
  if (rows === 0 || starts.length !== Math.ceil(height / rows) || counts.length !== starts.length)
    return "damaged";
  const tables = first(TAG.compression) === JPEG ? fields.bytes(TAG.jpegTables) : NONE;
  if (tables.length * starts.length > bytes.length) return "damaged";
  const strips = starts.map((start, at): Strip | null => {
    const packed = bytes.subarray(start, start + counts[at]!);
    if (packed.length === 0 || packed.length < counts[at]!) return null;
    const high = Math.min(rows, height - at * rows);
    const data = first(TAG.order, 1) === 2 ? reversedBits(packed) : withTables(tables, packed);
    return { height: high, dictionary: coding(high), data };
  });
  if (strips.some((strip) => strip === null)) return "damaged";
  return {
    width,
    height,
    strips: strips as readonly Strip[],
    dpi: dotsPerInch(rational, first(TAG.unit, 2)),
  };
}

const JPEG = 7;
const NONE = new Uint8Array();

/** A JPEG whose tables stand apart, once for all strips: each begins with SOI, and the tables end with EOI. */
function withTables(tables: Uint8Array, data: Uint8Array): Uint8Array {
  return tables.length < 4 ? data : joinedBytes([tables.subarray(0, -2), data.subarray(2)]);
}

/** Pixels an inch; null where it is not stated. */
function dotsPerInch(rational: TiffFields["rational"], unit: number): number | null {
  const dots = rational(TAG.resolutionX);
  const perInch = unit === 3 ? dots * 2.54 : dots;
  return unit >= 2 && Number.isFinite(perInch) && perInch > 1 ? Math.round(perInch) : null;
}
