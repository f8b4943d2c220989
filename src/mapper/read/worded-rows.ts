import type { Fit } from "../match/fit.ts";
import { hasWords } from "../rows/worded-form.ts";
import type { FormRow } from "../rows/form-row.ts";

/**
 * A row of the form that prints words where its value should be (见附件, 未统计) was found all the same: its words are kept as
 * what could not be read. Only one that bears the label of a row not found, in a grid the table took rows of or none did.
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
/** How many blocks of the document a table's rows may lie apart from its others: its captions, and page ends. */
const NEAR = 6;
