/** The raw exports, which take and give only numbers: the wrapped ones cost more than the functions they wrap. */
export type Calls = Record<string, (...values: number[]) => number>;

export interface Library {
  readonly call: Calls;
  /** Views of the memory. Read the property anew after every call, because any call may make the memory grow. */
  readonly heap: Heap;
  /** 128 bytes for results, aligned to 8. */
  readonly scratch: number;
}

export interface Heap {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
}

/**
 * Converts user space (origin bottom left, y up) to the page as shown; `turn` is in clockwise quarter turns. `unit` is
 * the length of a unit of user space on the page as it is read, in points. `quarters` of its turn are not the page's
 * own, but made so that its text reads from left to right.
 */
export interface ShownFrame {
  readonly width: number;
  readonly height: number;
  readonly turn: number;
  readonly quarters: number;
  readonly unit: number;
  readonly x: (x: number, y: number) => number;
  readonly y: (x: number, y: number) => number;
}

export function makeFrame(
  left: number,
  top: number,
  right: number,
  bottom: number,
  turn: number,
  unit: number,
): Omit<ShownFrame, "quarters"> {
  const wide = unit * (right - left);
  const high = unit * (top - bottom);
  const size = turn % 2 === 1 ? { width: high, height: wide } : { width: wide, height: high };
  switch (turn) {
    case 1:
      return { ...size, turn, unit, x: (_, y) => unit * (y - bottom), y: (x) => unit * (x - left) };
    case 2:
      return { ...size, turn, unit, x: (x) => unit * (right - x), y: (_, y) => unit * (y - bottom) };
    case 3:
      return { ...size, turn, unit, x: (_, y) => unit * (top - y), y: (x) => unit * (right - x) };
    default:
      return { ...size, turn: 0, unit, x: (x) => unit * (x - left), y: (_, y) => unit * (top - y) };
  }
}
