export interface ListLevel {
  start: number;
  format: string;
  /** `%1.%2` and the like. */
  text: string;
  suffix: string;
  /** Level (from 1) whose use restarts this one; 0 = never; undefined = any level above. */
  restart?: number;
  /** Print all numbers of this label as decimal (w:isLgl). */
  legal: boolean;
  paragraphStyle?: string;
}

/** One list instance (w:num, LFO, listoverride) resolved: its list, and the levels and starts in force. */
export interface Definition {
  /** Instances of one list go on counting together. */
  readonly list: string;
  readonly levels: readonly (ListLevel | undefined)[];
  /** Level → number at which this instance restarts it. */
  readonly starts: ReadonlyMap<number, number>;
}

export interface Numbering {
  readonly definition: (numberId: string) => Definition | null;
}

export const levelCount = 9;

/** A hostile w:lvlText would otherwise be worked out and repeated before every paragraph. */
export const maximumLabel = 100;

/** What a paragraph style says about numbers. */
export interface NumberedStyle {
  readonly id: string;
  readonly numberId?: string;
  readonly numberLevel?: number;
}
