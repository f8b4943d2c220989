import type { Place } from "./place.ts";
import type { Doubt } from "./token.ts";

/** A rectangular table. `cells` are flat, in row-major order, and tile the rectangle without overlap. */
export interface Grid {
  /** Id of the layout that rebuilt it, such as `spanned` or `leading-tab`. */
  readonly layout: string;
  readonly height: number;
  readonly width: number;
  /** Its rows were printed without the cells that merges cover, so that the columns of its headings are a guess. */
  readonly ragged?: true;
  readonly cells: readonly GridCell[];
  readonly at: Place;
}

/** `row` and `column` count from 1; the cell covers `rowSpan × columnSpan` from there. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly doubt?: Doubt;
  /** No cell was printed here: its row is shorter than the grid. */
  readonly filler?: boolean;
  readonly at: Place;
}

/** The document after tables are rebuilt. */
export type Block =
  | {
      readonly kind: "line";
      readonly text: string;
      readonly heading?: number;
      readonly linked?: true;
      readonly at: Place;
    }
  | { readonly kind: "grid"; readonly grid: Grid };
