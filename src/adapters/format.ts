import type { Adapter, Helpers } from "../model/index.ts";

/** What is known of a format before it is read: little code, so that a reader is loaded only for a document it reads. */
export type Format = Pick<Adapter, "id" | "description" | "sniff">;

/** A format of pictures, whose reader takes pages too. */
export type PageReader = Adapter & Required<Pick<Adapter, "readPages">>;

/** What a reader has that is given nothing: no reader of lines. */
export const noHelpers: Helpers = { lineReader: async () => null };

/** The adapter of a format whose reader is loaded with the first document. */
export function loaded(format: Format, reader: () => Promise<Adapter>): Adapter {
  return {
    ...format,
    read: async (source, limits, helpers) => (await reader()).read(source, limits, helpers),
  };
}

/** The same of a format of pictures. */
export function loadedPages(format: Format, reader: () => Promise<PageReader>): PageReader {
  return {
    ...loaded(format, reader),
    readPages: async (pages, limits, helpers) => (await reader()).readPages(pages, limits, helpers),
  };
}
