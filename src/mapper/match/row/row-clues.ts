import { prepared } from "../../../arithmetic/prepared.ts";
import type { FormRow } from "../../rows/form-row.ts";
import { labelSigns, type LabelSigns } from "./likely-rows.ts";
import { isMeasured } from "./pieces.ts";
import { trailingUnit } from "../../../printed/units.ts";

/** All row and column labels of all forms. A printed label that is one of them is not a damaged form of another. */
export interface FormLabels {
  /** Each row label, with the keys of the rows that bear it in any form. */
  readonly rows: ReadonlyMap<string, ReadonlySet<string>>;
  readonly columns: ReadonlySet<string>;
}

/**
 * The rows whose undamaged label a printed row bears, given as keys of rows of any form: `intact` if the label is its
 * own, `ending` if it ends the text before the row.
 */
export interface RowClues {
  readonly intact: ReadonlySet<string> | undefined;
  readonly ending: ReadonlySet<string> | undefined;
  /** Whether its labels, if it has any, only say that numbers follow. */
  readonly measured: boolean;
  /** What it shows of a label that may be damaged or in pieces; null where only a whole label counts, or any may. */
  readonly signs: LabelSigns | null;
}

/** The clues of a printed row. Its innermost label decides: 其他处理 is a row of one form and a group of another. */
export function rowClues(row: FormRow, known: FormLabels["rows"]): RowClues {
  const { labels, context, kind } = row;
  const intact = known.get(labels.at(-1) ?? "");
  const ending = labels.length === 0 ? endingLabel(context, known) : undefined;
  const isRun = kind === "run" && labels.length === 0;
  const isKnown = isRun || ending !== undefined || (intact !== undefined && kind !== "spaced");
  return {
    intact,
    ending,
    measured: isMeasured(row),
    signs: isKnown ? null : labelSigns(row, longestEnd(known)),
  };
}

/** The longest end of a text that may hold a label of any form, with one edit in three and a unit behind it. */
const longestEnd = prepared((labels: FormLabels["rows"]): number => {
  let longest = 0;
  for (const { length } of labels.keys()) longest = Math.max(longest, length);
  return Math.ceil(longest * 1.34) + 4;
});

/** The keys of the longest label of any form in which a text ends, with or without a unit behind it. */
function endingLabel(context: string, labels: FormLabels["rows"]): ReadonlySet<string> | undefined {
  const unit = trailingUnit(context);
  const whole = longestAtEnd(context, labels);
  const bare = unit === "" ? "" : longestAtEnd(context.slice(0, -unit.length), labels);
  return labels.get(bare.length > whole.length ? bare : whole);
}

function longestAtEnd(text: string, labels: FormLabels["rows"]): string {
  return (
    byEnding(labels)
      .get(text.slice(-2))
      ?.find((label) => text.endsWith(label)) ?? ""
  );
}

/** Whether a label is looked for at the end of a text: it is long enough to mean something, and no sentence. */
export function isFoundAtEnd({ length }: string): boolean {
  return length >= 4 && length <= 40;
}

/** The labels that are looked for at the end of a text, by their last two characters, the longest first. */
const byEnding = prepared((labels: FormLabels["rows"]): ReadonlyMap<string, readonly string[]> => {
  const endings = new Map<string, string[]>();
  const long = [...labels.keys()].filter(isFoundAtEnd);
  for (const label of long.sort((a, b) => b.length - a.length)) {
    const ending = label.slice(-2);
    endings.set(ending, [...(endings.get(ending) ?? []), label]);
  }
  return endings;
});
