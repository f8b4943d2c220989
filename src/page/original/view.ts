import { locator, type Locate, type Standing } from "./locate.ts";

/** The original as it is drawn at the moment: where its elements are, and which of them is a value's place. */
export interface View {
  readonly roots: readonly ParentNode[];
  readonly locate: Locate;
}

export const noView: View = { roots: [], locate: () => null };

/** The views of a document's files with one of them drawn anew. */
export function withView(views: readonly View[], index: number, view: View): readonly View[] {
  const length = Math.max(views.length, index + 1);
  return Array.from({ length }, (_, at) => (at === index ? view : (views[at] ?? noView)));
}

export function viewOf(roots: readonly ParentNode[], standings: readonly Standing[]): View {
  return { roots, locate: locator(standings) };
}
