import { prepared } from "../../../arithmetic/prepared.ts";
import type { GridCell } from "../../../model/index.ts";
import { withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { matchExactly, matchLabel, NONE, type KnownLabel } from "../../../printed/labels.ts";
import { likelyBearers, WHOLE_LABEL } from "../../../printed/likely-labels.ts";
import { isPlain } from "../../../printed/numbers.ts";
import { withoutStatedUnit } from "../../../printed/units.ts";
import type { KnownBlock, KnownColumn, KnownTable } from "../../form/known.ts";

/** The labels of a form, prepared for looking them up in cells. */
export interface LabelsOfForm {
  /** The labels of rows that a text may be. */
  readonly rowsLike: (text: string) => readonly KnownLabel[];
  /** Names of groups of rows. */
  readonly groups: ReadonlySet<string>;
  /** The blocks whose columns have headings. */
  readonly headed: readonly KnownBlock[];
  /** Their columns whose headings a text may be. */
  readonly headingsLike: (text: string) => readonly KnownColumn[];
  /** The most values that a row may have without a heading above. */
  readonly width: number;
}

export const labelsOf = prepared(({ rows, rowGroups }: KnownTable): LabelsOfForm => {
  const blocks = [...new Set(rows.map(({ block }) => block))];
  const headed = blocks.filter(({ columns }) => columns.some(({ label }) => label.length > 0));
  return {
    rowsLike: likelyBearers(
      rows.map(({ label }) => label),
      (label) => label,
    ),
    groups: rowGroups,
    headed,
    headingsLike: likelyBearers(
      headed.flatMap(({ columns }) => columns),
      ({ label }) => label,
    ),
    width: Math.max(1, ...blocks.map(({ columns }) => columns.length)),
  };
});

/** The text of a cell as labels are compared, empty where it is too long for one: each form asks for it many times. */
export const labelIn = prepared(({ text }: GridCell): string =>
  text.length > 120 ? "" : withoutEnumerator(normalizeLabel(text)),
);

/** Whether the text of a cell is a label of the form. */
export function isLabel(text: string, label: KnownLabel): boolean {
  if (text === "") return false;
  // Digits alone are a label only as it stands: one letter more or less is too far from so few.
  return isPlain(text) ? matchExactly(text, label) !== NONE : matchLabel(text, label).score >= WHOLE_LABEL;
}

export function isRowLabel({ rowsLike }: LabelsOfForm, cell: GridCell): boolean {
  const text = labelIn(cell);
  return text !== "" && rowsLike(text).some((label) => isLabel(text, label));
}

export function isGroup(groups: ReadonlySet<string>, { text }: GridCell): boolean {
  const plain = withoutStatedUnit(normalizeLabel(text));
  return groups.has(withoutEnumerator(plain));
}
