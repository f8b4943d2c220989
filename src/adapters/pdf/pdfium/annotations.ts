import { WIDGET, withFormReader } from "./fields.ts";
import type { ClaimedText } from "./fields.ts";
import type { Library } from "./library.ts";

/** Annotations that show nothing on the page, or nothing of their own (PDF 32000-1, 12.5.6). */
const UNSEEN_SUBTYPES = new Set([2, 16]);
/** A note's icon is the viewer's, not the document's. */
const NOTE = 1;
/** A marker is transparent: what it lies over shows through (12.5.6.10). */
const HIGHLIGHT = 9;
const MULTIPLY = 1;
/** Flags of annotations (12.5.3): `NO_VIEW` is not for the screen. */
const HIDDEN = 2;
const NO_VIEW = 32;
/** Annotations of one page; a form of 200 fields has as many. */
const MOST_ANNOTATIONS = 5_000;

/** Whether anything was added, so that the page must be loaded anew, and the texts that a viewer may show otherwise. */
export interface ShownAnnotations {
  readonly areAdded: boolean;
  readonly claims: readonly ClaimedText[];
}

/**
 * Makes annotations and form fields part of the page's content, as a viewer shows them: their appearance, one of the
 * engine's making where they have none.
 */
export function drawAnnotations(library: Library, document: number, page: number): ShownAnnotations {
  const { call } = library;
  const count = Math.min(call.FPDFPage_GetAnnotCount!(page), MOST_ANNOTATIONS);
  let shown = false;
  const claims: ClaimedText[] = [];
  withFormReader(library, document, (claimOf) => {
    for (let index = 0; index < count; index++) {
      const annotation = call.FPDFPage_GetAnnot!(page, index);
      if (annotation === 0) continue;
      const subtype = call.FPDFAnnot_GetSubtype!(annotation);
      const flags = call.FPDFAnnot_GetFlags!(annotation);
      // Flattening keeps what is meant for paper alone.
      if ((flags & NO_VIEW) !== 0) call.FPDFAnnot_SetFlags!(annotation, flags | HIDDEN);
      else if (!UNSEEN_SUBTYPES.has(subtype)) {
        shown = true;
        const claim = (flags & HIDDEN) === 0 ? claimOf(annotation, subtype) : undefined;
        if (claim !== undefined) claims.push(claim);
        if (call.EPDFAnnot_HasAppearanceStream!(annotation, 0) === 0 && subtype !== NOTE)
          makeAppearance(library, annotation, subtype);
      }
      call.FPDFPage_CloseAnnot!(annotation);
    }
  });
  const FLATTEN_SUCCESS = 1;
  return { areAdded: shown && call.FPDFPage_Flatten!(page, 0) === FLATTEN_SUCCESS, claims };
}

function makeAppearance({ call }: Library, annotation: number, subtype: number): void {
  if (subtype === WIDGET) call.EPDFAnnot_GenerateFormFieldAP!(annotation);
  else if (subtype === HIGHLIGHT) call.EPDFAnnot_GenerateAppearanceWithBlend!(annotation, MULTIPLY);
  else call.EPDFAnnot_GenerateAppearance!(annotation);
}
