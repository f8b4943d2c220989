/** The number that a cell of an OpenDocument table stores; null for other kinds. */
export function storedNumber(attributes: Readonly<Record<string, string | undefined>>): number | null {
  const type = attributes["office:value-type"];
  if (type !== "float" && type !== "percentage" && type !== "currency") return null;
  const number = Number(attributes["office:value"] ?? "");
  return Number.isFinite(number) ? number : null;
}

/**
 * Whether digits show the number that is stored, rounded to as many decimals as the digits have; percentages are
 * multiplied by a hundred. The shown text is kept beside the stored number, and a program may write it anew: where the
 * two differ, nobody knows which is seen.
 */
export function showsNumber(text: string, number: number): boolean {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(text.normalize("NFKC"))?.[0].replaceAll(",", "") ?? "";
  const decimals = digits.split(".")[1]?.length ?? 0;
  const stored = Math.abs(/%|％/.test(text) ? number * 100 : number);
  return Math.abs(Number(digits) - stored) <= 0.5 * 10 ** -decimals + 1e-9 * Math.max(1, stored);
}
