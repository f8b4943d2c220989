/** Counts of what was met and not read, or was read in a particular way; they become findings. */
export interface Counts {
  insertions: number;
  deletions: number;
  hidden: number;
  pictures: number;
  objects: number;
  imports: number;
  brokenFields: number;
  /** Content controls outside tables whose data differ from their text. */
  controls: number;
  /** Numbers in boxes that float over the page. */
  floating: number;
  cells: number;
}
