import { word, type Language } from "../findings/index.ts";
import { originalId, type Review } from "../review/index.ts";
import { laidOutAsPrinted } from "../arithmetic/open-rows.ts";
import { withBuiltIn } from "../templates/index.ts";
import { unpackedElement } from "./original/packed.ts";

export interface EmbeddedReview extends Review {
  /** The bytes of each file; empty for a file that was missing when the page was made. */
  readonly originals: readonly Uint8Array[];
}

/**
 * The document built into the page, with its findings worded in the language of the browser; null for the page without
 * a document.
 */
export async function embeddedReview(language: Language): Promise<EmbeddedReview | null> {
  const packed = await unpackedElement("document");
  if (packed === null) return null;
  const review = JSON.parse(new TextDecoder().decode(packed)) as Review;
  const { source } = review.conversion;
  const originals = await Promise.all(
    (source.files ?? [source]).map((_, index) => unpackedElement(originalId(index))),
  );
  const templates = withBuiltIn(review.templates);
  const { report, layouts, diagnostics } = review.conversion;
  const naming = { language, templates: laidOutAsPrinted(templates, { report, layouts }), layouts };
  const worded = diagnostics.map((it) => ({ ...it, message: word(it, naming) }));
  return {
    ...review,
    templates,
    conversion: { ...review.conversion, diagnostics: worded },
    originals: originals.map((bytes) => new Uint8Array(bytes ?? new ArrayBuffer(0))),
  };
}
