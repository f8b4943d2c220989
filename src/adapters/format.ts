import type { Adapter } from "../model/index.ts";

/** What is known of a format before it is read: little code, so that a reader is loaded only for a document it reads. */
export type Format = Pick<Adapter, "id" | "description" | "sniff">;

/** The adapter of a format whose reader is loaded with the first document. */
export function loaded(format: Format, reader: () => Promise<Adapter>): Adapter {
  return {
    ...format,
    read: async (source, limits, helpers) => (await reader()).read(source, limits, helpers),
  };
}
