import type { Finding, Limits, PdfiumBinary } from "../../../model/index.ts";
import type { Page } from "../../page/sheet/page.ts";

/**
 * A PDF library behind the few things this adapter needs: characters with boxes, and ink that may be ruling lines.
 * All coordinates are points from the top left corner of the page as shown (crop box and rotation applied).
 */
export interface Engine {
  readonly id: string;
  readonly open: (bytes: Uint8Array, limits: Limits, asked?: AskedOfEngine) => Promise<EngineReading>;
}

export interface AskedOfEngine {
  /** The file has optional content, which may be off. */
  readonly layers?: boolean;
  /** Viewers differ in whether they show some of its layers. */
  readonly usage?: boolean;
  /** Besides, some of its form XObjects belong to layers. */
  readonly usageOfForms?: boolean;
  /** The file's form asks viewers to make the appearances of all fields anew. */
  readonly remade?: boolean;
  /** Windows of its notes are open: some viewers show them over the page. */
  readonly windows?: boolean;
  /** Whether a page, by the number of its object, sets text in fonts that its resources do not name. */
  readonly lacksFonts?: (page: number) => boolean;
  readonly binary?: PdfiumBinary | undefined;
}

/** `outcome` is set when nothing could be read; `pages` is then empty. */
export interface EngineReading {
  readonly outcome?: Finding;
  /** Nothing could be read because the file is damaged; it may be mended and read again. */
  readonly damaged?: boolean;
  readonly pages: readonly Page[];
  /** Pages in the file; more than `pages` holds when a limit cut the reading short. */
  readonly pageCount: number;
  /** Whether the cross-reference table was unusable, so that objects were found by searching the file. */
  readonly rebuilt: boolean;
  /** Adler-32 of the embedded font programs in which the text is set, as the engine decoded them. */
  readonly fontSums: readonly number[];
}

/** Bounds on one page; a page of a statutory report has about 800 glyphs and 300 segments. */
export const PAGE_BOUNDS = { glyphs: 60_000, objects: 60_000, segments: 120_000, formDepth: 12 } as const;
