/**
 * Levenshtein's distance up to a limit; any number above the limit where the distance is greater. What both texts begin
 * and end with needs no edit.
 */
export function editDistance(a: string, b: string, limit: number): number {
  // Units are compared, not characters: V8 makes a string of each Chinese character that is looked at.
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const width = endB - start;
  if (endA === start || width === 0) return endA - start + width;
  if (!shareCharacters(a, b, start, endA, endB, limit)) return limit + 1;
  const row = width < LINE.length ? LINE : new Uint16Array(width + 1);
  for (let j = 0; j <= width; j++) row[j] = j;
  for (let i = start; i < endA; i++) {
    const unit = a.charCodeAt(i);
    let diagonal = row[0]!;
    let left = diagonal + 1;
    let least = left;
    row[0] = left;
    for (let j = 1; j <= width; j++) {
      const edits = diagonal + Number(unit !== b.charCodeAt(start + j - 1));
      diagonal = row[j]!;
      left = Math.min(diagonal + 1, left + 1, edits);
      row[j] = left;
      if (left < least) least = left;
    }
    if (least > limit) return limit + 1;
  }
  return row[width]!;
}

/** Room for a line of distances; labels are compared by the thousand, and none is as long. */
const LINE = new Uint16Array(256);

/** Quick refusal: each character between the ends of `a` that does not occur between those of `b` costs an edit. */
function shareCharacters(
  a: string,
  b: string,
  start: number,
  endA: number,
  endB: number,
  limit: number,
): boolean {
  const letters = lettersOf(b, start, endB);
  let missing = 0;
  for (let index = start; index < endA; index++)
    if (((letters >>> (a.charCodeAt(index) & 31)) & 1) === 0 && ++missing > limit) return false;
  return true;
}

/** Which characters a stretch of a text has, a bit for every 32nd of them: enough to refuse nearly all that differ. */
export function lettersOf(text: string, start = 0, end = text.length): number {
  let letters = 0;
  for (let index = start; index < end; index++) letters |= 1 << (text.charCodeAt(index) & 31);
  return letters;
}
