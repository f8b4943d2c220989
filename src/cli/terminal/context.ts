import type { Language } from "../../index.ts";
import type { Io } from "./io.ts";

/** What every command is given. A command reports its exit code through `done`. */
export interface CommandContext {
  readonly io: Io;
  readonly language: Language;
  readonly done: (exitCode: number) => void;
}
