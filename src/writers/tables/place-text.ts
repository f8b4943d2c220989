import type { Place } from "../../model/index.ts";

/** `page 2 table 3 row 5 column 1`; without the box, which differs by fractions between producers. */
export function placeText(at: Place): string {
  return (["file", "page", "line", "table", "row", "column"] as const)
    .filter((key) => at[key] !== undefined)
    .map((key) => `${key} ${at[key]}`)
    .join(" ");
}
