import type {
  BlockTemplate,
  ColumnTemplate,
  RowTemplate,
  TableTemplate,
  Template,
} from "../../model/index.ts";
import type { KnownLabel } from "../../printed/labels.ts";

/** A table of a template with its labels ready to be compared. */
export interface KnownTable {
  readonly template: Template;
  readonly table: TableTemplate;
  readonly rows: readonly KnownRow[];
  /** Every word of the form that may stand in print: labels, groups, captions, corners. */
  readonly words: readonly string[];
  /** The words among them that may stand above a column. */
  readonly headings: readonly string[];
  /** The groups that stand left of row labels. */
  readonly rowGroups: ReadonlySet<string>;
}

export interface KnownRow {
  readonly row: RowTemplate;
  /** The row's key; where its block is cut at its headings, the key also names this part. */
  readonly key: string;
  readonly label: KnownLabel;
  /** Label of the innermost group, such as 不予公开; empty where there is none. */
  readonly group: string;
  /** Labels of all its groups. */
  readonly groups: ReadonlySet<string>;
  readonly block: KnownBlock;
  /** Pointers of its cells, column by column. */
  readonly pointers: readonly string[];
}

/**
 * A block, or the part of a one-row block that stands under one heading, for reports that print that part as a table of
 * its own.
 */
export interface KnownBlock {
  readonly block: BlockTemplate;
  readonly columns: readonly KnownColumn[];
  /** All column labels and aliases. */
  readonly columnTexts: ReadonlySet<string>;
  readonly caption: KnownLabel;
  /**
   * The labels of the last group of columns joined together, as page text shows them right before a row without a
   * label.
   */
  readonly headerText: string;
  /** Everything but row labels that may be printed around the block's rows: caption, corner, column labels, groups. */
  readonly words: readonly string[];
  /** Headings over the row labels, and over what stands between these and the values, such as units and codes. */
  readonly corner: ReadonlySet<string>;
}

export interface KnownColumn {
  readonly column: ColumnTemplate;
  readonly label: KnownLabel;
  readonly group: readonly string[];
}
