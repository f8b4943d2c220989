import type { Adapter, Helpers } from "../model/index.ts";

/**
 * What is known of a format before it is read. This takes little code, so that a reader is loaded only for a document
 * that it reads.
 */
export type Format = Pick<Adapter, "id" | "description" | "sniff">;

/** The reader of a picture format, which also takes pages. */
export type PageReader = Adapter & Required<Pick<Adapter, "readPages">>;

/** The helpers of a reader that is given none: nothing reads lines of scans. */
export const noHelpers: Helpers = { lineReader: async () => null };

/** The adapter of a format; its reader is loaded with the first document. */
export function loaded(format: Format, reader: () => Promise<Adapter>): Adapter {
  return {
    ...format,
    read: async (source, limits, helpers) => (await reader()).read(source, limits, helpers),
  };
}

/** The same for a picture format. */
export function loadedPages(format: Format, reader: () => Promise<PageReader>): PageReader {
  return {
    ...loaded(format, reader),
    readPages: async (pages, limits, helpers) => (await reader()).readPages(pages, limits, helpers),
  };
}
