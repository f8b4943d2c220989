import type { Adapter, Source } from "../model/index.ts";

/** The first of these adapters whose format the content has, or null. */
export function detectAmong(source: Source, among: readonly Adapter[]): Adapter | null {
  return among.find((adapter) => adapter.sniff(source)) ?? null;
}
