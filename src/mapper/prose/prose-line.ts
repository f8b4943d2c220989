import type { Place } from "../../model/index.ts";

/** A line of prose, or a piece of one where a section begins in its middle. */
export interface ProseLine {
  readonly text: string;
  /** The decisive characters that it has. */
  readonly signs: number;
  readonly at: Place;
  readonly block: number;
  /** Whether it is a piece of a longer line. */
  readonly cut: boolean;
  /** Whether its format calls it a heading. */
  readonly heading: boolean;
  /** Whether it is a link to another page. */
  readonly linked: boolean;
  /** Number of the section of which this line is the title; at least `OWN_CHAPTERS` for a section of no form. */
  readonly section?: number;
  /** Whether the form knows the section's title. */
  readonly known?: boolean;
}

/** Whether two readings of a document differ in nothing but which chapters its titles open. */
export function areAlike(one: readonly ProseLine[], other: readonly ProseLine[]): boolean {
  return (
    one === other ||
    (one.length === other.length && one.every((line, index) => isSameLine(line, other[index]!)))
  );
}

function isSameLine(one: ProseLine, other: ProseLine): boolean {
  return (
    one.text === other.text &&
    one.at === other.at &&
    one.block === other.block &&
    (one.section === undefined) === (other.section === undefined)
  );
}
