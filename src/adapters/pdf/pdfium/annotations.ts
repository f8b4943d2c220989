import { WIDGET, areaOf, withFormReader } from "./fields.ts";
import { HIDDEN, LINK, NOTE, NO_VIEW, POPUP, areasLeftToViewers, isUnsure } from "./left-to-viewers.ts";
import { isLikeSign } from "./borders.ts";
import { placesOfUpright } from "./upright.ts";
import type { AreaOfAnnotation, ClaimedText } from "./fields.ts";
import type { Library } from "./library.ts";

/** A highlight is transparent: what it lies over shows through (PDF 32000-1, 12.5.6.10). */
const HIGHLIGHT = 9;
const MULTIPLY = 1;
/** A flag of annotations (12.5.3): it stands upright on a page that is turned; the engine turns it with the page. */
const NO_ROTATE = 16;
/** The most annotations of one page that are read; a form of 200 fields has as many annotations. */
const MOST_ANNOTATIONS = 5_000;

/** What viewers show of a page's annotations, and where only the viewers know what that is. */
export interface ShownAnnotations {
  /** Whether some were added to the page, which must then be loaded anew. */
  readonly areAdded: boolean;
  readonly claims: readonly ClaimedText[];
  /** In user space: what viewers draw in their own way, and what is marked for redaction and still there. */
  readonly covered: readonly AreaOfAnnotation[];
}

/**
 * Makes annotations and form fields part of the page's content, as a viewer shows them: by their appearance, or by one
 * that the engine makes where they have none. `hasWindows`: windows of notes are open.
 */
export function drawAnnotations(
  library: Library,
  document: number,
  page: number,
  hasWindows: boolean,
): ShownAnnotations {
  const { call } = library;
  const count = Math.min(call.FPDFPage_GetAnnotCount!(page), MOST_ANNOTATIONS);
  let shown = false;
  const claims: ClaimedText[] = [];
  const covered: AreaOfAnnotation[] = [];
  const turn = call.FPDFPage_GetRotation!(page);
  withFormReader(library, document, (claimOf, entries) => {
    const draw = (annotation: number) => {
      const subtype = call.FPDFAnnot_GetSubtype!(annotation);
      const flags = call.FPDFAnnot_GetFlags!(annotation);
      if (subtype === POPUP && !hasWindows) return;
      const isBare = call.EPDFAnnot_HasAppearanceStream!(annotation, 0) === 0;
      const one = { annotation, subtype, flags, isBare, isSeen: (flags & (HIDDEN | NO_VIEW)) === 0 };
      covered.push(...areasLeftToViewers(library, one, entries));
      if (isUnsure(library, one, entries)) claims.push(...unknownIn(library, annotation));
      if (subtype === LINK) {
        const isSign = one.isSeen && isLikeSign(library, annotation, entries);
        if (isSign)
          claims.push(...unknownIn(library, annotation).map((claim) => ({ ...claim, isAlone: true })));
        return;
      }
      const claim = one.isSeen ? claimOf(annotation, subtype) : undefined;
      if (claim !== undefined) claims.push(claim);
      // Flattening would keep what is meant for paper alone, and what a layer hides.
      if ((flags & NO_VIEW) !== 0 || claim?.isLayered === true)
        return void call.FPDFAnnot_SetFlags!(annotation, flags | HIDDEN);
      if (subtype === POPUP) return;
      shown = true;
      if (turn !== 0 && (flags & (HIDDEN | NO_ROTATE)) === NO_ROTATE && subtype !== NOTE)
        claims.push(...placesOfUpright(areaOf(library, annotation), turn));
      if (isBare && subtype !== NOTE) makeAppearance(library, annotation, subtype);
    };
    for (let index = 0; index < count; index++) {
      const annotation = call.FPDFPage_GetAnnot!(page, index);
      if (annotation === 0) continue;
      draw(annotation);
      call.FPDFPage_CloseAnnot!(annotation);
    }
  });
  const FLATTEN_SUCCESS = 1;
  return { areAdded: shown && call.FPDFPage_Flatten!(page, 0) === FLATTEN_SUCCESS, claims, covered };
}

function unknownIn(library: Library, annotation: number): readonly ClaimedText[] {
  const area = areaOf(library, annotation);
  return area === undefined ? [] : [{ area, value: undefined, isPainted: false }];
}

function makeAppearance({ call }: Library, annotation: number, subtype: number): void {
  if (subtype === WIDGET) call.EPDFAnnot_GenerateFormFieldAP!(annotation);
  else if (subtype === HIGHLIGHT) call.EPDFAnnot_GenerateAppearanceWithBlend!(annotation, MULTIPLY);
  else call.EPDFAnnot_GenerateAppearance!(annotation);
}
