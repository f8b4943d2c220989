import type { Source } from "../../model/index.ts";

/** True for HTML, XHTML and fragments of either. */
export function sniff(source: Source): boolean {
  if (!hasTag(source.bytes)) return false; // in every encoding a tag begins with this byte
  if (beginsAsHtml(asciiHead(source.bytes.subarray(0, BEGINNING)))) return true;
  const head = asciiHead(source.bytes);
  if (beginsAsHtml(head)) return true;
  if (/^\s*(?:[%{[]|PK|<\?xml)/.test(head)) return false;
  // A text that does not begin with a tag is HTML only when it holds a whole table or says that it is a page. A `br`
  // may also stand in Markdown.
  if (/<table\b/i.test(head) && /<\/t[rd]>/i.test(head)) return true;
  return (
    (head.match(blockTag)?.length ?? 0) >= 8 || (hasPageName(source.name) && /<[a-z!/][^<>]*>/i.test(head))
  );
}

/**
 * Text or Markdown with HTML tables in it, as vision models write it: line ends outside the tags separate paragraphs.
 */
export function isMixedSource({ name }: Source, head: string): boolean {
  return !hasPageName(name) && !beginsAsHtml(head);
}

function beginsAsHtml(head: string): boolean {
  return opening.test(head.replace(/^(?:\s|<\?xml[^>]*>|<!--[^]*?-->|<!\[[^\]>]*\]>)*/, ""));
}

function hasPageName(name: string): boolean {
  return /\.(?:s?html?|xhtml)$/i.test(name);
}

const blockTag = /<\/?(?:p|div|table|tbody|tr|td|th|h[1-6]|ul|li)\b[^<>]{0,400}>/gi;
const opening =
  /^<(?:!doctype\s+html|html|head|body|meta|title|base|link|script|style|table|thead|tbody|tr|td|th|p|div|span|center|font|section|article|main|header|nav|form|h[1-6]|ul|ol|dl|blockquote|pre|strong|b|br|hr|a|img)(?=[\s/>])/i;

/** The charset that a page declares in a meta tag or the XML declaration within its first bytes (HTML 13.2.3.2). */
export function declaredCharset(head: string): string | undefined {
  const xml = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
  return xml ?? /<meta\b[^>]{0,400}?charset\s{0,8}=\s{0,8}["']?\s{0,8}([\w-]+)/i.exec(head)?.[1];
}

/**
 * The first bytes, read only for their markup, which is the same in every encoding in use once NULs are removed. Any
 * byte that is not ASCII becomes U+007F, and a byte order mark is dropped.
 */
export function asciiHead(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const mark = first === 0xef && second === 0xbb ? 3 : first === 0xfe || first === 0xff ? 2 : 0;
  // In a file without any tag only the head of a mail message could matter, and that is short.
  const end = Math.min(bytes.length, hasTag(bytes) ? LONGEST_HEAD : 4096);
  const ascii = new Uint8Array(end);
  let length = 0;
  for (let at = mark; at < end; at++) if (bytes[at] !== 0) ascii[length++] = Math.min(bytes[at]!, 0x7f);
  const text = decoder.decode(ascii.subarray(0, length));
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function hasTag(bytes: Uint8Array): boolean {
  return bytes.subarray(0, LONGEST_HEAD).includes(0x3c);
}

/** Bytes; most pages show what they are at their very beginning. */
const LONGEST_HEAD = 65_536;
const BEGINNING = 1024;

/** ASCII is the same in all encodings; this is the one that is decoded fastest. */
const decoder = new TextDecoder();
