import type { NarrativeFact, Place, Section } from "../../model/index.ts";
import { foldDigits } from "../../printed/folding.ts";
import { patterns } from "./facts-patterns.ts";
import { quantityIn } from "./facts-quantity.ts";
import type { PlacedSection } from "./sections.ts";

/** A figure of the prose and the words that state it, as printed. */
export interface FoundFact {
  readonly fact: NarrativeFact;
  readonly raw: string;
}

/** Words that mean another population than the report's own figures. */
const OTHER_POPULATION = /备案|代表[^，。；]{0,6}?(?:政府|办)|本级|累计|同比|自20\d{2}年以来|历年/u;

/** What every stated figure is about; a sentence without is not searched. */
const SUBJECT =
  /申请|公开|复议|诉讼|处理费|收费|费用|答复|受理|办结|无法提供|不予处理|其他处理|结转|举报|投诉/u;

/** A report states some dozens; a document with more is hostile. */
const MAXIMUM_FACTS = 2_000;
/** What is longer between two full stops is no sentence. */
const LONGEST = 3_000;

/** Every figure the prose states about the matters a report is to tell, in order, and where. */
export function mapFacts(
  sections: readonly PlacedSection[],
): readonly (FoundFact & { readonly at: Place | null })[] {
  const found = sections.flatMap(({ section, places }) =>
    readFacts(section).map((fact) => ({ ...fact, at: places[fact.fact.paragraph] ?? null })),
  );
  return found.slice(0, MAXIMUM_FACTS);
}

/** The figures of one section. The one place that reads figures from prose. */
export function readFacts(section: Section): readonly FoundFact[] {
  return sentencesOf(section).flatMap((sentence) => factsIn(sentence, section.number));
}

/** A sentence without spaces, digits folded; `places` are the offsets of its characters in the section's text. */
interface Sentence {
  readonly text: string;
  readonly places: readonly number[];
  readonly whole: string;
  readonly paragraph: number;
}

function sentencesOf({ paragraphs, headings }: Section): readonly Sentence[] {
  const whole = paragraphs.join("");
  const starts: number[] = [];
  paragraphs.reduce((at, paragraph) => (starts.push(at), at + paragraph.length), 0);
  // A sub-heading is a sentence of its own; other paragraphs may be one, broken.
  const apart = new Set(
    headings.flatMap(({ paragraph }) => [starts[paragraph]!, starts[paragraph + 1] ?? whole.length]),
  );
  const sentences: Sentence[] = [];
  let text = "";
  let places: number[] = [];
  const end = () => {
    const paragraph = starts.findLastIndex((start) => start <= (places[0] ?? 0));
    if (text !== "") sentences.push({ text, places, whole, paragraph: Math.max(0, paragraph) });
    [text, places] = ["", []];
  };
  for (let index = 0; index < whole.length; index++) {
    if (apart.has(index)) end();
    const character = whole[index]!;
    if (isSpace(character)) continue;
    text += fold(character);
    places.push(index);
    if (character === "。" || character === "！" || character === "？") end();
  }
  end();
  return sentences;
}

function isSpace(character: string): boolean {
  return (
    character <= " " ||
    character === "\u00a0" ||
    character === "\u3000" ||
    (character >= "\u2000" && character <= "\u200a")
  );
}

function fold(character: string): string {
  if (character === "(") return "（";
  if (character === ")") return "）";
  return character >= "０" && character <= "９" ? foldDigits(character) : character;
}

function factsIn(sentence: Sentence, section: number): readonly FoundFact[] {
  const { text, paragraph } = sentence;
  if (text.length > LONGEST) return [];
  if (!SUBJECT.test(text)) return [];
  const other = OTHER_POPULATION.exec(text)?.[0] ?? null;
  const found = new Map<string, { readonly from: number; readonly fact: FoundFact }>();
  for (const pattern of patterns) {
    if (pattern.needs !== undefined && !text.includes(pattern.needs)) continue;
    for (const match of text.matchAll(pattern.words)) {
      const groups = match.groups ?? {};
      const before = text.slice(0, match.index);
      if (pattern.after && !pattern.after.test(before)) continue;
      const population = other ?? pattern.population?.(groups, before) ?? null;
      for (const { name, group, unit } of pattern.facts) {
        const said =
          typeof group === "number" ? { value: group, approximate: false } : quantityIn(groups, group);
        if (!said) continue;
        const fact = typeof name === "string" ? name : name(groups);
        const stated = {
          fact,
          ...said,
          population,
          unit: groups["unit"] ?? unit,
          section,
          paragraph,
          sentence: printed(sentence, 0, text.length),
        };
        const key = `${fact} ${match.index}`;
        if (!found.has(key))
          found.set(key, {
            from: match.index,
            fact: { fact: stated, raw: printed(sentence, match.index, match.index + match[0].length) },
          });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from).map(({ fact }) => fact);
}

/** A stretch of a sentence with the spaces it is printed with. */
function printed({ places, whole }: Sentence, from: number, to: number): string {
  return whole.slice(places[from], places[to - 1]! + 1).trim();
}
