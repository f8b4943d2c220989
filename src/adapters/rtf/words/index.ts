import { characterWords } from "./characters.ts";
import { destinationWords } from "./destinations.ts";
import { flowWords } from "./flow.ts";
import { fontWords } from "./fonts.ts";
import { paragraphWords } from "./paragraphs.ts";
import { styleWords } from "./styles.ts";
import type { Word } from "./word.ts";

export { knownOptional } from "./destinations.ts";
/** The control words that are read, by their names (RTF 1.9.1). */
export const controlWords: ReadonlyMap<string, Word> = new Map([
  ...destinationWords,
  ...fontWords,
  ...characterWords,
  ...paragraphWords,
  ...styleWords,
  ...flowWords,
]);
