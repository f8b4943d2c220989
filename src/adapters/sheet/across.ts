import type { Range } from "./sheet.ts";

/**
 * Takes the cells of a sheet row by row, to find text that is centred across blank cells beside it (18.18.40,
 * centerContinuous).
 */
export interface AcrossCells {
  /** `isAcross`: the cell is aligned in this way. */
  readonly add: (row: number, column: number, isBlank: boolean, isAcross: boolean) => void;
  /** Ranges in which such text is centred; it is seen as in one merged cell. */
  readonly merges: readonly Range[];
}

export function acrossCells(): AcrossCells {
  const merges: Range[] = [];
  let open: { -readonly [K in keyof Range]: Range[K] } | null = null;
  return {
    add: (row, column, isBlank, isAcross) => {
      if (!isAcross) open = null;
      else if (!isBlank) open = { top: row, bottom: row, left: column, right: column };
      else if (open?.top === row && open.right === column - 1) {
        if (open.right === open.left) merges.push(open);
        open.right = column;
      } else open = null;
    },
    merges,
  };
}
