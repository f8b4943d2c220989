import type { Contact, Place } from "../../../model/index.ts";
import type { ProseLine } from "../prose-line.ts";
import { sameOffice } from "../titles/issuer.ts";
import { LABEL, PATTERNS, PRINTED, CONTACT_SIGNS } from "./contact-patterns.ts";
import { foldDigits } from "../../../printed/folding.ts";
import { FIGURES } from "../../../printed/numerals.ts";
import { everyMatch } from "../../../printed/matches.ts";

type Key = keyof Contact;
interface Entry {
  readonly key: Key;
  readonly value: string;
  readonly raw: string;
  readonly at: Place;
  /** Whether its label names the issuer's own: 联系电话, and not 监督电话 or what the foot of a page prints. */
  readonly own: boolean;
}
type FoundContact = { readonly [key in Key]: Entry | null };

export interface ContactReading {
  readonly contact: FoundContact;
  /** What is printed behind a label without being what the label names: 邮编：35040. */
  readonly unread: readonly {
    readonly field: string;
    readonly value: null;
    readonly printed: { readonly raw: string; readonly at: Place };
  }[];
  /** What a second label of the same kind names otherwise. */
  readonly differing: readonly { readonly taken: Entry; readonly other: Entry }[];
}

/** Spaces that keep an address from machines: xxgk@shui. edu. cn. */
const SPACED_DOMAIN = /@[A-Za-z0-9.-]{1,60}(?: ?\. ?(?:edu|com|gov|net|org|cn)(?![A-Za-z0-9])){1,3}/gu;
/** What stands before the label of the issuer's own number or address. */
const OWN = /(?:^|[\s，,。；;：:、（()）]|联系|办公|办公室|通[讯信]|单位|机关|电子|E-?)$/iu;
/** The label of an address for mail, which what stands before it makes another's: 举报邮箱. */
const MAIL_LABEL = /(?:邮箱|邮件|信箱|e-?mail|地址)\s{0,4}[:：]?\s{0,4}$/iu;
/** A label and what says whose it is stand within so many characters. */
const LABEL_WITHIN = 16;
/** Words of the foot of a page or of a form, whose numbers are those of the site or of who filled in the form. */
const FOOT = /主办|承办|版权|备案|ICP|技术支持|标识码|填[报表]人|制表人|审核人/u;
/** A line of the foot of a page is no longer; sentences have such words, too. */
const LONGEST_OF_FOOT = 40;
const MENTIONS =
  /邮|联系方式|电\s{0,4}话|地\s{0,4}址|传\s{0,4}真|手\s{0,4}机|热线|[@＠]|[Tt]el|TEL|[Ff]ax|FAX/u;
/** One contact is printed over so many lines at most; longer lines were not broken by hand. */
const MOST_LINES = 6;
const KEYS = ["address", "postcode", "telephone", "fax", "email"] as const;
const LONGEST = 1_000;

/** By how much the code of a full-width letter is greater. */
const WIDE = 0xfee0;

/** How to reach the issuer, taken from the lines that say most about it. */
export function contactOf(lines: readonly ProseLine[]): ContactReading {
  let best: { contact: FoundContact; unread: ContactReading["unread"] } = { contact: empty(), unread: [] };
  let most = -1;
  const all: Entry[] = [];
  for (const [index, { text, at }] of lines.entries()) {
    if (!MENTIONS.test(text)) continue;
    const whole = withNextLines(lines, index);
    const folded = withMails(
      foldDigits(whole).replace(/[Ａ-Ｚａ-ｚ＠]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE)),
    ).replace(/\\(?=[@_.-])/gu, ""); // Markdown writes xx\@yy
    const above = lines.slice(Math.max(0, index - MOST_LINES), index);
    const isFoot = FOOT.test(whole) || above.some((line) => isOfFoot(line.text));
    const entries = entriesIn(whole, folded, at, isFoot);
    for (const entry of entries) all.push(entry);
    const contact = Object.fromEntries(
      KEYS.map((key) => {
        const named = entries.filter((entry) => entry.key === key);
        return [key, named.find(({ own }) => own) ?? named[0] ?? null];
      }),
    ) as FoundContact;
    const count = Object.values(contact).filter((field) => field !== null).length;
    if (count <= most) continue;
    const unread = unreadIn(contact, folded, at);
    // A line that has figures of no use is better than one that only mentions a telephone.
    if (count > 0 || unread.length > 0) [most, best] = [count, { contact, unread }];
  }
  return { ...best, differing: differing(best.contact, all) };
}

function isOfFoot(text: string): boolean {
  return text.length <= LONGEST_OF_FOOT && FOOT.test(text);
}

/** A text with its addresses of mail as they are typed. */
function withMails(text: string): string {
  if (!text.includes("@")) return text;
  return text
    .replace(/(?<=@[A-Za-z0-9.-]{0,60})．/gu, ".")
    .replace(/(?<=[A-Za-z0-9]) ?@ ?(?=[A-Za-z0-9])/gu, "@")
    .replace(SPACED_DOMAIN, (domain) => domain.replaceAll(" ", ""));
}

function entriesIn(whole: string, folded: string, at: Place, isFoot: boolean): readonly Entry[] {
  return KEYS.flatMap((key) => {
    const text = key === "address" ? whole : folded;
    if (!CONTACT_SIGNS[key].test(text)) return [];
    return everyMatch(text, PATTERNS[key]).map(({ 0: raw, 1: printed, index }) => ({
      key,
      value: printed!.trim().replace(/、$|(?<=^\d{3}) (?=\d{3}$)/u, ""),
      raw,
      at,
      own: !isFoot && OWN.test(beforeLabel(text.slice(Math.max(0, index - LABEL_WITHIN), index), key)),
    }));
  });
}

/** The text before the label; the pattern of an address for mail begins behind it. */
function beforeLabel(text: string, key: Key): string {
  return key === "email" ? text.replace(MAIL_LABEL, "") : text;
}

function differing(contact: FoundContact, all: readonly Entry[]): ContactReading["differing"] {
  return Object.values(contact).flatMap((taken) => {
    const other =
      taken?.own && all.find((entry) => entry.own && entry.key === taken.key && !sameEntry(entry, taken));
    return taken && other ? [{ taken, other }] : [];
  });
}

/** Whether one is the other without the code of its area or its place, or has one of several numbers in common. */
function sameEntry(one: Entry, other: Entry): boolean {
  const others = partsOf(other);
  return partsOf(one).some((first) => others.some((second) => sameOffice(first, second)));
}

/** The numbers of an entry without the country's code, or an address without remarks and in figures: 中山路一号（二楼）. */
function partsOf({ key, value }: Entry): readonly string[] {
  const parts = key === "address" ? [value.replace(/[（(][^（()）]*[)）]/gu, "")] : value.split(SEVERAL);
  return parts.map((part) =>
    part
      .toLowerCase()
      .replace(/[^\p{L}\d@]/gu, "")
      .replace(/[一二三四五六七八九]/gu, (figure) => String(FIGURES.indexOf(figure)))
      .replace(/^(?:86(?=\d{9}))?0?(?=\d{5})/u, ""),
  );
}

/** What stands between numbers, one of which may begin behind a space. */
const SEVERAL = /\s?[、/，,;；或和及]\s?|\s(?=\d{7}|\(?0\d{2})/u;

function unreadIn(contact: FoundContact, text: string, at: Place): ContactReading["unread"] {
  return KEYS.flatMap((key) => {
    const isSought = contact[key] === null && CONTACT_SIGNS[key].test(text);
    const raw = isSought ? PRINTED[key]?.exec(text)?.[0].trim() : undefined;
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
