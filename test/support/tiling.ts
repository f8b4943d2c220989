/** A merged region of a grid; rows and columns count from 1. */
export interface Region {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A tiling of height × width: each free place grows as far as the dice and the free places beside it allow. */
export function tile(height: number, width: number, dice: readonly number[]): Region[] {
  const taken = new Set<string>();
  const regions: Region[] = [];
  let next = 0;
  const roll = (most: number): number => 1 + ((dice[next++ % dice.length] ?? 0) % most);
  for (let row = 1; row <= height; row++) {
    for (let column = 1; column <= width; column++) {
      if (taken.has(`${row},${column}`)) continue;
      let colSpan = roll(width - column + 1);
      while (taken.has(`${row},${column + colSpan - 1}`)) colSpan--;
      for (let step = 1; step < colSpan; step++) if (taken.has(`${row},${column + step}`)) colSpan = step;
      const rowSpan = roll(height - row + 1);
      for (let down = 0; down < rowSpan; down++) {
        for (let right = 0; right < colSpan; right++) taken.add(`${row + down},${column + right}`);
      }
      regions.push({ row, column, rowSpan, colSpan });
    }
  }
  return regions;
}
