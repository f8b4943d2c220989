/** One field of a CSV file, RFC 4180, that no spreadsheet runs as a formula. */
export function csvField(value: string | number | boolean | null | undefined): string {
  if (typeof value !== "string") return String(value ?? "");
  const text = inert(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Spreadsheets run a text that begins like a formula (OWASP: CSV injection), so an apostrophe is put before it. A text
 * that begins with an apostrophe gets one too, so that removing one always gives the original.
 */
function inert(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠']/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? "'" + text : text;
}
