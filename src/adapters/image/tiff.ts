import { sizeIsSane, type Picture, type PictureProblem } from "./picture.ts";

/** Tags of TIFF 6.0 that a fax page needs. */
const TAG = {
  width: 256,
  height: 257,
  compression: 259,
  photometric: 262,
  order: 266,
  strips: 273,
  rowsPerStrip: 278,
  counts: 279,
  resolutionX: 282,
  unit: 296,
} as const;
const GROUP_4 = 4;
const MOST_ENTRIES = 200;

/** The first page of a fax: one strip of Group 4 data (ITU-T T.6), which a PDF takes as CCITTFaxDecode. */
export function readTiff(bytes: Uint8Array): Picture | PictureProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const at = bytes.length < 8 ? 0 : view.getUint32(4, little);
  if (at < 8 || at + 2 > bytes.length) return "damaged";
  const count = Math.min(MOST_ENTRIES, view.getUint16(at, little));
  if (at + 2 + 12 * count + 4 > bytes.length) return "damaged";
  const values = new Map<number, { readonly value: number; readonly count: number }>();
  for (let index = 0; index < count; index++) {
    const entry = at + 2 + 12 * index;
    const short = view.getUint16(entry + 2, little) === 3;
    const value = short ? view.getUint16(entry + 8, little) : view.getUint32(entry + 8, little);
    values.set(view.getUint16(entry, little), { value, count: view.getUint32(entry + 4, little) });
  }
  const of = (tag: number, usual = 0): number => values.get(tag)?.value ?? usual;
  const [width, height] = [of(TAG.width), of(TAG.height)];
  if (!sizeIsSane(width, height)) return "damaged";
  if (of(TAG.compression) !== GROUP_4 || of(TAG.order, 1) !== 1) return "compression";
  if (values.get(TAG.strips)?.count !== 1) return "several-strips";
  const [start, length] = [of(TAG.strips), of(TAG.counts)];
  if (start + length > bytes.length || length === 0) return "damaged";
  const parameters = `<< /K -1 /Columns ${width} /Rows ${height} /BlackIs1 ${of(TAG.photometric) === 1} >>`;
  return {
    width,
    height,
    dictionary: `/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms ${parameters}`,
    data: bytes.subarray(start, start + length),
    dpi: resolution(view, of(TAG.resolutionX), of(TAG.unit, 2), little),
  };
}

/** Pixels an inch; null where it is not stated. */
function resolution(view: DataView, at: number, unit: number, little: boolean): number | null {
  if (at === 0 || at + 8 > view.byteLength) return null;
  const dpi = view.getUint32(at, little) / view.getUint32(at + 4, little);
  const perInch = unit === 3 ? dpi * 2.54 : dpi;
  return unit >= 2 && Number.isFinite(perInch) && perInch > 1 ? Math.round(perInch) : null;
}
