import { everyMatch } from "../../../printed/matches.ts";

const token = /([\d.]{1,20}(?:e[-+]?\d{1,3})?)(%|[a-z]{0,9})|([a-z-]{0,20}\()|([-+*/,)])|\S/gi;
/** Characters; no person writes a longer sum. */
const LONGEST = 200;

/**
 * The value of `calc(1em * 1.2)` or `clamp(14px, 2vw, 18px)` (CSS Values 4, 10), where `lengthOf` gives that of one
 * number with its unit; NaN for any other function.
 */
export function calculated(text: string, lengthOf: (number: number, unit: string) => number): number {
  const tokens = everyMatch(text.slice(0, LONGEST), token);
  let at = 0;
  const sign = (signs: string): string | undefined => {
    const next = tokens[at]?.[4];
    return next !== undefined && signs.includes(next) ? (at++, next) : undefined;
  };
  const term = (): number => {
    const minus = sign("+-") === "-" ? -1 : 1;
    const [, number, unit = "", opened] = tokens[at++] ?? [];
    if (number !== undefined) return minus * lengthOf(Number(number), unit.toLowerCase());
    if (opened === undefined) return NaN;
    const values = [sum()];
    while (sign(",") !== undefined) values.push(sum());
    if (sign(")") === undefined) return NaN;
    return minus * (functions.get(opened.toLowerCase())?.(values) ?? NaN);
  };
  const product = (): number => {
    let value = term();
    for (let next = sign("*/"); next !== undefined; next = sign("*/"))
      value = next === "*" ? value * term() : value / term();
    return value;
  };
  const sum = (): number => {
    let value = product();
    for (let next = sign("+-"); next !== undefined; next = sign("+-"))
      value += next === "-" ? -product() : product();
    return value;
  };
  const value = sum();
  return at < tokens.length ? NaN : value;
}

const only = ([value = NaN, ...others]: readonly number[]) => (others.length === 0 ? value : NaN);
const functions = new Map<string, (values: readonly number[]) => number>([
  ["(", only],
  ["calc(", only],
  ["min(", (values) => Math.min(...values)],
  ["max(", (values) => Math.max(...values)],
  ["clamp(", ([least = NaN, value = NaN, most = NaN]) => Math.max(least, Math.min(value, most))],
]);
