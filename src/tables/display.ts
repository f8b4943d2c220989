/** Text as a terminal shows it: East Asian wide characters take two columns (UAX #11, W and F). */
export function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
    character,
  );
}

/** One entry a display column: the character that begins there, or null for the second half of a wide one. */
export function displayColumns(text: string): (string | null)[] {
  const columns: (string | null)[] = [];
  for (const character of text) {
    columns.push(character);
    if (isWide(character)) columns.push(null);
  }
  return columns;
}

/** The text between two display columns, `end` exclusive; a wide character belongs to the column it begins in. */
export function slice(columns: readonly (string | null)[], start: number, end = Infinity): string {
  return columns
    .slice(start, end)
    .map((character) => character ?? "")
    .join("");
}

export function displayWidth(text: string): number {
  return displayColumns(text).length;
}
