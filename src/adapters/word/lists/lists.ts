export interface ListLevel {
  start: number;
  format: string;
  /** `%1.%2` and the like. */
  text: string;
  suffix: string;
  /** The level (from 1) whose use restarts this one; 0 = none does; undefined = any higher level does. */
  restart?: number;
  /** Print all numbers of this label as decimal (w:isLgl). */
  legal: boolean;
  paragraphStyle?: string;
}

/**
 * One list instance (w:num, LFO, listoverride) resolved: the list it belongs to, and the levels and starts that apply.
 */
export interface Definition {
  /** The list; instances of one list share their count. */
  readonly list: string;
  readonly levels: readonly (ListLevel | undefined)[];
  /** The number at which this instance restarts a level, by level. */
  readonly starts: ReadonlyMap<number, number>;
}

export interface Numbering {
  readonly definition: (numberId: string) => Definition | null;
}

export const levelCount = 9;

/**
 * Bounds the length of a label, because a hostile w:lvlText would be worked out and repeated before every paragraph.
 */
export const maximumLabel = 100;

/** What a paragraph style says about numbers. */
export interface NumberedStyle {
  readonly id: string;
  readonly numberId?: string;
  readonly numberLevel?: number;
}
