/** One document as it was handed in. The core reads these bytes and nothing else. */
export interface Source {
  /** File name or any label; used in messages and, after the content, to settle the format. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
