import { borderOf, underlinesOf } from "./borders.ts";
import type { EntryReader } from "./entries.ts";
import { areaOf } from "./fields.ts";
import type { AreaOfAnnotation } from "./fields.ts";
import type { Library } from "./library.ts";

/** Annotations that show nothing of their own but a border or a window (PDF 32000-1, 12.5.6): links, notes. */
export const LINK = 2;
export const POPUP = 16;
/** The icon of a note is the viewer's, not the document's. */
export const NOTE = 1;
/** Subtypes that the viewer draws where the file gives no appearance: notes, attached files, sounds, films, solids. */
const ICONS = new Set([NOTE, 17, 18, 19, 25, 26]);
/** Marks content that is to be taken out and is still there (12.5.6.23). */
const REDACTION = 28;
/** Some viewers strike out the whole rectangle where the file does not say what is struck out (12.5.6.10). */
const STRIKE_OUT = 12;
/** Lines under text, straight and waved, which viewers draw where the file gives no appearance. */
const UNDERLINES = new Set([10, 11]);
/** A line may have its contents for a caption, which each viewer sets in its own place (12.5.6.7). */
const LINE = 4;
/**
 * Subtypes whose appearance only some viewers show, or show for a while: sounds, films, screens, marks of printers and
 * traps between inks (14.11), solids, forms of XML, and those that no one knows.
 */
const SHOWN_BY_SOME = new Set([0, 18, 19, 21, 22, 23, 25, 26, 27]);
/**
 * Flags of annotations (12.5.3). `INVISIBLE` is meant for unknown subtypes, but some viewers hide all that have it; one
 * with `NO_VIEW` is not shown on the screen.
 */
const INVISIBLE = 1;
export const HIDDEN = 2;
const PRINT = 4;
export const NO_VIEW = 32;

/** An annotation as the engine knows it. */
interface Annotation {
  readonly annotation: number;
  readonly subtype: number;
  readonly flags: number;
  /** It has no appearance. */
  readonly isBare: boolean;
  /** The screen shows it. */
  readonly isSeen: boolean;
}

/** What lies under the annotation where each viewer covers it, strikes it out or draws a line in its own way. */
export function areasLeftToViewers(
  library: Library,
  { annotation, subtype, isBare, isSeen }: Annotation,
  entries: EntryReader,
): readonly AreaOfAnnotation[] {
  if (!isSeen) return [];
  if (subtype === LINK) return borderOf(library, annotation, entries);
  const corners = library.call.FPDFAnnot_CountAttachmentPoints!(annotation);
  if (isBare && UNDERLINES.has(subtype) && corners > 0) return underlinesOf(library, annotation);
  const isDrawnByViewer = ICONS.has(subtype) || (subtype === STRIKE_OUT && corners === 0);
  if (subtype !== REDACTION && subtype !== POPUP && !(isBare && isDrawnByViewer)) return [];
  const area = areaOf(library, annotation);
  return area === undefined ? [] : [area];
}

/** Whether viewers may show another thing in the annotation's place than its appearance is, or nothing. */
export function isUnsure(
  { call }: Library,
  { annotation, subtype, flags, isBare, isSeen }: Annotation,
  entries: EntryReader,
): boolean {
  // What paper shows is not what the screen shows.
  if (!isSeen) return (flags & (HIDDEN | NO_VIEW | PRINT)) === (NO_VIEW | PRINT);
  if (subtype === LINK) return call.FPDFAnnot_GetObjectCount!(annotation) > 0;
  if (subtype === LINE && isBare && entries.typeOf(annotation, "Cap") !== 0) return true;
  return (flags & INVISIBLE) !== 0 || (!isBare && SHOWN_BY_SOME.has(subtype));
}
