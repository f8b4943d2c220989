import type { RowTemplate, RuleTemplate } from "../model/index.ts";

/** An indicator with its number, label, unit and key. */
export interface Indicator {
  readonly enumerator: string;
  readonly label: string;
  readonly unit: string;
  readonly key: string;
  readonly aliases?: readonly string[];
  /** Set where the wording has not been read in a source. */
  readonly recall?: boolean;
  readonly optional?: boolean;
  readonly below?: readonly Indicator[];
}

/** A heading of an indicator list: a row without a value, or an indicator above its parts. */
export interface IndicatorGroup {
  readonly heading: string;
  readonly indicators: readonly (Indicator | IndicatorGroup)[];
}

/**
 * The rows of an indicator list, with its nesting as their groups. Rows with an amount are recognised by their unit.
 */
export function indicatorRows(
  items: readonly (Indicator | IndicatorGroup)[],
  group: readonly string[] = [],
): readonly RowTemplate[] {
  return items.flatMap((item): readonly RowTemplate[] => {
    if ("heading" in item) return indicatorRows(item.indicators, [...group, item.heading]);
    const { enumerator, label, unit, key, aliases = [], recall, optional, below = [] } = item;
    const row: RowTemplate = {
      key,
      label,
      enumerator,
      group,
      aliases,
      type: /元$/u.test(unit) ? "amount" : "count",
      unit,
      ...(recall ? { basis: "recall" as const } : {}),
      ...(optional ? { optional } : {}),
    };
    return [row, ...indicatorRows(below, [...group, label])];
  });
}

/** Rules over the rows of a list, which are the same in each of its columns. */
export function columnRules(
  table: string,
  rules: readonly (readonly [id: string, severity: RuleTemplate["severity"], expression: string])[],
): readonly RuleTemplate[] {
  return rules.map(([id, severity, expression]) => ({ id, severity, table, each: "column", expression }));
}
