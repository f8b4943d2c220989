import type { Conversion, Template } from "../../model/index.ts";

/**
 * One output format, written piece by piece, so that a file of many conversions is never held in memory. A file is
 * `header + piece + separator + piece + … + footer`.
 */
export interface Writer {
  readonly id: string;
  /** Extension of the files it makes, without the dot. */
  readonly extension: string;
  /** One line for people. */
  readonly description: string;
  /** `one` for a file that by its nature holds a single conversion, `many` for any number, including none. */
  readonly frame: (holds: "one" | "many") => Frame;
  /** One conversion. `templates` must hold every layout it names. */
  readonly piece: (conversion: Conversion, templates: readonly Template[]) => string;
}

export interface Frame {
  readonly header: string;
  readonly separator: string;
  readonly footer: string;
}
