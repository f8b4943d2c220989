import type { Scale } from "./figures.ts";
import { tableIds } from "./forms.ts";
import type { Layout, Layouts, TableId } from "./forms.ts";
import type { Office } from "./names.ts";
import { blankMarks } from "./notations.ts";
import type { Plant } from "./planting.ts";
import type { Random } from "./random.ts";
import type { ReportTruth } from "./truth.ts";
import type { YearBreakId } from "./years.ts";

/** Every option left out is drawn from the seed; `plain` switches all variation off. */
export interface DrawOptions {
  readonly year?: number;
  readonly scale?: Scale;
  readonly layouts?: Partial<Layouts>;
  /** `unique`: another number in every cell, no sum holds, no figure in the prose. */
  readonly fill?: "plausible" | "unique";
  /** Which cells hold no number: a share of all, every zero, the row totals of all results, or a whole table. */
  readonly blanks?: "none" | "some" | "zeros" | "result-totals" | TableId;
  /** The marks for cells without a number, of which one is drawn for the whole report. */
  readonly blankMarks?: readonly string[];
  /** Share of numbers that are not written as plain digits. */
  readonly notations?: number;
  /** Share of labels and section titles in another wording or spelling. */
  readonly labels?: number;
  /** Share of the long row labels that lost a character. */
  readonly damage?: number;
  /** Table 2 of 2019 with four columns. */
  readonly narrow?: boolean;
  /** The row 其他主动公开文件 that one province printed in 2020. */
  readonly extraRow?: boolean;
  /** 采购总金额(万元) instead of 采购总金额. */
  readonly procurementUnit?: boolean;
  readonly plant?: readonly Plant[];
  /** The office whose report it is. */
  readonly office?: Office;
  /** The same office's report of the year before, from which this one's figures follow. */
  readonly before?: ReportTruth;
  /** The rule across years that the figures break all the same. */
  readonly break?: Exclude<YearBreakId, "x-copied" | "f2-cumulative">;
}

export const plain: DrawOptions = {
  fill: "plausible",
  blanks: "none",
  blankMarks: [""],
  notations: 0,
  labels: 0,
  damage: 0,
  narrow: false,
  extraRow: false,
  procurementUnit: false,
  plant: [],
};

export type Settled = Required<Omit<DrawOptions, "layouts" | "office" | "before" | "break">> & {
  readonly layouts: Layouts;
};

/** Draws every option that was left out; those given do not shift what the others are drawn from. */
export function settle(random: Random, options: DrawOptions): Settled {
  const drawnYear = random.int(2019, 2025);
  const year = options.year ?? drawnYear;
  // Some offices went on with the old form years after the new one came.
  const late = random.chance(0.04);
  const usual: Layout = year < 2021 || late ? "2019" : "2021";
  const some = (share: number, most: number): number => (random.chance(share) ? random.next() * most : 0);
  const drawn: Settled = {
    year,
    scale: random.pick(["town", "town", "county", "city"] as const),
    // The commonest mixture published: the new table 2 above the old table 3.
    layouts: {
      proactiveDisclosure: usual,
      applications: random.chance(0.1) ? "2019" : usual,
      reviewAndLitigation: usual,
    },
    fill: "plausible",
    blanks: random.pick([
      "none",
      "none",
      "none",
      "some",
      "zeros",
      "result-totals",
      random.pick(tableIds),
    ] as const),
    blankMarks: [random.pick(Object.keys(blankMarks))],
    notations: some(0.3, 0.5),
    labels: some(0.5, 0.8),
    damage: some(0.15, 0.3),
    narrow: random.chance(0.4),
    extraRow: random.chance(0.1),
    procurementUnit: random.chance(0.2),
    plant: [],
  };
  return { ...drawn, ...options, layouts: { ...drawn.layouts, ...options.layouts } };
}
