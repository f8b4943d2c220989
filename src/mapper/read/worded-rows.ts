import type { Fit } from "../match/fit/fit.ts";
import { hasWords } from "../rows/worded/worded-document.ts";
import type { FormRow } from "../rows/form-row.ts";

/**
 * Adds rows of the form that print words where their value should be (见附件, 未统计), so that these words are kept as
 * what could not be read. A row is added only if it alone bears the label of a row that was not found, in or near the
 * blocks that the table's other rows stand in.
 */
export function withWordedRows(fits: readonly Fit[], worded: readonly FormRow[]): readonly Fit[] {
  const byLabel = new Map<string, FormRow[]>();
  for (const row of worded) {
    const label = row.labels.at(-1);
    if (label !== undefined) byLabel.set(label, [...(byLabel.get(label) ?? []), row]);
  }
  return byLabel.size === 0 ? fits : fits.map((fit) => (hasWords(fit.known) ? fit : completed(fit, byLabel)));
}

function completed(fit: Fit, byLabel: ReadonlyMap<string, readonly FormRow[]>): Fit {
  const blocks = fit.rowFits.flatMap(({ printed }) => (printed ? [printed.block] : []));
  const [first, last] = [Math.min(...blocks) - NEAR, Math.max(...blocks) + NEAR];
  const rowFits = fit.rowFits.map((rowFit) => {
    const { known, printed } = rowFit;
    if (printed) return rowFit;
    const count = known.block.columns.length;
    const found = known.label
      .flatMap(({ text }) => byLabel.get(text) ?? [])
      .filter(({ block, values }) => block >= first && block <= last && values.length >= count);
    const [only] = found;
    return found.length === 1 && only ? { ...rowFit, printed: only, match: EXACT } : rowFit;
  });
  return { ...fit, rowFits };
}

const EXACT = { score: 1, kind: "exact" } as const;
/** Such a row may stand this many blocks before or after the table's others, because of captions and page ends. */
const NEAR = 6;
