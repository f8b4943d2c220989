import type { AcrossYearsTemplate, FactTemplate } from "../model/index.ts";

const total = (id: string, fact: string, row: string): FactTemplate => ({
  id,
  severity: "notice",
  table: "applications",
  cells: `total.${row}`,
  fact,
});

const RECEIVED = "total.newlyReceived";
const WITH_CARRIED_OVER = `${RECEIVED} + total.carriedOver`;

/**
 * 共受理政府信息公开申请N件 is 本年新收, and with 上年结转 where the words include it. What the first figure of a sentence
 * counts decides; those behind it may be about a part.
 */
const received: readonly FactTemplate[] = [
  // 收办, 办理 and 受理 may include what was carried over, and so may any figure beside 上年结转N件; 新收 does not.
  {
    ...total("n-received", "applicationsReceived", "newlyReceived"),
    first: true,
    or: { cells: WITH_CARRIED_OVER, words: ["受理", "办理", "处理", "结转"], unless: ["新收"] },
  },
  {
    ...total("n-received", "applicationsHandled", "newlyReceived"),
    first: true,
    or: { cells: WITH_CARRIED_OVER },
  },
  {
    ...total("n-received", "applicationsIncludingCarriedOver", "newlyReceived"),
    cells: WITH_CARRIED_OVER,
    first: true,
  },
];

/** Figures that the text of a report states beside tables 3 and 4. */
export const sharedFacts: readonly FactTemplate[] = [
  ...received,
  // 答复N件（含上年度结转申请a件，另有b件…顺延到下年度答复）
  total("n-replied", "applicationsReplied", "results.total"),
  total("n-replied", "carriedOver", "carriedOver"),
  total("n-replied", "postponed", "carriedForward"),
  // 予以公开a件、部分公开b件、不予公开c件 …, where a sentence names at least two.
  ...(
    [
      ["granted", "results.granted"],
      ["partiallyGranted", "results.partiallyGranted"],
      ["denied", "results.denied.*"],
      ["unableToProvide", "results.unableToProvide.*"],
      ["notProcessed", "results.notProcessed.*"],
      ["otherResults", "results.other.*"],
      ["carriedForward", "carriedForward"],
    ] as const
  ).map(([fact, row]) => ({ ...total("n-groups", fact, row), together: 2 })),
  // 行政复议N件，其中结果维持a件 …; 行政诉讼N件, both kinds of them together.
  ...outcomes("n-review", "reconsiderations", ["reconsideration"]),
  ...outcomes("n-litig", "litigation", ["litigation.direct", "litigation.afterReconsideration"]),
];

/** A sentence that gives outcomes without the number of cases may mean only some of the cases. */
function outcomes(id: string, name: string, blocks: readonly string[]): readonly FactTemplate[] {
  return ["", "Upheld", "Corrected", "Other", "Pending"].map((outcome) => ({
    id,
    severity: "notice",
    table: "reviewAndLitigation",
    cells: blocks.map((block) => `${block}.${outcome === "" ? "total" : outcome.toLowerCase()}`).join(" + "),
    fact: name + outcome,
    beside: name,
  }));
}

/** 上年结转 is last year's 结转下年度继续办理, in every column; both forms have the two rows, so the change of form is no border. */
export const carriedAcrossYears = (otherForm: string): AcrossYearsTemplate => ({
  id: "x-carry",
  severity: "warning",
  table: "applications",
  each: "column",
  expression: "lastYear.carriedForward == carriedOver",
  lastForms: [otherForm],
});
