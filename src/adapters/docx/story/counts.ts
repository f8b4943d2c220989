/** What was met and not read, or read in a particular way; becomes diagnostics. */
export interface Counts {
  insertions: number;
  deletions: number;
  hidden: number;
  pictures: number;
  objects: number;
  imports: number;
  brokenFields: number;
  /** Content controls outside tables whose data say something else. */
  controls: number;
  /** Numbers in boxes that float over the page. */
  floating: number;
  cells: number;
}
