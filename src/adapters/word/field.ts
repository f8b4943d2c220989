import { unknownCharacter } from "./symbols.ts";

/** A field; its result is shown, its instruction is not. */
export interface Field {
  inResult: boolean;
  instruction: string;
  /** Entries of a drop-down form field, and which one is chosen (ISO 29500-1 17.16.9). */
  readonly choices: string[];
  choice: number;
}

/** What a field without a result shows. Word draws some from their instruction alone: that is not in the file. */
export function shownWithoutResult({ instruction, choices, choice }: Field): string {
  if (/^\s*FORMDROPDOWN\b/i.test(instruction)) return choices[choice] ?? "";
  return /^\s*(EQ|SYMBOL|LISTNUM|AUTONUM\w*)\b/i.test(instruction) ? unknownCharacter : "";
}
