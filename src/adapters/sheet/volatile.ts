/** What a program works out whenever it opens the file, with another result each time. */
const volatile = /\b(?:TODAY|NOW|RAND(?:BETWEEN|ARRAY)?)\(/i;

export function isVolatile(formula: string): boolean {
  return volatile.test(formula);
}
