/**
 * Text from a document, safe inside one printed line: control and format characters (terminal escapes, line breaks,
 * bidirectional overrides, lone surrogates) are written as JSON escapes.
 */
export function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (found) => {
    const short = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[found];
    return (
      short ?? Array.from({ length: found.length }, (_, unit) => escape(found.charCodeAt(unit))).join("")
    );
  });
}

function escape(unit: number): string {
  return "\\u" + unit.toString(16).padStart(4, "0");
}
