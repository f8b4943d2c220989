import { locator, type Locate, type Standing } from "./locate.ts";

/** The original as it is drawn at the moment: where its elements are, and which of them is a value's place. */
export interface View {
  readonly roots: readonly ParentNode[];
  readonly locate: Locate;
}

export const noView: View = { roots: [], locate: () => null };

export function viewOf(roots: readonly ParentNode[], standings: readonly Standing[]): View {
  return { roots, locate: locator(standings) };
}
