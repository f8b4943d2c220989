import type { Library } from "./library.ts";

/** Annotations that show nothing on the page, or nothing of their own (PDF 32000-1, 12.5.6). */
const UNSEEN_SUBTYPES = new Set([2, 16]);
/** Form fields. */
const WIDGET = 20;
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

/**
 * Makes annotations and form fields part of the page's content, as a viewer shows them: their appearance, one of the
 * engine's making where they have none. Returns whether anything was added: the page must then be loaded anew.
 */
export function drawAnnotations({ call }: Library, page: number): boolean {
  const count = Math.min(call.FPDFPage_GetAnnotCount!(page), MOST_ANNOTATIONS);
  let shown = false;
  for (let index = 0; index < count; index++) {
    const annotation = call.FPDFPage_GetAnnot!(page, index);
    if (annotation === 0) continue;
    const subtype = call.FPDFAnnot_GetSubtype!(annotation);
    const flags = call.FPDFAnnot_GetFlags!(annotation);
    // Flattening keeps what is meant for paper alone.
    if ((flags & NO_VIEW) !== 0) call.FPDFAnnot_SetFlags!(annotation, flags | HIDDEN);
    else if (!UNSEEN_SUBTYPES.has(subtype)) {
      shown = true;
      if (call.EPDFAnnot_HasAppearanceStream!(annotation, 0) === 0 && subtype !== NOTE) {
        if (subtype === WIDGET) call.EPDFAnnot_GenerateFormFieldAP!(annotation);
        else if (subtype === HIGHLIGHT) call.EPDFAnnot_GenerateAppearanceWithBlend!(annotation, MULTIPLY);
        else call.EPDFAnnot_GenerateAppearance!(annotation);
      }
    }
    call.FPDFPage_CloseAnnot!(annotation);
  }
  const FLATTEN_SUCCESS = 1;
  return shown && call.FPDFPage_Flatten!(page, 0) === FLATTEN_SUCCESS;
}
