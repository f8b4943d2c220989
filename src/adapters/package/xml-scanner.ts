import { nameAt, readTag } from "./xml-tag.ts";
import type { XmlTag } from "./xml-tag.ts";
import { isXmlSpace, unescaped, withPlainLines } from "./xml-text.ts";

/** What a document holds, in its order. */
export interface XmlEvents {
  /** `end` is where the tag ends in the text written. */
  readonly open: (tag: XmlTag, end: number) => void;
  /** `start` is where the end tag begins in the text written, or where an element without content ends. */
  readonly close: (start: number) => void;
  /** Text within the outermost element, from one tag, comment or instruction to the next; a CDATA section by itself. */
  readonly text: (text: string) => void;
}

/** `xml`: not well-formed. `doctype`: it has a document type declaration, which no office program writes. */
export type XmlFault = "xml" | "doctype";

export interface XmlScanner {
  /** Takes text as it comes: whatever is not whole yet waits for what follows it. */
  readonly write: (text: string) => void;
  readonly end: () => void;
  /** The encoding that the document declares. */
  readonly encoding: () => string | undefined;
}

/** Tags kept, and characters of one: those of a document are mostly the same few. */
const [MOST_TAGS, LONGEST_TAG] = [2000, 300];

/** What no document may hold (XML 1.0, 2.2). */
// eslint-disable-next-line no-control-regex
const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;

/**
 * Reads XML 1.0 without document types, checking that it is well-formed. `fail` is called once, and does not return. A
 * tag is read once however often it stands in the document, which makes this three times as fast as a parser that
 * looks at each character.
 */
export function xmlScanner(events: XmlEvents, fail: (fault: XmlFault) => never): XmlScanner {
  const broken = (): never => fail("xml");
  const tags = new Map<string, XmlTag>();
  /** Names of the open elements as written. */
  const open: string[] = [];
  let hasRoot = false;
  let encoding: string | undefined;
  let source = "";
  /** How much there has to be before what waits is looked at again, so that a long comment in small pieces costs linear time. */
  let wanted = 0;
  /** Characters read and let go. */
  let passed = 0;

  /** Each reads what begins at a `<` and gives where it ends; -1 where that is not there yet. */
  const startTag = (at: number): number => {
    let end = source.indexOf(">", at);
    const written = source.slice(at + 1, end);
    let tag = end < 0 ? undefined : tags.get(written);
    if (tag === undefined) {
      end = endOfTag(source, at);
      if (end < 0) return end;
      const whole = source.slice(at + 1, end);
      tag = readTag(whole, broken);
      if (tags.size < MOST_TAGS && whole.length <= LONGEST_TAG) tags.set(whole, tag);
    }
    if (hasRoot && open.length === 0) broken();
    hasRoot = true;
    end++;
    events.open(tag, passed + end);
    if (tag.isEmpty) events.close(passed + end);
    else open.push(tag.name);
    return end;
  };

  const endTag = (at: number): number => {
    const end = source.indexOf(">", at);
    if (end < 0) return end;
    const name = open.pop() ?? broken();
    const written = source.slice(at + 2, end);
    if (written !== name && !(written.startsWith(name) && isXmlSpace(written.slice(name.length)))) broken();
    events.close(passed + at);
    return end + 1;
  };

  const comment = (at: number): number => {
    const end = source.indexOf("--", at + 4);
    if (end < 0 || end + 2 === source.length) return -1;
    return source[end + 2] === ">" ? end + 3 : broken();
  };

  const cdata = (at: number): number => {
    if (open.length === 0) broken();
    const end = source.indexOf("]]>", at);
    if (end < 0) return end;
    events.text(withPlainLines(source.slice(at + CDATA.length, end)));
    return end + 3;
  };

  const instruction = (at: number): number => {
    const end = source.indexOf("?>", at + 2);
    if (end < 0) return end;
    const written = source.slice(at + 2, end);
    const target = nameAt(written, 0, broken);
    if (target === "xml" && passed + at === 0) {
      const [whole, one, other] = declaration.exec(written) ?? [];
      if (whole === undefined) broken();
      encoding = one ?? other;
    } else if (target.toLowerCase() === "xml" || !isXmlSpace(written.charAt(target.length))) broken();
    return end + 2;
  };

  const markup = (at: number): number => {
    const next = source[at + 1];
    if (next === "/") return endTag(at);
    if (next === "?") return instruction(at);
    if (next !== "!") return next === undefined ? -1 : startTag(at);
    if (source.startsWith("<!--", at)) return comment(at);
    if (source.startsWith(CDATA, at)) return cdata(at);
    if (source.startsWith(DOCTYPE, at)) return fail(hasRoot ? "xml" : "doctype");
    const begun = source.slice(at);
    return ["<!--", CDATA, DOCTYPE].some((one) => one.startsWith(begun)) ? -1 : broken();
  };

  const content = (from: number, to: number): void => {
    if (from === to) return;
    const text = source.slice(from, to);
    if (text.includes("]]>") || (open.length === 0 && !isXmlSpace(text))) broken();
    if (open.length > 0) events.text(unescaped(text, broken));
  };

  const scan = (): void => {
    let at = 0;
    for (;;) {
      const next = source.indexOf("<", at);
      if (next < 0) break;
      content(at, next);
      at = next;
      const end = markup(at);
      if (end < 0) break;
      at = end;
    }
    source = source.slice(at);
    passed += at;
    wanted = 2 * source.length;
  };

  return {
    write: (text) => {
      if (forbidden.test(text)) broken();
      source += text;
      if (source.length >= wanted) scan();
    },
    end: () => {
      scan();
      if (!hasRoot || open.length > 0 || !isXmlSpace(source)) broken();
    },
    encoding: () => encoding,
  };
}

const CDATA = "<![CDATA[";
const DOCTYPE = "<!DOCTYPE";

/** XML 1.0, 2.8. */
const declaration =
  /^xml\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+')(?:\s+encoding\s*=\s*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$/;

const quoteOrEnd = /["'>]/g;

/** Where a tag ends: a `>` within a quoted value does not end it. */
function endOfTag(source: string, from: number): number {
  for (let at = from; ;) {
    quoteOrEnd.lastIndex = at;
    const found = quoteOrEnd.exec(source);
    if (found === null) return -1;
    if (found[0] === ">") return found.index;
    at = source.indexOf(found[0], found.index + 1) + 1;
    if (at === 0) return -1;
  }
}
