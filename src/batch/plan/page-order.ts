import { compare } from "../store/buckets.ts";

/** Orders names as their pages are counted, p2 before p10, with any leading zeros or full-width digits. */
export function comparePages(one: string, other: string): number {
  return compare(counted(one), counted(other)) || compare(one, other);
}

function counted(name: string): string {
  return name
    .replace(/[０-９]/gu, (digit) => String.fromCodePoint(digit.codePointAt(0)! - FULL_WIDTH))
    .replace(/\d{1,12}/gu, (digits) => digits.padStart(12, "0"));
}

/** The distance from a digit to its full-width form. */
const FULL_WIDTH = 0xfee0;
