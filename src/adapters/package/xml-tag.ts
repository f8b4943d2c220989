import { unescaped } from "./xml-text.ts";

export type Attributes = Readonly<Record<string, string>>;

/** A tag that opens an element, as written. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: Attributes;
  /** The element ends with it. */
  readonly isEmpty: boolean;
  readonly declaresNamespaces: boolean;
}

/** A start tag or that of an empty element, without its brackets (XML 1.0, 3.1). `broken` does not return. */
export function readTag(written: string, broken: () => never): XmlTag {
  const name = nameAt(written, 0, broken);
  const isEmpty = written.endsWith("/");
  const end = isEmpty ? written.length - 1 : written.length;
  const isPlain = !special.test(written);
  const attributes: Record<string, string> = new NamedValues();
  let declaresNamespaces = false;
  let at = name.length;
  for (let from = at; (at = afterBlanks(written, at)) < end; from = at) {
    if (at === from) broken();
    const key = nameAt(written, at, broken);
    at = afterBlanks(written, at + key.length);
    if (written[at] !== "=") broken();
    at = afterBlanks(written, at + 1);
    const quote = written[at];
    if (quote !== '"' && quote !== "'") broken();
    const close = written.indexOf(quote!, at + 1);
    if (close < 0 || key in attributes) broken();
    const value = written.slice(at + 1, close);
    attributes[key] = isPlain ? value : valueOf(value, broken);
    declaresNamespaces ||= key.startsWith("xmlns");
    at = close + 1;
  }
  return { name, attributes, isEmpty, declaresNamespaces };
}

/** What may make a value mean another text than the one it is written as. */
const special = /[<&\t\r\n]/;

/** Attributes by name, with no name there that the document does not give: `constructor`, `__proto__`. */
const NamedValues = function () {} as unknown as new () => Record<string, string>;
NamedValues.prototype = Object.create(null) as object;

/** XML 1.0, 2.3; of two halves of a character each counts. */
const name =
  /[:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uDFFF\uF900-\uFDCF\uFDF0-\uFFFD][-.0-9:A-Z_a-z\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C-\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uDFFF\uF900-\uFDCF\uFDF0-\uFFFD]*/y;

/** The name that begins there. */
export function nameAt(written: string, at: number, broken: () => never): string {
  name.lastIndex = at;
  return name.test(written) ? written.slice(at, name.lastIndex) : broken();
}

function afterBlanks(written: string, from: number): number {
  let at = from;
  while (at < written.length && isBlankCode(written.charCodeAt(at))) at++;
  return at;
}

function isBlankCode(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** Line ends and tabs of a value are spaces (3.3.3). */
function valueOf(written: string, broken: () => never): string {
  if (written.includes("<")) broken();
  return unescaped(written.replace(/\r\n?|[\n\t]/g, " "), broken);
}
