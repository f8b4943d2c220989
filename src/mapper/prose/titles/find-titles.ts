import { REMARK } from "./issuer.ts";
import type { ProseLine } from "../prose-line.ts";
import { type Title, readTitle } from "./title.ts";
import { withoutSite } from "./stated-title.ts";
import { MOST_LINES, withLinesAbove } from "./lines-above.ts";
import { COVER_END, REPORT, withoutSpaces, isShortEnough, isTitle, mayHoldTitle } from "./title-words.ts";

/** Markdown's marks for headings and bold text. */
const MARKS = /^[#*_\s]{1,12}|[*_]{1,4}$/gu;

/** In how many lines a title is looked for, and over how many it may be broken. */
const HEAD = 60;

/**
 * The titles among the first lines, the best first. A line that is a title by itself is preferred to one split over
 * several lines (托里县庙尔沟镇政府信息公开工作⏎2020年度报告); then counts whether the format calls it a heading,
 * whether it names the issuer and the year, and how near it stands to the text. `names` are the families': a form of
 * another kind is titled by its own name.
 */
export function findTitles(printed: readonly ProseLine[], names: readonly string[]): readonly Title[] {
  const head = printed.slice(0, HEAD);
  // A link leads to another report, unless nothing else is a title.
  const own = head.filter(({ linked }) => !linked);
  const found = own.length === head.length ? [] : titlesIn(own, names);
  return found.length > 0 ? found : titlesIn(head, names);
}

function titlesIn(head: readonly ProseLine[], names: readonly string[]): readonly Title[] {
  const lines = head.map((line) => headLine(line, names));
  // What lines say together holds what any of them or several say.
  if (!mayHoldTitle(lines.map(({ plain }) => plain).join(""), names)) return [];
  const whole = lines.flatMap((_, start) => titleAt(lines, start, 1, names));
  const found = whole.length > 0 ? [...whole, ...brokenWithin(lines, whole, names)] : broken(lines, names);
  return [...found].sort((a, b) => rankOf(b, lines) - rankOf(a, lines));
}

/** A line without marks and the names of sites, and what is asked of it wherever it may begin or continue a title. */
interface HeadLine extends ProseLine {
  /** Its text without spaces. */
  readonly plain: string;
  /** Whether it may be a title or a piece of one. Most of the first lines are sentences or fields. */
  readonly isPart: boolean;
}

function headLine(line: ProseLine, names: readonly string[]): HeadLine {
  const printed = line.text.replace(MARKS, "");
  const whole = withoutSpaces(printed);
  const text = mayHoldTitle(whole, names) ? withoutSite(printed, names) : printed;
  const plain = text === printed ? whole : withoutSpaces(text);
  return { ...line, text, plain, isPart: isShortEnough(plain) };
}

interface Candidate extends Title {
  /** Index of its first line. */
  readonly start: number;
}

function broken(lines: readonly HeadLine[], names: readonly string[]): readonly Candidate[] {
  for (let count = 2; count <= MOST_LINES; count++) {
    for (let start = 0; start + count <= lines.length; start++) {
      const found = titleAt(lines, start, count, names);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/**
 * Titles that several lines of one paragraph make. They are wanted even beside whole titles, which may be of other
 * years.
 */
function brokenWithin(
  lines: readonly HeadLine[],
  whole: readonly Candidate[],
  names: readonly string[],
): readonly Candidate[] {
  const taken = new Set(whole.map(({ start }) => start));
  return lines.flatMap((line, start) => {
    for (let count = 2; count <= MOST_LINES; count++) {
      const last = start + count - 1;
      if (taken.has(start) || taken.has(last) || lines[last]?.block !== line.block) return [];
      const [found] = titleAt(lines, start, count, names);
      if (found !== undefined) return found.issuer !== null && found.year !== null ? [found] : [];
    }
    return [];
  });
}

/**
 * Among lines that say equally much the last is preferred: it stands nearest to the report, below links and covering
 * letters.
 */
function rankOf({ start, issuer, year, value }: Candidate, lines: readonly ProseLine[]): number {
  return (
    (issuer === null ? 0 : 8) +
    (year === null ? 0 : 2) +
    (lines[start]!.heading ? 4 : 0) +
    (REPORT.test(value.replace(REMARK, "").slice(-3)) ? 4 : 0) +
    start / HEAD
  );
}

function titleAt(
  lines: readonly HeadLine[],
  start: number,
  count: number,
  names: readonly string[],
): readonly Candidate[] {
  if (!lines[start]!.isPart) return [];
  const parts = lines.slice(start, start + count);
  // An entry in a list of links ends in its date.
  if (!parts.every(({ isPart }) => isPart) || ENDS_IN_DATE.test(parts.at(-1)!.plain)) return [];
  if (parts.slice(0, -1).some(({ plain }) => COVER_END.test(plain))) return [];
  const joined = parts.map(({ plain }) => plain).join("");
  if (!isTitle(joined, names)) return [];
  const title = readTitle(joined, parts.map(({ text }) => text).join("\n"), lines[start]!.at, names);
  return [{ ...withLinesAbove(title, lines, start, names), start }];
}

const ENDS_IN_DATE = /\d{1,2}[-/.月]\d{1,2}日?[\])）】]?$/u;
