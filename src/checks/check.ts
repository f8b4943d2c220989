import type { Diagnostic } from "../model/index.ts";
import type { CheckContext } from "./context.ts";

/** One check over one report. It yields findings and never changes a value. */
export interface Check {
  /** Rule ids it can yield. */
  readonly rules: readonly string[];
  readonly run: (context: CheckContext) => readonly Diagnostic[];
}
