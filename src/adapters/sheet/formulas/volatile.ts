/** Functions that give another result each time a program opens the file. */
const volatile = /\b(?:TODAY|NOW|RAND(?:BETWEEN|ARRAY)?(?:\.NV)?)\(/i;

export function isVolatile(formula: string): boolean {
  return volatile.test(formula);
}
