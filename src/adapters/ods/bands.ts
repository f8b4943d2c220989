/** Rows of one height, in the order of the file: each band begins where the one before it ends. */
interface Band {
  readonly top: number;
  readonly bottom: number;
  /** Points; infinite where no height is stated. */
  readonly height: number;
  readonly isHidden: boolean;
}

export interface OdsBands {
  readonly add: (band: Band) => void;
  readonly isHidden: (row: number) => boolean;
  /** Points; 0 for rows that are hidden. */
  readonly height: (row: number) => number;
}

/** Points; the height of a row for which no style states one. */
const usualRow = 12.8;

export function odsBands(): OdsBands {
  const bands: Band[] = [];
  const bandAt = (row: number): Band | undefined => {
    let [low, high] = [0, bands.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const { top, bottom } = bands[middle]!;
      if (row < top) high = middle - 1;
      else if (row > bottom) low = middle + 1;
      else return bands[middle];
    }
    return undefined;
  };
  return {
    add: (band) => void bands.push(band),
    isHidden: (row) => bandAt(row)?.isHidden ?? false,
    height: (row) => {
      const { height = usualRow, isHidden = false } = bandAt(row) ?? {};
      return isHidden ? 0 : Number.isFinite(height) ? height : usualRow;
    },
  };
}
