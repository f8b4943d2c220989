import { keysOf, parseExpression } from "../../arithmetic/expression.ts";
import { cellKey, formCells, type FormCell } from "../../arithmetic/paths.ts";
import { prepared, remembered } from "../../arithmetic/prepared.ts";
import { cellName } from "../../findings/index.ts";
import { formFinding } from "../../findings/finding.ts";
import type { FactTemplate, Finding, NarrativeFact, OtherSum, TableTemplate } from "../../model/index.ts";
import type { Check, CheckContext } from "../check.ts";
import { compareFigure, isNarrativeRule, narrativeRules, sumOfCells } from "../narrative.ts";

/** The figures of the text that a chosen form says to be those of its cells. */
export const templateFacts: Check = {
  rules: narrativeRules,
  run: (context) =>
    context.tables.flatMap(({ table, template }) => {
      const own = (template.facts ?? []).filter((fact) => fact.table === table.id);
      return [...new Set(own.map(({ id }) => id))].flatMap((id) => {
        const figures = own.filter((fact) => fact.id === id);
        return context.statements.flatMap((stated) => compared(figures, stated, table, context));
      });
    }),
};

/** The figures of one rule in one sentence. */
function compared(
  figures: readonly FactTemplate[],
  stated: readonly NarrativeFact[],
  table: TableTemplate,
  context: CheckContext,
): readonly Finding[] {
  const states = (name: string) => stated.find(({ fact }) => fact === name);
  const first = stated.find(({ fact }) => figures.some((figure) => figure.first && figure.fact === fact));
  const found = figures.flatMap((figure) => {
    const fact = states(figure.fact);
    return fact && (!figure.first || fact === first) && (figure.beside === undefined || states(figure.beside))
      ? [{ figure, fact }]
      : [];
  });
  return found.flatMap(({ figure, fact }) => {
    if (found.length < (figure.together ?? 1)) return [];
    if (figure.or && isOtherSum(figure.or, fact, table, context)) return [];
    const cells = cellsOfSum(figure.cells, table);
    return isNarrativeRule(figure.id)
      ? compareFigure(context, figure.id, fact, pointersOf(cells))
      : ownFinding(figure, fact, cells, context);
  });
}

/** The cells of the sums that the forms' facts name. */
const sumsOf = prepared((table: TableTemplate) => {
  const keyed = new Map(
    formCells(table).map((cell) => [cellKey(table, cell.row.key, cell.column.key), cell]),
  );
  return remembered((cells: string): readonly FormCell[] =>
    keysOf(parseExpression(`${cells} == 0`), [...keyed.keys()]).map((key) => keyed.get(key)!),
  );
});

function cellsOfSum(cells: string, table: TableTemplate): readonly FormCell[] {
  return sumsOf(table)(cells);
}

const pointersOf = (cells: readonly FormCell[]): readonly string[] => cells.map(({ pointer }) => pointer);

/** Whether the figure's words may mean the other sum, and it is that one. */
function isOtherSum(
  { cells, words, unless = [] }: OtherSum,
  fact: NarrativeFact,
  table: TableTemplate,
  context: CheckContext,
): boolean {
  if (words && !words.some((word) => fact.sentence.includes(word))) return false;
  if (unless.length > 0 && unless.some((word) => beforeFigure(fact).includes(word))) return false;
  const sum = sumOfCells(context, pointersOf(cellsOfSum(cells, table)));
  // Where a cell of it is blank nothing shows that the figure is not this sum.
  return sum === null || sum === fact.value;
}

/** The words of its clause right before the figure, provided it is printed in digits. */
function beforeFigure({ sentence, value }: NarrativeFact): string {
  const plain = sentence.replace(/\s/gu, "");
  const at = plain.indexOf(String(value));
  return at < 0 ? "" : plain.slice(Math.max(0, at - CLAUSE), at).replace(/^.*[，；：。（]/u, "");
}

/** No more characters before a figure are looked at. */
const CLAUSE = 30;

/** A finding of a user's form, worded as a relation: the words of the text on the left, the cells on the right. */
function ownFinding(
  figure: FactTemplate,
  fact: NarrativeFact,
  cells: readonly FormCell[],
  context: CheckContext,
): readonly Finding[] {
  const pointers = pointersOf(cells);
  const sum = sumOfCells(context, pointers);
  if (sum === null || sum === fact.value) return [];
  const quote = { sign: 1, label: `“${context.quote(fact)}”`, pointers: [] } as const;
  const terms = cells.map((cell) => ({ sign: 1, label: cellName(cell), pointers: [cell.pointer] }) as const);
  const relation = {
    within: "",
    expression: figure.cells,
    left: { sum: fact.value, terms: [quote] },
    operator: "==",
    right: { sum, terms },
  } as const;
  const [only, ...others] = pointers;
  const sides = others.length === 0 ? { path: only, expected: fact.value, actual: sum } : {};
  return [formFinding(figure, { ...sides, paths: pointers, at: context.at(only!), relation })];
}
