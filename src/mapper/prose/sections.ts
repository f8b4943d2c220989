import type { Place, Section } from "../../model/index.ts";
import { outlineLevel } from "../../printed/enumerators.ts";
import type { ProseLine } from "./prose-line.ts";

export interface PlacedSection {
  readonly section: Section;
  /** The place of each paragraph. */
  readonly places: readonly Place[];
}

/** The report's prose by section, in order. `proseOf` gives what is left of a line without text of tables. */
export function mapSections(
  lines: readonly ProseLine[],
  proseOf: (line: ProseLine, section: number) => string,
): readonly PlacedSection[] {
  const sections: { number: number; title: string; paragraphs: string[]; places: Place[] }[] = [
    { number: 0, title: "", paragraphs: [], places: [] },
  ];
  for (const line of lines) {
    if (line.section !== undefined) {
      sections.push({ number: line.section, title: line.text, paragraphs: [], places: [] });
      continue;
    }
    const text = proseOf(line, sections.at(-1)!.number);
    if (text === "") continue;
    sections.at(-1)!.paragraphs.push(text);
    sections.at(-1)!.places.push(line.at);
  }
  return sections
    .filter((section) => section.number !== 0 || section.paragraphs.length > 0)
    .map(({ places, ...section }) => {
      const headings: Section["headings"][number][] = [];
      for (const [paragraph, text] of section.paragraphs.entries()) {
        const level = headingLevelOfText(text);
        if (level !== null) headings.push({ paragraph, level });
      }
      return { section: { ...section, headings }, places };
    });
}

/** Level of a sub-heading by its enumerator: （一） 1, `1.` 2, （1） 3; null for a sentence. */
function headingLevelOfText(text: string): number | null {
  if (
    text.length > 50 ||
    text.endsWith("；") ||
    (text.endsWith("。") && /[。；，,;]/u.test(text.slice(0, -1)))
  )
    return null;
  const level = outlineLevel(text) - 1;
  if (level < 1) return null;
  return level === 1 || !text.endsWith("。") ? level : null;
}
