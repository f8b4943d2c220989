import type { ObjectScan } from "./objects.ts";
import { objectsReferredTo } from "./references.ts";

/** What the file says of its optional content, which may be off (PDF 32000-1, 8.11). */
export interface Layers {
  readonly areAny: boolean;
  /**
   * Whether some layer is on by its configuration and off by its usage, or the other way round (8.11.4.4), or depends
   * on the viewer's zoom or language: viewers differ in which of them they follow.
   */
  readonly areUnsure: boolean;
  /** Whether, besides, some form XObject belongs to a layer (8.11.3.3). */
  readonly formsAreUnsure: boolean;
}

export function layersOf({ objects }: ObjectScan): Layers {
  const texts = [...objects.values()]
    .map(({ text }) => text)
    .filter((text) => /\/OC(?:Properties|G)\b/.test(text));
  const off = new Set(
    texts.flatMap((text) => {
      return objectsReferredTo(/\/OFF\s{0,8}\[([^\]]{0,10000})\]/.exec(text)?.[1] ?? "");
    }),
  );
  const isBaseOff = texts.some((text) => /\/BaseState\s{0,8}\/OFF\b/.test(text));
  const areUnsure = [...objects].some(([number, { text }]) => {
    if (!/\/Usage\b/.test(text)) return false;
    if (/\/(?:Zoom|Language)\s{0,8}<</.test(text)) return true;
    const isOff = isBaseOff || off.has(number);
    return new RegExp(`/ViewState\\s{0,8}/${isOff ? "ON" : "OFF"}\\b`).test(text);
  });
  const formsAreUnsure =
    areUnsure &&
    [...objects.values()].some(({ text }) => /\/Subtype\s{0,8}\/Form\b/.test(text) && /\/OC\b/.test(text));
  return { areAny: texts.some((text) => text.includes("/OCProperties")), areUnsure, formsAreUnsure };
}
