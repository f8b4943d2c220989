import type { TableTemplate, Template } from "../../../model/index.ts";
import { itemRow } from "../items.ts";
import { everyKind, kindColumns, sums, type EnforcementKind } from "./kinds.ts";
import { byOffice, byOffice2021, byOffice2022 } from "./by-office.ts";
import { coercion, enforcement, enforcementRules, licences, others } from "./shared.ts";

/** 行政处罚实施情况统计表 with one row: the kinds of penalty, their sum, and the money. */
function penalties(kinds: readonly EnforcementKind[], money?: "元"): TableTemplate {
  return {
    id: "penalties",
    section: 1,
    title: "行政处罚实施情况统计表",
    pathOrder: "row-column",
    blocks: [
      {
        caption: "行政处罚实施数量（宗）",
        corner: ["单位名称"],
        columns: [...kindColumns(kinds, "宗"), ...sums("宗", money)],
        rows: [itemRow("", "")],
      },
    ],
  };
}

const provincial = (
  id: string,
  name: string,
  years: Template["years"],
  tables: readonly TableTemplate[],
): Template => ({ id, name, years, ...enforcement, tables, rules: enforcementRules });

/** Zhejiang 2023 and 2024, and others who took over its form. */
const enforcementData = provincial(
  "enforcement-data-2021",
  "行政执法统计年报",
  [2021, null],
  [
    penalties([
      "warning+criticism",
      "fine",
      "confiscation",
      "suspension+downgrade",
      "revocation-2017",
      "restriction",
      "closure",
      "detention",
      "other",
    ]),
    licences,
    coercion,
    others,
  ],
);

const until2021 = ["warning", "fine", "confiscation", "suspension-2017", "halt", "revocation-2017"] as const;

/** Zhejiang 2019 to 2022, with the kinds of penalty in 行政处罚法 (2017), article 8. */
const zhejiang2019 = provincial(
  "enforcement-data-2019",
  "行政执法统计年报",
  [2018, null],
  [penalties([...until2021, "detention", "other"]), licences, coercion, others],
);

/** Henan 2020: like Zhejiang, for offices that detain nobody. */
const henan = provincial(
  "enforcement-data-henan",
  "行政执法统计情况",
  [2019, null],
  [penalties([...until2021, "other"]), licences, coercion, others],
);

/** Shanxi 2021 and 2024; an office that grants no licences leaves their table out. */
const shanxi = provincial(
  "enforcement-data-shanxi",
  "行政执法统计年报",
  [2021, null],
  [
    penalties(
      [
        "warning",
        "criticism",
        "fine",
        "confiscation",
        "suspension",
        "downgrade",
        "restriction",
        "halt",
        "shutting+exclusion",
        "revocation",
        "detention",
        "other",
      ],
      "元",
    ),
    { ...licences, optional: true },
    coercion,
    others,
  ],
);

/** Hubei 2023, with a column for every kind. */
const hubei = provincial(
  "enforcement-data-hubei",
  "行政执法统计年报",
  [2021, null],
  [penalties(everyKind), licences, coercion, others],
);

const [band] = penalties(everyKind).blocks;

/** The same form, with its sixteen columns in two bands one below the other. */
const hubeiBands: Template = {
  ...provincial(
    "enforcement-data-hubei-bands",
    "行政执法统计年报",
    [2021, null],
    [
      {
        ...penalties(everyKind),
        blocks: [
          { ...band!, columns: band!.columns.slice(0, 8) },
          { corner: ["单位名称"], columns: band!.columns.slice(8), rows: [itemRow("", "")] },
        ],
      },
      licences,
      coercion,
      others,
    ],
  ),
  rules: enforcementRules.map((rule) => ({ ...rule, each: "once" })),
};

/** The same form for several offices, and their sum. */
const hubeiOffices = provincial(
  "enforcement-data-hubei-offices",
  "行政执法统计年报",
  [2021, null],
  [byOffice("penalties", 1, "行政处罚实施情况统计表", band!.columns), licences, coercion, others],
);

/** All these forms; of two that fit equally well the first is taken. */
export const enforcementFamilies: readonly Template[] = [
  enforcementData,
  zhejiang2019,
  henan,
  shanxi,
  hubei,
  hubeiBands,
  hubeiOffices,
  byOffice2021,
  byOffice2022,
];
