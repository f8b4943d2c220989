import { prepared } from "../../../arithmetic/prepared.ts";
import type { KnownBlock } from "../../form/known.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import { isGridRow, type FormRow } from "../../rows/form-row.ts";

/** A heading or a group of the form, what is printed in its place, and the pointers of the cells concerned. */
export interface OddHeading {
  readonly label: string;
  readonly printed: string;
  readonly paths: readonly string[];
  /** Set if the form has these words only by recollection. */
  readonly basis?: "recall";
}

/**
 * Columns that bear the same label under several headings (合计 under 预算数 and under 决算数), where a grid prints
 * none of the headings of some of them: 2022年决算数 in the place of 预算数 means other figures.
 */
export function otherGroups(printed: FormRow, { known, header }: RowFit): readonly OddHeading[] {
  const twins = twinColumns(known.block);
  if (twins.size === 0 || header === null || !isGridRow(printed)) return [];
  const columns = printed.headers.flatMap((one) => one.columns);
  const words = columns.map(({ text }) => text).join("\n");
  const first = columns.find(({ texts }) => texts.length > 1)?.texts.find((text) => text !== "");
  if (first === undefined) return [];
  return [...twins].flatMap(([at, groups]): OddHeading[] => {
    if (groups.some((group) => words.includes(bare(group)))) return [];
    const above = header.columns[at]?.texts.find((text) => text !== "") ?? first;
    return [
      { label: known.block.columns[at]!.column.group[0]!, printed: above, paths: [known.pointers[at]!] },
    ];
  });
}

/** Whether each column of a row that shares its label stands under the heading that tells it from the others. */
export function showsGroups({ known: { block }, header }: RowFit): boolean {
  return [...twinColumns(block)].every(([at, groups]) =>
    groups.some((group) => header?.columns[at]?.text.includes(bare(group))),
  );
}

/** For each column that shares its label with others: the headings over it that are not over all of these. */
const twinColumns = prepared((block: KnownBlock): ReadonlyMap<number, readonly string[]> => {
  const nameOf = ({ label }: KnownBlock["columns"][number]) => label[0]?.text ?? "";
  return new Map(
    block.columns.flatMap((column, at) => {
      const twins = block.columns.filter((other) => nameOf(other) === nameOf(column));
      const own = column.group.filter(
        (group) => group !== "" && !twins.every(({ group: all }) => all.includes(group)),
      );
      return own.length > 0 ? [[at, own] as const] : [];
    }),
  );
});

/** 决算数 may also be printed as 决算. */
function bare(group: string): string {
  return group.length > 2 && group.endsWith("数") ? group.slice(0, -1) : group;
}
