import { entryReader, readUtf16 } from "./entries.ts";
import type { EntryReader } from "./entries.ts";
import type { Library } from "./library.ts";

/** The rectangle of an annotation, in user space. */
export type AreaOfAnnotation = readonly [left: number, bottom: number, right: number, top: number];

/**
 * A text that the file gives beside what it paints: the value of a form field, or the contents of a note on the page.
 */
export interface ClaimedText {
  readonly area: AreaOfAnnotation;
  /** Empty where there surely is no text; undefined where it cannot be known. */
  readonly value: string | undefined;
  /** Whether it has an appearance that paints something, which viewers show unless the form asks them for a new one. */
  readonly isPainted: boolean;
  /** It belongs to optional content, which may be off, so it is not drawn. */
  readonly isLayered?: true;
  /** It is a line, which counts for a sign where no digit stands beside it. */
  readonly isAlone?: boolean;
}

/** Subtypes of annotations (PDF 32000-1, 12.5.6): a note on the page itself, a stamp, a form field. */
const FREE_TEXT = 3;
const STAMP = 13;
export const WIDGET = 20;
/** Types of fields as the engine numbers them; the number is below 0 where the form does not name the field. */
const FIELD = { push: 1, check: 2, radio: 3, combination: 4, list: 5, signature: 7 };
/** Types of objects that may hold a text: a string, a name, a stream, a reference to one. */
const TEXTS: readonly number[] = [3, 4, 7, 9];
/** Kinds of forms that a document may have: none, and forms of XML (12.7.8), whose values lie outside the fields. */
const NO_FORM = 0;
const XFA: readonly number[] = [2, 3];

type ReadClaim = (annotation: number, subtype: number) => ClaimedText | undefined;

/** Lends a function that reads the claims of a document's annotations; the form is opened at its first field. */
export function withFormReader(
  library: Library,
  document: number,
  use: (read: ReadClaim, entries: EntryReader) => void,
): void {
  const { call } = library;
  const entries = entryReader(library);
  let info = 0;
  let form = 0;
  const open = () => {
    info = call.PDFiumExt_OpenFormFillInfo!();
    return call.PDFiumExt_InitFormFillEnvironment!(document, info);
  };
  try {
    use((annotation, subtype) => {
      // Only the viewer knows whether the annotation's layer is on (12.5.2, `OC`).
      if (entries.typeOf(annotation, "OC") !== 0) {
        const layered = claim(library, annotation, undefined, false);
        return layered && { ...layered, isLayered: true };
      }
      if (subtype !== WIDGET && subtype !== FREE_TEXT && subtype !== STAMP) return undefined;
      const hasAppearance = call.EPDFAnnot_HasAppearanceStream!(annotation, 0) !== 0;
      if (subtype === WIDGET) {
        if (form === 0) form = open();
        const type = call.FPDFAnnot_GetFormFieldType!(form, annotation);
        if (isButton(type, annotation, entries))
          return isUnsureButton(type, annotation, hasAppearance, entries)
            ? claim(library, annotation, undefined, false)
            : undefined;
        const isPainted = hasAppearance && call.FPDFAnnot_GetObjectCount!(annotation) > 0;
        const value = valueOf(library, { document, form, annotation, type, isPainted }, entries);
        return claim(library, annotation, value, isPainted);
      }
      if (hasAppearance) return undefined;
      const contents = subtype === FREE_TEXT ? entries.textOf(annotation, "Contents") : "";
      const isKnown = contents !== "" && !saysOtherwise(annotation, "RC", contents, entries);
      return claim(library, annotation, isKnown ? contents : undefined, false);
    }, entries);
  } finally {
    if (form !== 0) call.PDFiumExt_ExitFormFillEnvironment!(form);
    if (info !== 0) call.PDFiumExt_CloseFormFillInfo!(info);
    entries.free();
  }
}

interface Field {
  readonly document: number;
  readonly form: number;
  readonly annotation: number;
  readonly type: number;
  readonly isPainted: boolean;
}

/** Whether the field is a button or a signature, which has a state and no text. */
function isButton(type: number, annotation: number, entries: EntryReader): boolean {
  if (type > 0) return [FIELD.push, FIELD.check, FIELD.radio, FIELD.signature].includes(type);
  return /^(?:Btn|Sig)$/.test(entries.textOf(annotation, "FT"));
}

/**
 * Whether a button may have words on it that no appearance shows, as one that can be pushed may, or does not say which of
 * its states it shows (`AS`, 12.5.5).
 */
function isUnsureButton(
  type: number,
  annotation: number,
  hasAppearance: boolean,
  entries: EntryReader,
): boolean {
  if (type === FIELD.check || type === FIELD.radio) return entries.typeOf(annotation, "AS") === 0;
  const mayBePushed = type === FIELD.push || type < 0;
  return !hasAppearance && mayBePushed && entries.typeOf(annotation, "MK") !== 0;
}

function valueOf(library: Library, field: Field, entries: EntryReader): string | undefined {
  const { document, form, annotation, type, isPainted } = field;
  const { call } = library;
  const held = entries.typeOf(annotation, "V");
  const isRich = entries.typeOf(annotation, "RV") !== 0;
  // Some viewers show a value that is no text.
  if (held !== 0 && !TEXTS.includes(held)) return undefined;
  const kind = call.FPDF_GetFormType!(document);
  if (type < 0) {
    // Its value may be that of a parent, or of a form field that has it as a kid.
    const mayHave = entries.textOf(annotation, "V") !== "" || entries.typeOf(annotation, "Parent") !== 0;
    return mayHave || isRich || kind !== NO_FORM ? undefined : "";
  }
  const value = readUtf16(library, (buffer, size) =>
    call.FPDFAnnot_GetFormFieldValue!(form, annotation, buffer, size),
  );
  if (value === "") return isRich || XFA.includes(kind) ? undefined : "";
  if (isPainted) return value;
  // An option may be shown by another text than its name, and a script may print a value in another way (12.6.3).
  const isChoice = type === FIELD.combination || type === FIELD.list;
  const isFormatted = entries.typeOf(annotation, "AA") !== 0;
  return isChoice || isFormatted || saysOtherwise(annotation, "RV", value, entries) ? undefined : value;
}

/** Whether a rich text, which some viewers show and others do not, differs from the plain one (12.7.3.4). */
function saysOtherwise(annotation: number, key: "RC" | "RV", plain: string, entries: EntryReader): boolean {
  if (entries.typeOf(annotation, key) === 0) return false;
  const words = entries.textOf(annotation, key).replace(/<[^<>]{0,1000}>/g, "");
  return words.replace(/\s/g, "") !== plain.replace(/\s/g, "");
}

function claim(
  library: Library,
  annotation: number,
  value: string | undefined,
  isPainted: boolean,
): ClaimedText | undefined {
  const area = areaOf(library, annotation);
  return area && { area, value, isPainted };
}

export function areaOf({ call, heap, scratch }: Library, annotation: number): AreaOfAnnotation | undefined {
  if (call.FPDFAnnot_GetRect!(annotation, scratch) === 0) return undefined;
  const [left = 0, top = 0, right = 0, bottom = 0] = heap.HEAPF32.subarray(scratch >> 2);
  return [left, bottom, right, top];
}
