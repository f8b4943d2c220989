import type { Block, SectionTemplate, Template } from "../../../model/index.ts";
import { listHeadings } from "./list-headings.ts";
import { proseLines } from "./prose-lines.ts";
import type { ProseLine } from "../prose-line.ts";
import { coversYear } from "../../form/years.ts";
import { readLines } from "./line-reading.ts";
import { uncutPieces } from "./pieces.ts";
import { reflow } from "./reflow.ts";

/** The prose of the document, cut at the chapters of some families. */
export interface ChapterReading {
  readonly families: readonly Template[];
  readonly lines: readonly ProseLine[];
  /** How many chapters were found that the form knows. */
  readonly titles: number;
  /** How many chapters were found in all, including those titled in the office's own words. */
  readonly chapters: number;
}

/**
 * One reading for each different list of chapters, the one with the most known chapters first. Families number theirs
 * differently.
 */
export function readChapters(
  blocks: readonly Block[],
  templates: readonly Template[],
): readonly ChapterReading[] {
  const byChapters = new Map<readonly SectionTemplate[], Template[]>();
  for (const template of templates)
    byChapters.set(template.sections, [...(byChapters.get(template.sections) ?? []), template]);
  const read = uncutPieces(readLines(reflow(blocks), () => listHeadings(templates)));
  const readings = [...byChapters].map(([sections, families]): ChapterReading => {
    const lines = proseLines(read, sections);
    return {
      families,
      lines,
      titles: lines.filter(({ known }) => known === true).length,
      chapters: lines.filter(({ known }) => known !== undefined).length,
    };
  });
  return readings.sort((a, b) => b.titles - a.titles);
}

/** What the family of the tables counts for, in chapters: it may lack one. */
const OF_TABLES = 1.5;
/** What families of the report's year count for: less than any chapter. */
const IN_YEAR = 0.25;

/**
 * The reading to keep: the one with the most chapters, where the family of the tables may lack one chapter; between
 * equals the report's year decides.
 */
export function chooseReading(
  readings: readonly ChapterReading[],
  used: ReadonlySet<string>,
  year: number | null,
): ChapterReading {
  const rank = ({ families, titles }: ChapterReading) =>
    titles +
    (families.some(({ id }) => used.has(id)) ? OF_TABLES : 0) +
    (IN_YEAR * families.filter((family) => coversYear(family, year)).length) / families.length;
  return readings.reduce((best, reading) => (rank(reading) > rank(best) ? reading : best));
}

/** So many chapters, whatever their words, show a report below a title. */
const OWN = 3;

/**
 * Whether the chapters show that this is a report: four of them, all of a family that has fewer, or two if there is a
 * title.
 */
export function hasChapters(readings: readonly ChapterReading[], titled: boolean): boolean {
  return readings.some(({ families, titles, chapters }) => {
    if (titled && chapters >= OWN) return true;
    const all = families[0]!.sections.length;
    if (all === 0) return false;
    return titles >= Math.max(2, Math.min(4, all)) || (titled && titles >= Math.min(2, all));
  });
}
