import type { EntryReader } from "./entries.ts";
import { areaOf } from "./fields.ts";
import type { AreaOfAnnotation } from "./fields.ts";
import type { Library } from "./library.ts";

/** The engine's number for a border that is only a line at the foot (PDF 32000-1, 12.5.4). */
const UNDERLINE = 5;
/** The most lines of text that one annotation underlines. */
const MOST_UNDERLINES = 200;
/** The width of a border of which the file says nothing, in points. */
const USUAL_WIDTH = 1;

/** The lines of the border around an annotation, which some viewers draw for a link and others do not. */
export function borderOf(
  library: Library,
  annotation: number,
  entries: EntryReader,
): readonly AreaOfAnnotation[] {
  const { call, heap, scratch } = library;
  const style = call.EPDFAnnot_GetBorderStyle!(annotation, scratch);
  const styled = heap.HEAPF32[scratch >> 2]!;
  const isGiven = call.FPDFAnnot_GetBorder!(annotation, scratch, scratch + 4, scratch + 8) !== 0;
  const given = isGiven ? heap.HEAPF32[(scratch >> 2) + 2]! : USUAL_WIDTH;
  const width = entries.typeOf(annotation, "BS") === 0 ? given : styled;
  const area = areaOf(library, annotation);
  if (area === undefined || !(width > 0)) return [];
  const [left, bottom, right, top] = area;
  const [across, along] = [right - left <= DASH ? BESIDE.dash : 0, right - left <= BAR ? BESIDE.bar : 0];
  const foot: AreaOfAnnotation = [left - across, bottom, right + across, bottom + width];
  if (style === UNDERLINE) return [foot];
  return [
    foot,
    [left - across, top - width, right + across, top],
    [left - along, bottom, left + width + along, top],
    [right - width - along, bottom, right + along, top],
  ];
}

/** Whether the border of a link looks like a one or a minus by itself, as in a cell without text. */
export function isLikeSign(library: Library, annotation: number, entries: EntryReader): boolean {
  const [left, bottom, right, top] = areaOf(library, annotation) ?? [0, 0, 0, 0];
  const [across, up] = [right - left, top - bottom];
  const isBar = across <= BAR && up <= TALL;
  const isDash = up <= BAR && across <= DASH;
  return isBar !== isDash && borderOf(library, annotation, entries).length > 0;
}

/** Points: a bar that is higher is no digit. */
const TALL = 20;

/** Points: a border no longer looks like a minus, or no broader like a one, of the digits that stand beside it so near. */
const DASH = 12;
const BAR = 3.2;
const BESIDE = { dash: 8, bar: 3 } as const;

/** The lines that an annotation draws under text, at the feet of its quadrilaterals (12.5.6.10). */
export function underlinesOf(
  { call, heap, scratch }: Library,
  annotation: number,
): readonly AreaOfAnnotation[] {
  const count = Math.min(MOST_UNDERLINES, call.FPDFAnnot_CountAttachmentPoints!(annotation));
  return Array.from({ length: count }, (_, index) => {
    call.FPDFAnnot_GetAttachmentPoints!(annotation, index, scratch);
    const points = heap.HEAPF32.slice(scratch >> 2, (scratch >> 2) + 8);
    const xs = points.filter((_value, at) => at % 2 === 0);
    const foot = Math.min(...points.filter((_value, at) => at % 2 === 1));
    return [Math.min(...xs), foot, Math.max(...xs), foot + USUAL_WIDTH] as const;
  });
}
