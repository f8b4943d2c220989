import { styleText } from "node:util";
import type { Severity } from "../../model/index.ts";
import type { Environment } from "./locale.ts";

export const colourChoices = ["auto", "always", "never"] as const;
export type ColourChoice = (typeof colourChoices)[number];

/** Styles text for a terminal. Control characters must have been removed from the text before. */
export interface TerminalPaint {
  readonly severity: (severity: Severity, text: string) => string;
  /** For details that only somebody who looks them up needs, such as the id of a rule. */
  readonly dim: (text: string) => string;
}

export const unpainted: TerminalPaint = { severity: (_, text) => text, dim: (text) => text };

const STYLES = { error: ["bold", "red"], warning: ["bold", "yellow"], notice: ["cyan"] } as const;

const painted: TerminalPaint = {
  severity: (severity, text) => styled([...STYLES[severity]], text),
  dim: (text) => styled(["dim"], text),
};

export function terminalPaint(
  choice: ColourChoice,
  terminal: boolean,
  environment: Environment,
): TerminalPaint {
  return isColoured(choice, terminal, environment) ? painted : unpainted;
}

/** The command-line option wins over the environment, and NO_COLOR (no-color.org) wins over FORCE_COLOR. */
function isColoured(choice: ColourChoice, terminal: boolean, environment: Environment): boolean {
  if (choice !== "auto") return choice === "always";
  const { NO_COLOR = "", FORCE_COLOR = "", TERM } = environment;
  if (NO_COLOR !== "" || FORCE_COLOR === "0" || FORCE_COLOR === "false") return false;
  return FORCE_COLOR !== "" || (terminal && TERM !== "dumb");
}

/** Node's own check of the environment and standard output is switched off, because that is decided here already. */
function styled(format: Parameters<typeof styleText>[0], text: string): string {
  return styleText(format, text, { validateStream: false });
}
