/** A condition that compares the value of a cell with constants (cellIs, ISO 29500-1 18.18.12). */
export interface CellTest {
  readonly compare: Comparison;
  readonly operands: readonly number[];
}

type Comparison = (value: number, one: number, other: number) => boolean;

/** Names of comparisons in OOXML, Excel 2003 XML and OpenDocument. */
const comparisons: Readonly<Record<string, Comparison>> = {
  equal: (value, one) => value === one,
  notequal: (value, one) => value !== one,
  lessthan: (value, one) => value < one,
  lessthanorequal: (value, one) => value <= one,
  greaterthan: (value, one) => value > one,
  greaterthanorequal: (value, one) => value >= one,
  between: (value, one, other) => value >= Math.min(one, other) && value <= Math.max(one, other),
  notbetween: (value, one, other) => value < Math.min(one, other) || value > Math.max(one, other),
};
const otherNames: Readonly<Record<string, string>> = {
  less: "lessthan",
  lessorequal: "lessthanorequal",
  greater: "greaterthan",
  greaterorequal: "greaterthanorequal",
  "=": "equal",
  "!=": "notequal",
  "<": "lessthan",
  "<=": "lessthanorequal",
  ">": "greaterthan",
  ">=": "greaterthanorequal",
};

/** Undefined where the comparison is not known or an operand is not a plain number: nobody knows when it holds. */
export function cellTest(operator: string, operands: readonly string[]): CellTest | undefined {
  const name = operator.toLowerCase().replaceAll("-", "");
  const known = otherNames[name] ?? name;
  if (!Object.hasOwn(comparisons, known)) return undefined;
  const isWhole = operands.length === (known.endsWith("between") ? 2 : 1) && operands.every(isPlain);
  return isWhole ? { compare: comparisons[known]!, operands: operands.map(Number) } : undefined;
}

/** Reads `=0`, `between(1,5)`, `cell-content()<=3`, `cell-content-is-between(1,5)` (ODF 1.3 part 3, 19.474). */
export function odfTest(condition: string): CellTest | undefined {
  const short = condition
    .slice(0, 100)
    .replaceAll(" ", "")
    .replace(/^cell-content(?:\(\)|-is-)/, "");
  const sign = /^([<>!]?=|[<>])([^(]+)$/.exec(short);
  if (sign !== null) return cellTest(sign[1]!, [sign[2]!]);
  const range = /^((?:not-)?between)\(([^,()]+),([^,()]+)\)$/.exec(short);
  return range === null ? undefined : cellTest(range[1]!, [range[2]!, range[3]!]);
}

/** False only where the cell cannot meet the condition. `stored` is the number behind the text, where it has one. */
export function mayMeet(
  { compare, operands }: CellTest,
  { text, stored }: { readonly text: string; readonly stored?: number | undefined },
): boolean {
  const [one = 0, other = 0] = operands;
  if (stored !== undefined) return compare(stored, one, other);
  // A text of digits is compared as a number by some programs, and is greater than any number for others.
  const written = text.trim();
  if (!isPlain(written)) return true;
  return compare(Number(written), one, other) || compare(Number.POSITIVE_INFINITY, one, other);
}

const isPlain = (text: string): boolean => /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text);
