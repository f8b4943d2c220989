/** How badly a cell over columns `start` to `end` (exclusive) sits between its neighbours; lower is better. */
export function misfit(
  cell: Span,
  start: number,
  end: number,
  { edgeless, above, below }: Neighbours,
): number {
  const span = end - start;
  let cost = span * span * 0.001;
  if (span > 1 && cell.numeric) cost += 0.5;
  cost += edgeless[start]! + edgeless[end]!;
  if (above && cell.blank) cost += above[start] === span ? -2 : 2;
  let depth: boolean | null = null;
  let mixed = false;
  for (const child of below) {
    if (child.column >= end || child.column + child.columnSpan <= start) continue;
    if (child.covered) cost += child.column === start && child.columnSpan === span ? -2 : 2;
    // A heading groups cells of one depth: 行政复议 stands over five cells that run down, 行政诉讼 over two that
    // branch.
    mixed ||= depth !== null && depth !== child.runs;
    depth = child.runs;
  }
  return mixed ? cost + 0.3 : cost;
}

export interface Span {
  readonly column: number;
  readonly columnSpan: number;
  readonly blank: boolean;
  readonly numeric: boolean;
}

interface Neighbours {
  /** For each column up to the width: how many of the two neighbours, above and below, have no cell edge there. */
  readonly edgeless: Uint8Array;
  /**
   * For each column: the width of the cell above that begins there, or 0 where none does; null where there is no row
   * above.
   */
  readonly above: Uint8Array | null;
  /**
   * The cells below; empty where they give no evidence because all have the same depth and none is a blank to be
   * covered.
   */
  readonly below: readonly Below[];
}

interface Below extends Pick<Span, "column" | "columnSpan"> {
  /** Whether it is a blank that a cell above must cover whole. */
  readonly covered: boolean;
  /** Whether the cell continues in the row below it. */
  readonly runs: boolean;
}

export function neighboursOf(
  width: number,
  above: readonly Span[] | undefined,
  below: readonly Span[] | undefined,
  belowThat: readonly Span[] | undefined,
): Neighbours {
  const edgeless = new Uint8Array(width + 1);
  for (const neighbour of [above, below]) {
    if (!neighbour) continue;
    for (let column = 0; column <= width; column++) edgeless[column]! += 1;
    for (const { column } of neighbour) edgeless[column]! -= 1;
    if (neighbour.length > 0) edgeless[width]! -= 1;
  }
  const spans = above ? new Uint8Array(width + 1) : null;
  for (const { column, columnSpan } of above ?? []) spans![column] = columnSpan;
  return { edgeless, above: spans, below: below ? telling(below, belowThat) : [] };
}

/** The cells below, if they give any evidence of the spans above them; otherwise none. */
function telling(below: readonly Span[], belowThat: readonly Span[] | undefined): readonly Below[] {
  const isData = isDataRow(below);
  const mayRun = belowThat?.some(({ blank }) => blank) ?? false;
  if (!mayRun && (isData || !below.some(({ blank }) => blank))) return []; // nearly every row
  const runs = below.map((cell) => runsDown(cell, belowThat));
  const tells = runs.includes(true) && runs.includes(false);
  if (!tells && (isData || !below.some(({ blank }) => blank))) return [];
  return below.map(({ column, columnSpan, blank }, index) => ({
    column,
    columnSpan,
    covered: blank && !isData,
    runs: runs[index]!,
  }));
}

function isDataRow(row: readonly Span[]): boolean {
  return row.some((cell) => cell.numeric) && row[0]?.blank === false;
}

function runsDown(cell: Span, below: readonly Span[] | undefined): boolean {
  return (
    below?.some(
      (under) => under.blank && under.column === cell.column && under.columnSpan === cell.columnSpan,
    ) ?? false
  );
}
