import { inOrder } from "./file.ts";
import type { Snapshot } from "./snapshot.ts";

/** A document of the archive, its recorded snapshot, or both. */
export interface Pair<Document> {
  readonly document: Document | null;
  readonly recorded: Snapshot | null;
}

/** Walks an archive and its snapshots side by side; both must be in order. Holds one of each at a time. */
export async function* pairUp<Document extends { readonly relative: string }>(
  documents: Iterable<Document>,
  snapshots: AsyncIterator<Snapshot>,
): AsyncGenerator<Pair<Document>> {
  const recordedNext = async (): Promise<Snapshot | null> => {
    const { value, done } = await snapshots.next();
    return done ? null : value;
  };
  let recorded = await recordedNext();
  for (const document of documents) {
    while (recorded && inOrder(recorded.name, document.relative) < 0) {
      yield { document: null, recorded };
      recorded = await recordedNext();
    }
    const same = recorded?.name === document.relative;
    yield { document, recorded: same ? recorded : null };
    if (same) recorded = await recordedNext();
  }
  for (; recorded; recorded = await recordedNext()) yield { document: null, recorded };
}
