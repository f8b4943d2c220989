import type { NarrativeFact, Place, Section } from "../../../model/index.ts";
import { foldDigits, isTraditional, simplified } from "../../../printed/folding.ts";
import { everyMatch } from "../../../printed/matches.ts";
import type { FactPattern } from "./fact-pattern.ts";
import { patterns } from "./facts-patterns.ts";
import { quantityIn } from "./facts-quantity.ts";
import { scopeOf, type Stand } from "./facts-scope.ts";
import type { PlacedSection } from "../sections.ts";

/** A figure of the prose and the words that state it, as printed. */
export interface FoundFact {
  readonly fact: NarrativeFact;
  readonly raw: string;
}

/** Every stated figure is about one of these; a sentence without any of them is not searched. */
const SUBJECT =
  /申请|公开|发布|公布|复议|诉讼|处理费|收费|费用|答复|受理|办结|无法提供|不予处理|其他处理|结转|举报|投诉/u;

/** A report states some dozens of figures; a document with more than this is hostile. */
const MAXIMUM_FACTS = 2_000;
/** A longer stretch between two full stops is not a sentence. */
const LONGEST = 3_000;

/**
 * Every figure that the prose states about the matters a report must cover, in order, and where each stands. `own` are the
 * words of the forms that the report is in.
 */
export function mapFacts(
  sections: readonly PlacedSection[],
  year: number | null,
  issuer: string | null,
  own: readonly FactPattern[] = [],
): readonly (FoundFact & { readonly at: Place | null })[] {
  const found = sections.flatMap(({ section, places }) =>
    readFacts(section, year, issuer, own).map((fact) => ({
      ...fact,
      at: places[fact.fact.paragraph] ?? null,
    })),
  );
  return found.slice(0, MAXIMUM_FACTS);
}

/** The figures of one section. Figures are read from prose nowhere else. */
export function readFacts(
  section: Section,
  year: number | null = null,
  issuer: string | null = null,
  own: readonly FactPattern[] = [],
): readonly FoundFact[] {
  const folded = [section.title, ...section.paragraphs].some(isTraditional) ? simplified : same;
  return sentencesOf(section).flatMap((printed) => {
    const sentence = { ...printed, text: folded(printed.text) };
    const asked = patternsFor(sentence.text, own);
    if (asked.length === 0) return [];
    const above = section.headings.findLast(({ paragraph }) => paragraph < sentence.paragraph);
    const headings = folded(section.title + (above ? section.paragraphs[above.paragraph]! : ""));
    return factsIn(sentence, { section: section.number, headings, year, issuer }, asked);
  });
}

function same(text: string): string {
  return text;
}

/** A sentence without spaces, with its digits folded. */
interface Sentence {
  readonly text: string;
  /** Where it begins in the text of its section, and the text of that section. */
  readonly start: number;
  readonly whole: string;
  readonly paragraph: number;
}

function sentencesOf({ paragraphs, headings }: Section): readonly Sentence[] {
  const whole = paragraphs.join("");
  const starts: number[] = [];
  paragraphs.reduce((at, paragraph) => (starts.push(at), at + paragraph.length), 0);
  // A sub-heading is a sentence of its own; other neighbouring paragraphs may be one broken sentence.
  const apart = new Set(
    headings.flatMap(({ paragraph }) => [starts[paragraph]!, starts[paragraph + 1] ?? whole.length]),
  );
  const sentences: Sentence[] = [];
  let from = 0;
  const endAt = (end: number) => {
    const printed = whole.slice(from, end);
    const first = printed.search(INK);
    const start = from + first;
    from = end;
    if (first < 0) return;
    const paragraph = starts.findLastIndex((one) => one <= start);
    sentences.push({ text: plain(printed), start, whole, paragraph: Math.max(0, paragraph) });
  };
  for (const [paragraph, start] of starts.entries()) {
    if (apart.has(start)) endAt(start);
    const end = starts[paragraph + 1] ?? whole.length;
    for (let index = start; index < end; index++) if (isStop(whole.charCodeAt(index))) endAt(index + 1);
  }
  endAt(whole.length);
  return sentences;
}

/** Whether a character is one of 。！？. */
function isStop(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;
}

const SPACES = String.raw`\0-\x20\xa0\u2000-\u200a\u3000`;
const INK = new RegExp(`[^${SPACES}]`, "u");
const TO_FOLD = new RegExp(`[${SPACES}(),;:０-９]`, "u");
const EVERY_SPACE = new RegExp(`[${SPACES}]+`, "gu");

/** Punctuation of half width, which many offices type between Chinese words. */
const WIDE: Readonly<Record<string, string>> = { "(": "（", ")": "）", ",": "，", ";": "；", ":": "：" };
/** A comma before three digits parts the thousands of a number; a colon between digits parts hours and minutes. */
const NARROW = /[();]|,(?!(?<=\d,)\d{3}(?!\d))|:(?!(?<=\d:)\d)/gu;

/** As sentences are searched: without spaces, with digits, brackets and punctuation folded. */
export function plain(printed: string): string {
  if (!TO_FOLD.test(printed)) return printed;
  return printed
    .replace(EVERY_SPACE, "")
    .replace(/[０-９]+/gu, foldDigits)
    .replace(NARROW, (mark) => WIDE[mark]!);
}

/** A number with a unit of what is counted, as the patterns read them; 0 may stand without one. */
const COUNTS =
  /[\d〇零一二三四五六七八九十百千两]万?[余多]{0,2}[件条宗起份个项例人次封元篇万%％]|[0零](?:[，。；]|$)/u;
/** The patterns of words that alone state a figure: 未收到申请. All others read a number. */
const worded = patterns.filter(({ facts }) => facts.some(({ group }) => typeof group === "number"));

/** The patterns that may find something in a sentence. */
function patternsFor(text: string, own: readonly FactPattern[]): readonly FactPattern[] {
  if (text.length > LONGEST) return [];
  const known = !SUBJECT.test(text) ? [] : COUNTS.test(text) ? patterns : worded;
  return [...own, ...known].filter((pattern) => mayFind(pattern, text));
}

function mayFind({ needs, also, unlike }: FactPattern, text: string): boolean {
  return (
    (needs === undefined || holdsAny(text, needs)) &&
    (also === undefined || holdsAny(text, also)) &&
    (unlike === undefined || !text.includes(unlike))
  );
}

function factsIn(sentence: Sentence, where: Where, asked: readonly FactPattern[]): readonly FoundFact[] {
  const found: Stated[] = [];
  for (const pattern of asked) {
    for (const one of statedBy(pattern, sentence, where)) {
      // Words that one pattern has read are not read again by another for the same fact.
      if (!found.some((other) => isReadAgain(one, other))) found.push(one);
    }
  }
  return found.sort((a, b) => a.from - b.from).map(({ fact }) => fact);
}

function holdsAny(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}

/** Where a sentence stands: its section, its headings, the report's year and its issuer. */
type Where = Pick<Stand, "headings" | "year" | "issuer"> & { readonly section: number };

/** A fact, and the offsets in the sentence between which it is stated. */
interface Stated {
  readonly from: number;
  readonly to: number;
  readonly fact: FoundFact;
}

/** The facts that one pattern finds anywhere in the sentence. */
function statedBy(pattern: FactPattern, sentence: Sentence, { section, ...where }: Where): Stated[] {
  const { text, paragraph } = sentence;
  return everyMatch(text, pattern.words).flatMap((match) => {
    const groups = match.groups ?? {};
    const [from, to] = [match.index, match.index + match[0].length];
    const before = text.slice(0, from);
    const stand: Stand = { ...where, before, words: match[0], after: text.slice(to) };
    if (pattern.after && !pattern.after.test(before)) return [];
    if (pattern.unless?.(groups, stand)) return [];
    const population = scopeOf(stand, groups["kind"]) ?? pattern.population?.(groups, stand) ?? null;
    return pattern.facts.flatMap(({ name, group, unit }): Stated[] => {
      const said =
        typeof group === "number" ? { value: group, approximate: false } : quantityIn(groups, group);
      if (!said) return [];
      const fact = {
        fact: typeof name === "string" ? name : name(groups, stand),
        ...said,
        population,
        unit: groups["unit"] ?? unit,
        section,
        paragraph,
        sentence: printed(sentence, 0, text.length),
      };
      return [{ from, to, fact: { fact, raw: printed(sentence, from, to) } }];
    });
  });
}

function isReadAgain(one: Stated, other: Stated): boolean {
  return one.fact.fact.fact === other.fact.fact.fact && other.from < one.to && one.from < other.to;
}

/** A stretch of a sentence, with the spaces that it is printed with. */
function printed({ whole, start }: Sentence, from: number, to: number): string {
  const first = placeAfter(whole, start, from);
  return whole.slice(first, placeAfter(whole, first, to - from - 1) + 1).trim();
}

/** The offset of the character before which `count` characters other than spaces stand, counted from `start`. */
function placeAfter(whole: string, start: number, count: number): number {
  let at = start;
  for (let left = count; left > 0; left -= Number(!isSpace(whole.charCodeAt(at)))) at++;
  return at;
}

/** The same spaces as above, asked of every character of a sentence. */
function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x3000;
}
