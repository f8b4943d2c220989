/**
 * `- 4 -`, `—5—`, `第 4 页 共 6 页`, `Page 4 of 6`, `4 / 6` alone on a line: never a value, though the first would read
 * as a negative number.
 */
export function isPageNumber(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= LONGEST && MARKED.test(trimmed);
}

/** A page number in any form, for lines in the margins of a page: also `4`, `4/6`, `Page 4 of 6`. */
export function isPageNumberInMargin(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= LONGEST && (MARKED.test(trimmed) || BARE.test(trimmed));
}

/** What stands between the pages of a table: nothing, a page number, （续表）. */
export function isPageEnd(text: string): boolean {
  const plain = text.length <= LONGEST ? text.replace(/\s+/gu, "") : text.trim();
  return (
    plain === "" || isPageNumber(text) || isPageNumber(plain) || NUMBER.test(plain) || CONTINUED.test(plain)
  );
}

const LONGEST = 60;
const DASH = "[-—–－―‐─]";
const MARKED = new RegExp(
  String.raw`^(?:${DASH}+\s*\d{1,4}\s*${DASH}+|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|[Pp]age\s+\d{1,4}(?:\s+of\s+\d{1,4})?|[1-9]\d{0,2}\s[/／]\s[1-9]\d{0,2})$`,
  "u",
);
const NUMBER = new RegExp(`^${DASH}*\\d{1,4}${DASH}*$`, "u");
const BARE =
  /^(?:[-—–－―─·•~～\s]*\d{1,4}[-—–－―─·•~～\s]*|\d{1,4}\s*[/／]\s*\d{1,4}|[Pp]age\s+\d{1,4}(?:\s+of\s+\d{1,4})?)$/u;
const CONTINUED = /^[（(]?(?:接上[表页]|续上?[表页]?)\d?[)）]?[:：]?$/u;
