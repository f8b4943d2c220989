import { isFilled } from "../../printed/numbers.ts";
import { attribute, childElements, parentOf } from "./dom.ts";
import type { Element } from "./dom.ts";
import { flow } from "./flow.ts";
import type { Paragraph } from "./paragraph.ts";
import type { Styles } from "./style/styles.ts";
import {
  isChromeName,
  isEvidence,
  isFrameText,
  isNumberedHeading,
  isProse,
  isReportTitle,
  isTableLabel,
} from "./words.ts";

/** What a part of the page holds, everything inside it included. */
export interface Measure {
  /** Characters without white space, and those of them that belong to links. */
  readonly text: number;
  readonly linked: number;
  /** Paragraphs; those mostly made of links; those with the report's own words; full sentences; report titles. */
  readonly paragraphs: number;
  readonly links: number;
  readonly evidence: number;
  readonly prose: number;
  readonly titles: number;
  /** Paragraphs that speak of the site: tools, imprint. */
  readonly frames: number;
}

export interface MeasuredParagraph extends Paragraph {
  readonly owner: Element;
  readonly heading: number | undefined;
  /** Text without any white space. */
  readonly bare: string;
}

/** What a cell says itself, without the tables inside it. */
export interface CellMeasure {
  readonly paragraphs: number;
  readonly prose: number;
  readonly labels: number;
  readonly numbers: number;
  readonly headings: number;
  /** Tables with two or more paragraphs that stand directly in this cell. */
  readonly tables: number;
}

export interface Survey {
  readonly paragraphs: readonly MeasuredParagraph[];
  of(element: Element): Measure;
  ofCell(cell: Element): CellMeasure;
  readonly styles: Styles;
}

type Counts<T> = { -readonly [K in keyof T]: T[K] };

const nothing: Measure = {
  text: 0,
  linked: 0,
  paragraphs: 0,
  links: 0,
  evidence: 0,
  prose: 0,
  titles: 0,
  frames: 0,
};
const noCell: CellMeasure = { paragraphs: 0, prose: 0, labels: 0, numbers: 0, headings: 0, tables: 0 };

/** One pass over everything a reader would see. */
export function survey(root: Element, styles: Styles): Survey {
  const paragraphs: MeasuredParagraph[] = [];
  const measures = new Map<Element, Counts<Measure>>();
  const cells = new Map<Element, Counts<CellMeasure>>();
  const tables: Element[] = [];
  flow(root, styles, {
    paragraph: (paragraph, owner, heading) => {
      const bare = paragraph.text.replace(/\s+/g, "");
      if (bare === "") return;
      paragraphs.push({ ...paragraph, owner, heading, bare });
      const measure = measureOf(paragraph, bare);
      let cell: Element | undefined;
      for (let here: Element | undefined = owner; here !== undefined; here = parentOf(here)) {
        addTo(entry(measures, here, nothing), measure);
        if (cell === undefined && isCell(here)) cell = here;
      }
      if (cell === undefined) return;
      addTo(entry(cells, cell, noCell), {
        paragraphs: 1,
        prose: measure.prose,
        labels: Number(isTableLabel(bare)),
        numbers: Number(isFilled(bare)),
        headings: Number(isNumberedHeading(bare)),
        tables: 0,
      });
    },
    replace: (element) => {
      if (element.name === "table") tables.push(element);
      return undefined;
    },
  });
  for (const table of tables) {
    if ((measures.get(table)?.paragraphs ?? 0) < 2) continue;
    let here = parentOf(table);
    while (here !== undefined && !isCell(here)) here = parentOf(here);
    if (here !== undefined) entry(cells, here, noCell).tables++;
  }
  return {
    paragraphs,
    of: (element) => measures.get(element) ?? nothing,
    styles,
    ofCell: (cell) => cells.get(cell) ?? noCell,
  };
}

/** One paragraph as a part of the page that holds nothing else. */
function measureOf({ text, linked }: Paragraph, bare: string): Measure {
  const isLink = linked * 2 > bare.length;
  const evidence = !isLink && hasEvidence(text);
  const prose = !isLink && isProse(bare);
  return {
    text: bare.length,
    linked,
    paragraphs: 1,
    links: Number(isLink),
    evidence: Number(evidence),
    prose: Number(prose),
    titles: Number(!isLink && isReportTitle(bare)),
    frames: Number(!evidence && !prose && isFrameText(bare)),
  };
}

function addTo<K extends string>(counts: Record<K, number>, more: Readonly<Record<K, number>>): void {
  for (const key in more) counts[key] += more[key];
}

function entry<T extends object>(map: Map<Element, Counts<T>>, key: Element, empty: T): Counts<T> {
  let counts = map.get(key);
  if (counts === undefined) map.set(key, (counts = { ...empty }));
  return counts;
}

function isCell(element: Element): boolean {
  return element.name === "td" || element.name === "th";
}

export function hasEvidence(text: string): boolean {
  return text.split("\n").some((line) => isEvidence(line.replace(/\s+/g, "")));
}

/** Navigation, tools, imprint: nothing of the report in it, and it looks or is called like the frame of a page. */
export function isChrome(element: Element, { of }: Survey): boolean {
  const { text, linked, links, paragraphs, evidence, prose, titles, frames } = of(element);
  if (evidence > 0 || prose > 0 || titles > 0) return false;
  // A name alone is not enough: a signature may stand in a box called `bottom`.
  if ((linked > 0 || frames > 0) && isChromeName(namesOf(element))) return true;
  const linksInside = Math.max(links, childElements(element).filter((child) => child.name === "a").length);
  return linksInside >= 3 && linked * 2 > text && links * 2 >= paragraphs;
}

/** Tag name, classes and id: what an author called this part. */
export function namesOf(element: Element): string {
  return `${element.name} ${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`;
}
