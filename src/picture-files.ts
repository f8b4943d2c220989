import type { Adapter, Finding, Helpers, Limits, Place, Source } from "./model/index.ts";
import { guarded, type AdapterReading } from "./read.ts";

/**
 * Reads pictures given as files of one report: each page is a file. A finding about a table that continues on the next
 * page is reported in each of its files. Never throws.
 */
export async function readPictureFiles(
  files: readonly Source[],
  { id, readPages }: Adapter,
  limits: Limits,
  helpers: Helpers,
): Promise<AdapterReading> {
  const pages = files.map(({ bytes }) => ({ bytes, width: null }));
  const reading = await guarded(id, () => readPages!(pages, limits, helpers));
  const inFile = ({ page, ...at }: Place = {}): Place =>
    page === undefined ? at : { file: page, page: 1, ...at };
  const pagesOf = new Map<number, Set<number>>();
  for (const { at } of reading.tokens)
    if (at.table !== undefined && at.page !== undefined)
      pagesOf.set(at.table, (pagesOf.get(at.table) ?? new Set()).add(at.page));
  return {
    ...reading,
    tokens: reading.tokens.map((token) => ({ ...token, at: inFile(token.at) })),
    diagnostics: reading.diagnostics.flatMap((one): Finding[] =>
      [...((one.at?.table !== undefined && pagesOf.get(one.at.table)) || [one.at?.page])].map((page) => ({
        ...one,
        at: inFile({ ...one.at, ...(page !== undefined && { page }) }),
      })),
    ),
  };
}
