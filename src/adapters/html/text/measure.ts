import { isFilled } from "../../../printed/numbers.ts";
import { attribute, childElements, parentOf } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { HtmlCellContent } from "./cell-content.ts";
import { flow } from "./flow.ts";
import type { HtmlParagraph } from "./paragraph.ts";
import type { DocumentStyles } from "../style/styles.ts";
import {
  isChromeName,
  isEvidence,
  isFrameText,
  isNumberedHeading,
  isProse,
  isReportTitle,
  isTableLabel,
} from "./words.ts";

/** Counts of what a part of the page holds, everything inside it included. */
export interface Measure {
  /** Characters without white space; `linked` counts those that belong to links. */
  readonly text: number;
  readonly linked: number;
  /**
   * Paragraphs; then, of these, the ones mostly made of links, the ones with the report's own words, the full sentences
   * and the report titles.
   */
  readonly paragraphs: number;
  readonly links: number;
  readonly evidence: number;
  readonly prose: number;
  readonly titles: number;
  /** Paragraphs that belong to the site: tools, imprint. */
  readonly frames: number;
}

export interface MeasuredParagraph extends HtmlParagraph {
  readonly owner: HtmlElement;
  readonly heading: number | undefined;
  /** Text without any white space. */
  readonly bare: string;
}

/** Counts of what a cell holds itself, without the tables inside it. */
export interface CellMeasure {
  readonly paragraphs: number;
  readonly prose: number;
  readonly labels: number;
  readonly numbers: number;
  readonly headings: number;
  /** Tables with two or more paragraphs that stand directly in this cell. */
  readonly tables: number;
}

export interface PageSurvey {
  readonly paragraphs: readonly MeasuredParagraph[];
  of(element: HtmlElement): Measure;
  ofCell(cell: HtmlElement): CellMeasure;
  /** What flows within a cell; undefined for one that holds tables, or was not met as a part of what is shown. */
  contentOf(cell: HtmlElement): HtmlCellContent | undefined;
  readonly styles: DocumentStyles;
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

/** Surveys everything that a reader would see, in one pass. */
export function surveyPage(root: HtmlElement, styles: DocumentStyles): PageSurvey {
  const paragraphs: MeasuredParagraph[] = [];
  const measures = new Map<HtmlElement, Counts<Measure>>();
  const cells = new Map<HtmlElement, Counts<CellMeasure>>();
  const [entered, tables]: [HtmlElement[], HtmlElement[]] = [[], []];
  const contents = new Map<HtmlElement, HtmlCellContent>();
  /** The cells around what is read. */
  const open: HtmlElement[] = [];
  let content: HtmlCellContent | undefined;
  const setAside = () => {
    content = undefined;
    contents.delete(open.at(-1)!);
  };
  const said = remembering();
  flow(root, styles, {
    paragraph: (paragraph, owner, heading) => {
      let cell: HtmlElement | undefined = owner;
      while (cell !== undefined && !isCell(cell)) cell = parentOf(cell);
      if (cell !== undefined) contents.get(cell)?.paragraph(paragraph);
      // Written out, because a copy by spread costs more than all the questions asked of the text.
      const { text, lines, linked, hasRaisedDigit, seams } = paragraph;
      const { bare, saying, label, number, headline } = said(text, linked);
      if (bare === "") return;
      paragraphs.push({ text, lines, linked, hasRaisedDigit, seams, owner, heading, bare });
      const own = entry(measures, owner, nothing);
      addTo(own, saying);
      own.linked += linked;
      if (cell === undefined) return;
      const counts = entry(cells, cell, noCell);
      counts.paragraphs++;
      counts.prose += saying.prose;
      counts.labels += label;
      counts.numbers += number;
      counts.headings += headline;
    },
    replace: (element) => {
      if (element.name === "table") {
        tables.push(element);
        setAside();
      }
      return undefined;
    },
    begin: (element) => {
      if (!isCell(element)) return;
      setAside();
      open.push(element);
      contents.set(element, (content = new HtmlCellContent()));
    },
    finish: (element) => {
      if (!isCell(element)) return;
      open.pop();
      content = undefined;
    },
    enter: (element) => {
      entered.push(element);
      content?.enter(element);
    },
    text: (text, owner) => content?.text(text, owner),
    remark: (remark, element, text) => content?.remark(remark, element, text),
  });
  // From the last element to the first, so that each has collected the counts of its children before it adds them to
  // its parent.
  for (let at = entered.length - 1; at >= 0; at--) {
    const element = entered[at]!;
    const measure = measures.get(element);
    const around = parentOf(element);
    if (measure !== undefined && around !== undefined) addTo(entry(measures, around, nothing), measure);
  }
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
    contentOf: (cell) => contents.get(cell),
  };
}

/** The counts of one text: as a part of the page that holds nothing else, and as the text of a cell. */
interface Said {
  readonly bare: string;
  readonly saying: Measure;
  readonly label: number;
  readonly number: number;
  readonly headline: number;
}

/** Keeps the counts of short texts, because most texts of a page are short numbers, and the same few. */
function remembering(): (text: string, linked: number) => Said {
  const short = new Map<string, Said>();
  return (text, linked) => {
    if (linked > 0 || text.length > SHORT) return saidBy(text, linked);
    let known = short.get(text);
    if (known === undefined) short.set(text, (known = saidBy(text, linked)));
    return known;
  };
}

/** Characters; longer texts hardly ever repeat. */
const SHORT = 8;

function saidBy(text: string, linked: number): Said {
  const bare = text.replace(/\s+/g, "");
  const isLink = linked * 2 > bare.length;
  const evidence = !isLink && (text.includes("\n") ? hasEvidence(text) : isEvidence(bare));
  const prose = !isLink && isProse(bare);
  const saying = {
    text: bare.length,
    linked: 0,
    paragraphs: 1,
    links: Number(isLink),
    evidence: Number(evidence),
    prose: Number(prose),
    titles: Number(!isLink && isReportTitle(bare)),
    frames: Number(!evidence && !prose && isFrameText(bare)),
  };
  const [label, number] = [Number(isTableLabel(bare)), Number(isFilled(bare))];
  return { bare, saying, label, number, headline: Number(isNumberedHeading(bare)) };
}

function addTo(counts: Counts<Measure>, more: Measure): void {
  counts.text += more.text;
  counts.linked += more.linked;
  counts.paragraphs += more.paragraphs;
  counts.links += more.links;
  counts.evidence += more.evidence;
  counts.prose += more.prose;
  counts.titles += more.titles;
  counts.frames += more.frames;
}

function entry<T extends object>(map: Map<HtmlElement, Counts<T>>, key: HtmlElement, empty: T): Counts<T> {
  let counts = map.get(key);
  if (counts === undefined) map.set(key, (counts = { ...empty }));
  return counts;
}

function isCell(element: HtmlElement): boolean {
  return element.name === "td" || element.name === "th";
}

export function hasEvidence(text: string): boolean {
  return text.split("\n").some((line) => isEvidence(line.replace(/\s+/g, "")));
}

/**
 * True for navigation, tools and imprint: they hold nothing of the report, and look or are named like the frame of a
 * page.
 */
export function isChrome(element: HtmlElement, { of }: PageSurvey): boolean {
  const { text, linked, links, paragraphs, evidence, prose, titles, frames } = of(element);
  if (evidence > 0 || prose > 0 || titles > 0) return false;
  // A name alone is not enough: a signature may stand in a box called `bottom`.
  if ((linked > 0 || frames > 0) && isChromeName(namesOfElement(element))) return true;
  const linksInside = Math.max(links, childElements(element).filter((child) => child.name === "a").length);
  return linksInside >= 3 && linked * 2 > text && links * 2 >= paragraphs;
}

/** Tag name, classes and id, which show what an author called this part. */
export function namesOfElement(element: HtmlElement): string {
  return `${element.name} ${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`;
}
