import { pictureAsPdf } from "../../adapters/image/index.ts";
import { read } from "../../convert.ts";
import type { Block, Conversion, Evidence, Reading } from "../../model/index.ts";
import { drawnDocument, type DrawnDocument } from "./drawn/drawn.ts";
import { rebuild } from "../../tables/index.ts";

/** One file of a document, ready to be shown; most documents have only one. */
export interface OriginalFile {
  readonly name: string;
  /**
   * Empty for a file that was missing when a page with its conversion was made. A scanned picture is wrapped in a PDF,
   * so that it is drawn as one.
   */
  readonly bytes: Uint8Array;
  /** Id of the adapter that read the file. */
  readonly adapter: string | null;
  /** The evidence of the values that stand in this file. */
  readonly evidence: Evidence;
  /** The file as lines and grids; empty for a PDF, which is drawn. */
  readonly blocks: readonly Block[];
  /** The file as it looks, for web pages and Word documents; null for other formats. */
  readonly drawn: DrawnDocument | null;
}

/** Prepares a file. `number` counts from 1. */
export async function openOriginal(
  file: Pick<OriginalFile, "name" | "bytes">,
  number: number,
  conversion: Conversion,
): Promise<OriginalFile> {
  const { name, bytes } = file;
  const stands = Object.entries(conversion.evidence).filter(([, { at }]) => (at?.file ?? 1) === number);
  const evidence = Object.fromEntries(stands);
  const nothing = { name, bytes, evidence, adapter: null, blocks: [], drawn: null };
  if (isPdf(bytes)) return { ...nothing, adapter: "pdf" };
  const scanned = pictureAsPdf(bytes);
  if (scanned !== null) return { ...nothing, bytes: scanned, adapter: "pdf" };
  if (conversion.adapter === null || bytes.length === 0) return nothing;
  const reading = await read({ name, bytes });
  const blocks = blocksOf(reading);
  const above = blocks.slice(0, reading.metadata.length);
  const own = { name, bytes, evidence, adapter: reading.adapter, blocks };
  return { ...own, drawn: await drawnDocument({ ...own, above }) };
}

/** The file as lines and grids, with what its container or page says about it above them. */
export function blocksOf({ tokens, metadata }: Pick<Reading, "tokens" | "metadata">): readonly Block[] {
  return [
    ...metadata.map(({ value, at }) => ({ kind: "line", text: value, at }) as const),
    ...rebuild(tokens),
  ];
}

export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
}
