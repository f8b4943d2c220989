/** The numbers of the objects that a text refers to, in order: `6 0 R` (PDF 32000-1, 7.3.10). */
export function objectsReferredTo(text: string): number[] {
  return [...text.matchAll(REFERENCE)].map(([, number]) => Number(number));
}

/** Finds the number of the object to which a dictionary refers under a key; null where it refers to none there. */
export function referenceUnder(key: string): (dictionary: string) => number | null {
  const pattern = new RegExp(String.raw`/${key}\s+${SOURCE}`);
  return (dictionary) => {
    const found = pattern.exec(dictionary);
    return found === null ? null : Number(found[1]);
  };
}

const SOURCE = String.raw`(\d{1,8})\s+\d{1,5}\s+R\b`;
const REFERENCE = new RegExp(SOURCE, "g");
