/** Columns of fixed width: Chinese characters and full-width punctuation take two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE = /[\p{Script=Han}\u2e80-\u303e\uff00-\uff60\uffe0-\uffe6“”‘’…]/u;
