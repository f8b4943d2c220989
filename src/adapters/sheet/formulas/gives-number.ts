const ofNumbers =
  /^(?:SUM|SUMIF|SUMIFS|SUMPRODUCT|SUBTOTAL|PRODUCT|COUNT|COUNTA|COUNTIF|COUNTIFS|COUNTBLANK|AVERAGE|MIN|MAX|ROUND|ROUNDUP|ROUNDDOWN|INT|ABS|MOD)\(/i;

/**
 * Whether a formula gives a number, so that a blank text is not its result: all of it is one function of numbers, or sums
 * and products without any function or text.
 */
export function givesNumber(formula: string): boolean {
  const body = formula.replace(/^\s?(?:[a-z]{1,9}:)?=?/i, "").trim();
  if (body === "" || body.includes('"')) return false;
  if (ofNumbers.test(body)) return closingOf(body, body.indexOf("(")) === body.length - 1;
  return /[+*/-]/.test(body) && !/[&<>=]|[\p{L}_.]\(/u.test(body);
}

/** Where the bracket closes that opens at `from`; -1 where it does not. */
function closingOf(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  return -1;
}
