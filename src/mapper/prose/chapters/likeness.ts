import { lettersOf } from "../../../printed/edit-distance.ts";
import type { KnownLabel } from "../../../printed/labels.ts";

/** The letters of a label's words. */
export type LabelLetters = readonly {
  readonly whole: number;
  readonly least: number;
  readonly allowed: number;
}[];

export function labelLetters(label: KnownLabel): LabelLetters {
  return label.map(({ text, bare, allowed }) => ({
    whole: lettersOf(text),
    least: lettersOf(bare),
    allowed,
  }));
}

/** Those of some chapters whose titles a text may be like. Most titles lack too many characters of most chapters. */
export function likely<Chapter extends { readonly letters: LabelLetters }>(
  text: string,
  chapters: readonly Chapter[],
): readonly Chapter[] {
  const letters = lettersOf(text);
  return chapters.filter((chapter) =>
    chapter.letters.some(
      // Up to as many of a label's characters may be others; a text that lost some has no others.
      ({ whole, least, allowed }) => !lacksMore(letters, least, allowed) || (letters & ~whole) === 0,
    ),
  );
}

/** Whether more than so many of the wanted letters are lacking. */
function lacksMore(letters: number, wanted: number, allowed: number): boolean {
  let lacking = wanted & ~letters;
  for (let left = allowed; lacking !== 0; left--) {
    if (left === 0) return true;
    lacking &= lacking - 1;
  }
  return false;
}
