import { locator, type Locate, type StandingText } from "./locate.ts";

/** The original as it is drawn at the moment: where its elements are, and which of them is a value's place. */
export interface OriginalView {
  readonly roots: readonly ParentNode[];
  readonly locate: Locate;
}

export const noView: OriginalView = { roots: [], locate: () => null };

/** The views of a document's files, with one of them replaced. */
export function withView(
  views: readonly OriginalView[],
  index: number,
  view: OriginalView,
): readonly OriginalView[] {
  const length = Math.max(views.length, index + 1);
  return Array.from({ length }, (_, at) => (at === index ? view : (views[at] ?? noView)));
}

export function viewOf(roots: readonly ParentNode[], standings: readonly StandingText[]): OriginalView {
  return { roots, locate: locator(standings) };
}
