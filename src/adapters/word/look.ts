/** How a run looks, as far as it decides what a person sees of its text. */
export interface Look {
  readonly hidden: boolean;
  /** Deleted by a tracked change: not read. */
  readonly deleted: boolean;
  /** Inserted by a tracked change: read, and counted. */
  readonly inserted: boolean;
  readonly struck: boolean;
  /** In the colour of the paper, or too small to see. */
  readonly faint: boolean;
  readonly script?: "superscript" | "subscript" | undefined;
  readonly font?: string | undefined;
}

export const plainLook: Look = {
  hidden: false,
  deleted: false,
  inserted: false,
  struck: false,
  faint: false,
};

/** Half points; text of two points and less is a dot on the page. */
export const smallestSize = 4;
/** Twips; a row of exactly this height or less shows nothing of its text. */
export const lowestRow = 40;
