import type { Contact, Place } from "../../../model/index.ts";
import type { ProseLine } from "../prose-line.ts";
import { foldDigits } from "../../../printed/folding.ts";

type FoundContact = { readonly [key in keyof Contact]: { value: string; raw: string; at: Place } | null };

export interface ContactReading {
  readonly contact: FoundContact;
  /** What is printed behind a label without being what the label names: 邮编：35040. */
  readonly unread: readonly {
    readonly field: string;
    readonly value: null;
    readonly printed: { readonly raw: string; readonly at: Place };
  }[];
}

const LABEL = String.raw`(?:邮\s?编|邮政编码|电\s?话|联系电话|传\s?真|电子邮箱|电子邮件|邮\s?箱|[Ee]-?mail)`;
const END = String.raw`(?=[，,；;。）)\n]|[（(]${LABEL}|\s{0,4}${LABEL}|$)`;
/** Part of an address, which is no address of a site. Brackets inside it are closed: 大楼7楼702室（二）. */
const ADDRESS = String.raw`(?:[^，,；;。（()）\n]|[（(](?!${LABEL})[^（()）\n]{0,30}[)）])`;
/** A number with or without the code of its area, whole: 0591-12345678, (0591) 1234567, 138 1234 5678. */
const NUMBER = String.raw`(?:\+?86[- ]?)?\(?0?\d{2,4}\)?[-—－ ]{0,2}(?:\d{3,4}[ -]\d{4}|\d{6,8})(?!\d)|\d{7,12}(?!\d)`;
const PATTERNS: { readonly [key in keyof Contact]: RegExp } = {
  address: new RegExp(
    String.raw`(?<!网站|网页|下载|链接|邮箱|邮件|平台)(?:地\s{0,4}址|地\s{0,4}点)\s{0,4}[:：]\s{0,4}(?!https?:|www\.)(${ADDRESS}{4,60}?)${END}`,
    "u",
  ),
  postcode: /(?:邮\s{0,4}编|邮\s{0,4}政\s{0,4}编\s{0,4}码)\s{0,4}[:：]?\s{0,4}(\d{6}|\d{3} \d{3})(?!\d)/u,
  telephone: new RegExp(
    String.raw`(?:电\s{0,4}话|联系电话|联系方式)(?:号码|[/、和及]\s?传\s?真|\(传\s?真\))?\s{0,4}[:：]?\s{0,4}(\(?0?\d{2,4}\)?[-—－ ]?\d{6,8}?(?=0\d{2,3}[-—－])|(?:${NUMBER})(?:[-转]\d{1,6})?)`,
    "u",
  ),
  fax: new RegExp(String.raw`传\s{0,4}真(?:号码|\))?\s{0,4}[:：]?\s{0,4}(${NUMBER})`, "u"),
  email: /(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,100}\.[A-Za-z]{2,20})/u,
};

/** Spaces that keep an address from machines: xxgk@shui. edu. cn. */
const SPACED_DOMAIN = /@[A-Za-z0-9.-]{1,60}(?: ?\. ?(?:edu|com|gov|net|org|cn)(?![A-Za-z0-9])){1,3}/gu;
const MENTIONS = /邮|联系方式|电\s{0,4}话|地\s{0,4}址|传\s{0,4}真|[@＠]/u;
/** One contact is printed over so many lines at most; longer lines were not broken by hand. */
const MOST_LINES = 6;
const LONGEST = 1_000;

/** By how much the code of a full-width letter is greater. */
const WIDE = 0xfee0;

/** Any figures behind a label, whether they can be what it names or not. */
const PRINTED: { readonly [key in keyof Contact]?: RegExp } = {
  postcode: /(?:邮\s{0,4}编|邮\s{0,4}政\s{0,4}编\s{0,4}码)\s{0,4}[:：]\s{0,4}\d[\d -]{0,20}/u,
  telephone: /电\s{0,4}话\s{0,4}[:：]\s{0,4}[+(]?\d[\d() —-]{0,20}/u,
  fax: /传\s{0,4}真\s{0,4}[:：]\s{0,4}[+(]?\d[\d() —-]{0,20}/u,
  email: /(?:邮箱|邮件)\s{0,4}[:：]\s{0,4}[A-Za-z0-9][^\s，；;。、）]{3,60}/u,
};

/** How to reach the issuer, taken from the lines that say most about it. */
export function contactOf(lines: readonly ProseLine[]): ContactReading {
  let best: ContactReading & { readonly count: number } = { count: -1, contact: empty(), unread: [] };
  for (const [index, { text, at }] of lines.entries()) {
    if (!MENTIONS.test(text)) continue;
    const whole = withNextLines(lines, index);
    const folded = foldDigits(whole)
      .replace(/[Ａ-Ｚａ-ｚ＠]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE))
      .replace(/(?<=@[A-Za-z0-9.-]{0,60})．/gu, ".")
      .replace(/(?<=[A-Za-z0-9]) ?@ ?(?=[A-Za-z0-9])/gu, "@")
      .replace(SPACED_DOMAIN, (domain) => domain.replaceAll(" ", ""))
      .replace(/\\(?=[@_.-])/gu, ""); // Markdown writes xx\@yy
    const contact = Object.fromEntries(
      Object.entries(PATTERNS).map(([key, pattern]) => {
        const match = pattern.exec(key === "address" ? whole : folded);
        return [
          key,
          match
            ? { value: match[1]!.trim().replace(/、$|(?<=^\d{3}) (?=\d{3}$)/u, ""), raw: match[0], at }
            : null,
        ];
      }),
    ) as FoundContact;
    const count = Object.values(contact).filter((field) => field !== null).length;
    if (count <= best.count) continue;
    const unread = unreadIn(contact, folded, at);
    // A line that has figures of no use is better than one that only mentions a telephone.
    if (count > 0 || unread.length > 0) best = { count, contact, unread };
  }
  return { contact: best.contact, unread: best.unread };
}

function unreadIn(contact: FoundContact, text: string, at: Place): ContactReading["unread"] {
  return Object.entries(PRINTED).flatMap(([key, pattern]) => {
    const raw = contact[key as keyof Contact] === null ? pattern.exec(text)?.[0].trim() : undefined;
    return raw === undefined ? [] : [{ field: `contact/${key}`, value: null, printed: { raw, at } }];
  });
}

/**
 * A line together with the lines on which it may continue: a field broken at a line end is joined, and a field of its
 * own stays apart.
 */
function withNextLines(lines: readonly ProseLine[], start: number): string {
  let whole = lines[start]!.text;
  for (const { text, section } of lines.slice(start + 1, start + MOST_LINES)) {
    if (section !== undefined || whole.length + text.length > LONGEST) break;
    const last = whole.slice(whole.lastIndexOf("\n") + 1);
    whole += (isBroken(last, text) ? "" : "\n") + text;
  }
  return whole;
}

const SHORTEST_BROKEN = 20;

function isBroken(line: string, next: string): boolean {
  if (new RegExp(`^(?:联系)?(?:${LABEL}|地\\s?址)`, "u").test(next) || /[。；;]$/u.test(line)) return false;
  const open = line.split(/[（(]/u).length > line.split(/[)）]/u).length;
  if (open || /[-－—@＠._:：]$/u.test(line) || (/\d$/u.test(line) && /^\d/u.test(next))) return true;
  return line.length >= SHORTEST_BROKEN && !/[)）]$/u.test(line);
}

function empty(): FoundContact {
  return { address: null, postcode: null, telephone: null, fax: null, email: null };
}
