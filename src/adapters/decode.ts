import type { Finding } from "../model/index.ts";
import { finding } from "../findings/finding.ts";

export interface Decoded {
  /**
   * All characters of the document, without the byte order mark and with line feeds as line ends; U+FFFD stands for bytes
   * without a meaning.
   */
  readonly text: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030` (also for GBK and GB2312) or `big5`. */
  readonly encoding: string;
  /** False where the bytes are not text; `text` is empty then. */
  readonly isText: boolean;
  /** `unsupported` when the bytes are not text; `undecodable-text`, `charset-mismatch`. */
  readonly diagnostics: readonly Finding[];
}

/**
 * Decodes bytes as text. `declared` is the charset that the document claims for itself, if any. It breaks ties and
 * never overrules the bytes, because the claim is wrong in many saved pages.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const claimed = declared === undefined ? undefined : canonical(declared);
  const { encoding, text: raw } = fromMark(bytes) ?? fromBytes(bytes, claimed);
  const text = raw.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD"); // NUL would vanish in an HTML parser and join its neighbours
  const diagnostics: Finding[] = [];
  const undecodable = text.includes("\uFFFD") ? count(text, /\uFFFD/g) : 0;
  if (isBinary(text, undecodable)) {
    diagnostics.push(finding("unsupported", { args: { format: "binary" } }));
    return { text: "", encoding, isText: false, diagnostics };
  }
  if (claimed !== undefined && claimed !== encoding && /[^\p{ASCII}]/u.test(text)) {
    diagnostics.push(finding("charset-mismatch", { args: { declared: declared!, encoding } }));
  }
  if (undecodable > 0) {
    diagnostics.push(finding("undecodable-text", { args: { count: undecodable, encoding } }));
  }
  return { text, encoding, isText: true, diagnostics };
}

interface Candidate {
  readonly encoding: string;
  readonly text: string;
}

function fromMark(bytes: Uint8Array): Candidate | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return lossy("utf-8", bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return lossy("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return lossy("utf-16be", bytes);
  return undefined;
}

function fromBytes(bytes: Uint8Array, claimed: string | undefined): Candidate {
  const strict = strictUtf8(bytes);
  const utf16 = bytes.includes(0) ? fromNulPattern(bytes, strict === undefined) : undefined;
  if (utf16 !== undefined) return utf16;
  if (strict !== undefined) return strict;
  const utf8 = lossy("utf-8", bytes);
  if (isDamagedUtf8(utf8.text)) return utf8;
  // Nearly every Big5 text is also well-formed GB 18030, so the choice depends on the words, not on well-formedness.
  const gb18030 = lossy("gb18030", bytes);
  const big5 = lossy("big5", bytes);
  const [gbMerit, big5Merit] = [merit(gb18030.text), merit(big5.text)];
  if (gbMerit === big5Merit) return claimed === "big5" ? big5 : gb18030;
  return gbMerit > big5Merit ? gb18030 : big5;
}

function lossy(encoding: string, bytes: Uint8Array): Candidate {
  return { encoding, text: new TextDecoder(encoding).decode(bytes) };
}

function strictUtf8(bytes: Uint8Array): Candidate | undefined {
  try {
    return { encoding: "utf-8", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return undefined;
  }
}

/**
 * Recognises UTF-16 without a byte order mark by the NULs of its ASCII digits, spaces and line ends. The side on which
 * they fall does not show the byte order, because 一 (U+4E00) and 开 (U+5F00) have their NUL on the other side: both
 * orders are read and compared.
 */
function fromNulPattern(bytes: Uint8Array, notUtf8: boolean): Candidate | undefined {
  if (!notUtf8 && bytes.filter((byte) => byte === 0).length * 10 < bytes.length) return undefined;
  const orders = ["utf-16le", "utf-16be"].map((encoding) => {
    const candidate = lossy(encoding, bytes);
    const ascii = count(candidate.text, /[\t\n\r -~]/g);
    const chinese = count(
      candidate.text,
      /[\u00A0-\u00FF\u2000-\u26FF\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/g,
    );
    return { candidate, likely: 2 * ascii + chinese, plausible: ascii + chinese };
  });
  const best = orders[1]!.likely > orders[0]!.likely ? orders[1]! : orders[0]!;
  return best.plausible * 10 >= best.candidate.text.length * 9 ? best.candidate : undefined;
}

/**
 * UTF-8 with some broken bytes is often well-formed GB 18030 and would silently be read as other characters. In GBK
 * text read as UTF-8, however, broken sequences outnumber whole ones by far.
 */
function isDamagedUtf8(text: string): boolean {
  // Counted without lists of what is found: in a page in another encoding these are as long as the page.
  let [whole, broken] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) broken++;
    // The second half of a character beyond U+FFFF is counted with the first.
    else if (unit > 0x7f && unit >> 10 !== 0x37) whole++;
  }
  return whole > broken;
}

const familiar =
  /政府|信息公[开開]|[资資][讯訊]公[开開]|年度|[报報]告|申[请請]|行政|[数數]量|[情]?[况況]|[总總][计計體体]|公民|法人|的|年|月|日/g;

/** How much a text reads like Chinese official prose; broken and private-use characters count against it. */
function merit(text: string): number {
  return count(text, familiar) - 3 * count(text, /[\uFFFD\uE000-\uF8FF]/g);
}

function canonical(label: string): string {
  const name = label.trim().toLowerCase();
  if (/^(x-)?(gb_?2312(-?80)?|gbk|gb18030|cp936|ms936|windows-936|chinese)$/.test(name)) return "gb18030";
  if (/^(x-x-)?(big5|big5-hkscs|cn-big5|cp950)$/.test(name)) return "big5";
  if (/^(unicode-1-1-)?utf-?8$/.test(name)) return "utf-8";
  return name === "utf-16" ? "utf-16le" : name;
}

/** Control characters do not belong in text: a few are damage, more of them mean another kind of file. */
function isBinary(text: string, undecodable: number): boolean {
  const controls = count(text, /[^\P{Cc}\t\n\v\f\r]/gu);
  return controls * 100 > text.length + 300 || undecodable * 5 > text.length + 20;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
