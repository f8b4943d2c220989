import type { Conversion, Template } from "../../model/index.ts";

/**
 * One output format, written piece by piece so that a file of any number of conversions never stands in memory.
 * A file is `header + piece + separator + piece + … + footer`.
 */
export interface Writer {
  readonly id: string;
  /** Of the files it makes, without the leading dot. */
  readonly extension: string;
  /** One line for people. */
  readonly description: string;
  /** `one` for a file that holds a single conversion by nature, `many` for any number, none included. */
  readonly frame: (holds: "one" | "many") => Frame;
  /** One conversion. `templates` must hold every layout it names. */
  readonly piece: (conversion: Conversion, templates: readonly Template[]) => string;
}

export interface Frame {
  readonly header: string;
  readonly separator: string;
  readonly footer: string;
}
