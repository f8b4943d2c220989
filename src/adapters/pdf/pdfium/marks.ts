import type { Library } from "./library.ts";

/** What marked content says about text objects (PDF 32000-1, 14.6). */
export interface Marks {
  /** By text object, the text that is to stand for its glyphs (14.9.4); it is no longer in the document. */
  readonly actualTexts: ReadonlyMap<number, ActualText>;
  /** Whether some object belongs to optional content (8.11). */
  readonly layered: boolean;
  /** Those in layers that say how they are used, as for the screen or for paper (8.11.4.4). */
  readonly used: ReadonlySet<number>;
}

export interface ActualText {
  readonly text: string;
  readonly objects: number[];
}

const STRING = 3;

/**
 * Takes `ActualText` out, so that the engine gives what each glyph says, and keeps it for comparing: a page shows
 * glyphs. Must run before the page's text is loaded.
 */
export function readMarks({ call, heap }: Library, objects: Iterable<number>): Marks {
  const actualTexts = new Map<number, ActualText>();
  const byMark = new Map<number, ActualText>();
  const used = new Set<number>();
  let layered = false;
  const names = call.malloc!(32);
  heap.HEAPU8.set(new TextEncoder().encode("ActualText\0Type\0Usage\0"), names);
  const size = names + 24;
  for (const object of objects) {
    const count = call.FPDFPageObj_CountMarks!(object);
    for (let index = 0; index < count; index++) {
      const mark = call.FPDFPageObj_GetMark!(object, index);
      // The properties of optional content are the dictionary of its group, which has a type; a tagged paragraph has a
      // number.
      layered ||= call.FPDFPageObjMark_GetParamValueType!(mark, names + 11) !== 0;
      if (call.FPDFPageObjMark_GetParamValueType!(mark, names + 16) !== 0) used.add(object);
      let actual = byMark.get(mark);
      if (actual === undefined && call.FPDFPageObjMark_GetParamValueType!(mark, names) === STRING) {
        byMark.set(mark, (actual = { text: valueOf(mark), objects: [] }));
        call.FPDFPageObjMark_RemoveParam!(object, mark, names);
      }
      if (actual === undefined) continue;
      actual.objects.push(object);
      actualTexts.set(object, actual);
    }
  }
  call.free!(names);
  return { actualTexts, layered, used };

  /** Decoded from its bytes here, because the engine takes every string for UTF-8. */
  function valueOf(mark: number): string {
    call.FPDFPageObjMark_GetParamBlobValue!(mark, names, 0, 0, size);
    const length = heap.HEAPU32[size >> 2]!;
    const buffer = call.malloc!(length + 1);
    call.FPDFPageObjMark_GetParamBlobValue!(mark, names, buffer, length, size);
    const bytes = heap.HEAPU8.slice(buffer, buffer + length);
    call.free!(buffer);
    return textString(bytes);
  }
}

/**
 * The byte order mark gives the encoding (PDF 32000-1, 7.9.2.2); without one it is PDFDocEncoding, whose digits and
 * letters are Latin-1.
 */
function textString(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : bytes[0] === 0xef ? "utf-8" : "latin1";
  return new TextDecoder(encoding).decode(bytes);
}
