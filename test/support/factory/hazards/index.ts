import type { AnnexTruth } from "../annex/draw.ts";
import { layOut } from "../blocks.ts";
import type { FormBlock, TableBlock } from "../blocks.ts";
import { seeded } from "../random.ts";
import type { Random } from "../random.ts";
import type { ReportTruth } from "../truth.ts";
import {
  cellGone,
  cellGoneCellsGlued,
  cellsGlued,
  headingTooMany,
  labelInTwoRows,
  numberBehindLabel,
} from "./cut.ts";
import {
  applicantsInOtherOrder,
  lastYearBehind,
  moreApplicants,
  remarkColumn,
  totalFirst,
} from "./columns.ts";
import { bothRowsShort, labelTwice, numberBeforeZeros } from "./moved.ts";
import { annexOfLastYear, departmentBefore, emptyBefore, lastYearBefore } from "./repeated.ts";
import {
  cellsBehind,
  changeForCount,
  labelCell,
  misprintedTwice,
  numberedColumns,
  officeCell,
  numbersTwice,
  rowTwice,
  yearBeside,
} from "./rows.ts";
import { fiveAndTen, otherOrder, stacked, tenAndFive, undivided, withoutHeadings } from "./review.ts";
import { twoHalves } from "./halves.ts";
import { captionsInHalves, captionsInOtherOrder, labelsLast, transposedTable } from "./turned.ts";

export type Truth = ReportTruth | AnnexTruth;

/** A report as published by an office that does not keep to the form. */
export interface Hazarded {
  readonly blocks: readonly FormBlock[];
  /** Paths whose value the document leaves open: it has two candidates, or a sum without its parts. */
  readonly untold?: readonly string[];
}

/** Null where the report has nothing to which the hazard applies. */
export type Hazard = (table: TableBlock, around: Around) => Hazarded | null;

export interface Around {
  readonly blocks: readonly FormBlock[];
  readonly at: number;
  readonly truth: Truth;
  readonly random: Random;
}

export const hazards: Readonly<Record<string, Hazard>> = {
  "table-of-last-year-before": lastYearBefore,
  "empty-form-before": emptyBefore,
  "department-before": departmentBefore,
  "annex-of-last-year": annexOfLastYear,
  "row-twice": rowTwice,
  "misprinted-row-twice": misprintedTwice,
  "numbers-twice": numbersTwice,
  "label-cell": labelCell,
  "office-cell": officeCell,
  "numbered-columns": numberedColumns,
  "year-beside": yearBeside,
  "change-for-count": changeForCount,
  "cells-behind": cellsBehind,
  "blocks-stacked": stacked,
  "blocks-in-other-order": otherOrder,
  "blocks-without-headings": withoutHeadings,
  "ten-columns-and-five": tenAndFive,
  "five-columns-and-ten": fiveAndTen,
  "litigation-undivided": undivided,
  "two-halves": twoHalves,
  transposed: transposedTable,
  "labels-last": labelsLast,
  "captions-in-other-order": captionsInOtherOrder,
  "captions-in-halves": captionsInHalves,
  "cell-gone": cellGone,
  "cells-glued": cellsGlued,
  "cell-gone-cells-glued": cellGoneCellsGlued,
  "heading-too-many": headingTooMany,
  "label-in-two-rows": labelInTwoRows,
  "number-behind-label": numberBehindLabel,
  "remark-column": remarkColumn,
  "more-applicants": moreApplicants,
  "total-first": totalFirst,
  "applicants-in-other-order": applicantsInOtherOrder,
  "last-year-behind": lastYearBehind,
  "label-twice": labelTwice,
  "both-rows-short": bothRowsShort,
  "number-before-zeros": numberBeforeZeros,
};

/**
 * Renderings in which a hazard cannot be told from what a person reads there. Where merged headings are written out over
 * both their columns, a row with a number more before its zeros looks like any other.
 */
export const undecidable: Readonly<Record<string, readonly string[]>> = {
  "number-before-zeros": ["markdown-pipe-repeated"],
};

/**
 * The report with a hazard in one of its tables; null where it applies to none of them. A value that the document then
 * leaves open is null in `values`.
 */
export function withHazard(
  truth: Truth,
  id: string,
  seed: number,
): (Truth & { blocks: readonly FormBlock[] }) | null {
  const random = seeded(seed);
  const blocks = layOut(truth);
  const tables = blocks.flatMap((block, at) => (block.kind === "table" ? [{ block, at }] : []));
  const start = random.int(0, Math.max(0, tables.length - 1));
  for (let turn = 0; turn < tables.length; turn++) {
    const { block, at } = tables[(start + turn) % tables.length]!;
    const done = hazards[id]!(block, { blocks, at, truth, random });
    if (!done) continue;
    const untold = Object.fromEntries((done.untold ?? []).map((path) => [path, null]));
    return { ...truth, blocks: done.blocks, values: { ...truth.values, ...untold } };
  }
  return null;
}
