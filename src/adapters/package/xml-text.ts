/** Text as a document means it: line ends and references resolved (XML 1.0, 2.11 and 4.1). `broken` does not return. */
export function unescaped(written: string, broken: () => never): string {
  const text = withPlainLines(written);
  if (!text.includes("&")) return text;
  return text.replace(/&([^&;]*)(;?)/g, (_, name: string, end: string) =>
    end === "" ? broken() : (entities.get(name) ?? character(name) ?? broken()),
  );
}

export function withPlainLines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** White space of XML and nothing else. */
export function isXmlSpace(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

/** No others are declared where there is no document type. */
const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Undefined for what is no reference, or one to a character that no document may hold (2.2). */
function character(reference: string): string | undefined {
  const [, decimal, hex] = /^#(?:(\d+)|x([\dA-Fa-f]+))$/.exec(reference) ?? [];
  if (decimal === undefined && hex === undefined) return undefined;
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}
