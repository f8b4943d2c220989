import type { Severity } from "./diagnostic.ts";

/** A family of report forms as data. Built-in and user templates have the same shape and the same code path. */
export interface Template {
  /** Also the layout id in conversions: `2019`, `2021`. */
  readonly id: string;
  readonly name: string;
  /** First and last report year the form was prescribed for; a hint, never the decision. */
  readonly years: readonly [from: number, to: number | null];
  readonly basis: string;
  /**
   * The form is looked for only where its name or a table's title is printed, because its labels are words of many
   * forms.
   */
  readonly named?: boolean;
  /**
   * A report has several records of the form, one a site or a department: each table of the record is a list of them, each with
   * the record's name as `label`.
   */
  readonly records?: "many";
  readonly sections: readonly SectionTemplate[];
  readonly tables: readonly TableTemplate[];
  readonly rules: readonly RuleTemplate[];
  /** Figures of the text that say the same as cells. */
  readonly facts?: readonly FactTemplate[];
  /** How this year's figures follow from last year's; checked by panels. */
  readonly acrossYears?: readonly AcrossYearsTemplate[];
}

export interface SectionTemplate {
  readonly number: number;
  readonly title: string;
  /** Other wordings seen, without the ordinal. */
  readonly aliases: readonly string[];
}

/** A statutory table: one or more blocks of rows × columns under each other. */
export interface TableTemplate {
  /** First step of every cell's path: `applications`. */
  readonly id: string;
  /** Section number it stands in; absent where the form has no chapters. */
  readonly section?: number;
  /** Title for people. */
  readonly title: string;
  /** Which key comes first in a cell's path: `applications.<column>.<row>` or `proactiveDisclosure.<row>.<column>`. */
  readonly pathOrder: "row-column" | "column-row";
  /** Printed in some regions only; a report without it lacks nothing. */
  readonly optional?: boolean;
  /**
   * The sets of rows it was printed with over the years, each as row keys in order; one that may be missing ends in `?`. Rows
   * not in all of them are `optional`. Absent where it was always printed whole.
   */
  readonly editions?: readonly (readonly string[])[];
  readonly blocks: readonly BlockTemplate[];
}

export interface BlockTemplate {
  /** A merged row above the block: 第二十条第（一）项. */
  readonly caption?: string;
  readonly captionAliases?: readonly string[];
  /** Labels that may stand above the row labels: 信息内容, the 勾稽关系 note. */
  readonly corner: readonly string[];
  readonly columns: readonly ColumnTemplate[];
  /** The rows every report prints; of a block with a list those beside it. */
  readonly rows: readonly RowTemplate[];
  /** A list of rows that each report names itself; written `rows: { open: …, fixed: … }`. */
  readonly open?: OpenRowsTemplate;
}

export interface OpenRowsTemplate {
  /** Where the list stands in its table's record: `rows` for `/rows/0/…`. */
  readonly key: string;
  /** What is printed above the names of its rows; empty where nothing is. */
  readonly label: string;
  /** What is printed above the codes left of the names, which the record then keeps as `code`: 科目编码. */
  readonly code?: string;
}

/** A key may be dotted (`legalPerson.other`) and may be empty where the table has a single row or column. */
export interface ColumnTemplate {
  readonly key: string;
  readonly label: string;
  /** Header cells above the label, outermost first. */
  readonly group: readonly string[];
  readonly aliases: readonly string[];
  readonly type: ValueType;
  /** Unit the header states: `万元`; absent where none is stated. */
  readonly unit?: string;
  readonly options?: ChoiceOptions;
  readonly several?: boolean;
  /** `recall`: the wording comes from general knowledge and was not read in a source. */
  readonly basis?: "recall";
  /** The same of the words of its group. */
  readonly groupBasis?: "recall";
  /** Printed by some only; absent from the others without a finding. */
  readonly optional?: boolean;
}

/** What may be ticked: for each key of the record the words printed beside its box. */
export type ChoiceOptions = Readonly<Record<string, readonly string[]>>;

export interface RowTemplate {
  readonly key: string;
  readonly label: string;
  /** Printed before the label: `一、`, `（一）`, `1.`; a second signal, never needed. */
  readonly enumerator: string;
  /** Labels to the left, outermost first. */
  readonly group: readonly string[];
  readonly aliases: readonly string[];
  /** Overrides the column's where rows of one column differ (the annex of 2014). */
  readonly type?: ValueType;
  readonly unit?: string;
  readonly options?: ChoiceOptions;
  readonly several?: boolean;
  /** `recall`: the wording comes from general knowledge and was not read in a source. */
  readonly basis?: "recall";
  /** The same of the words of its group. */
  readonly groupBasis?: "recall";
  /** Printed by some regions only; absent from most reports without a finding. */
  readonly optional?: boolean;
}

/**
 * - `count`: whole and ≥ 0; `signed-change`: whole, either sign
 * - `amount`: ≥ 0, decimals allowed; `signed-amount`: either sign
 * - `percent`: decimals, either sign, with or without its %; 12.5 for 12.5%
 * - `text`: as printed; `date`: an ISO date
 * - `choice`: the key of the option that is ticked, or, with `several`, a list of them
 */
export type ValueType =
  "count" | "signed-change" | "amount" | "signed-amount" | "percent" | "text" | "date" | "choice";

/**
 * A rule over the cells of one report as an expression; see `src/checks/expression.ts` for the language.
 * `{column}` and `{row}` stand for every column and row key of the table named in `each`.
 */
export interface RuleTemplate {
  readonly id: string;
  readonly severity: Severity;
  readonly table: string;
  /** Instances: one per column, per row, or one in all. */
  readonly each: "column" | "row" | "once";
  /** `left == right`, `left <= right`, …; operands are cell paths within the table, joined by `+` and `-`. */
  readonly expression: string;
}

/** A figure that the text states and that cells of a table give, too; reported where the two differ. */
export interface FactTemplate {
  /** Id of the rule. */
  readonly id: string;
  readonly severity: Severity;
  readonly table: string;
  /** Sum of cells of the table: `total.results.denied.*`, `direct.total + other.total`. */
  readonly cells: string;
  /** The figure by its name in `report.facts`; with `phrases` the name it is to have there, otherwise one that gongkai reads. */
  readonly fact: string;
  /** The words around the figure, `{number}` in its place: `共受理申请{number}件`. Spaces do not count. */
  readonly phrases?: readonly string[];
  /** A figure that the same sentence must state, or this one may be about a part only. */
  readonly beside?: string;
  /** How many figures of the rule a sentence must state; one where it is left out. */
  readonly together?: number;
  /** Whether it counts only where the sentence states no other such figure of the rule before it. */
  readonly first?: boolean;
  readonly or?: OtherSum;
}

/** Another sum that the words around a figure may mean: a figure that equals it is not reported. */
export interface OtherSum {
  readonly cells: string;
  /** The sentence must have one of these words; any sentence will do where they are left out. */
  readonly words?: readonly string[];
  /** None of these words may stand right before the figure, in its clause. */
  readonly unless?: readonly string[];
}

/** A rule over the reports of two consecutive years; a key behind `lastYear.` is the same cell a year before. */
export interface AcrossYearsTemplate extends RuleTemplate {
  /** What it says in words: 历年累计 is last year's and this year's number together. */
  readonly meaning?: string;
  /** Other forms, by id, that the report of the year before may be in: cells of one path are one and the same there. */
  readonly lastForms?: readonly string[];
}
