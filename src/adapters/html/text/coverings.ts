import { childElements, parentOf, within } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { lengthOf } from "../style/length.ts";
import type { DocumentStyles } from "../style/styles.ts";
import { darkBehind, isBare } from "./behind.ts";
import { HEIGHT, pullOf } from "./placed.ts";
import { generatedReach, inkReach } from "./reach.ts";

/** Follows the boxes and pictures that are laid over the page, and counts those under which a table may lie. */
export interface Coverings {
  /** Called for each element outside the tables, each line and each table, in order. */
  readonly meet: (element: HtmlElement) => void;
  readonly line: () => void;
  readonly table: (ordinal: number, part: HtmlElement) => void;
  /** The tables that may be covered. */
  readonly covered: () => ReadonlySet<number>;
}

export function coveringsOf(container: HtmlElement, styles: DocumentStyles): Coverings {
  const tables: MetTable[] = [];
  const covered = new Set<number>();
  let isEverywhere = false;
  let lines = 0;
  /** The parts of the page in which something dark lies behind the text. */
  const dark: HtmlElement[] = [];
  // What is drawn up above the first line of a page is off it.
  let sinceTable = beginsPage(container) ? 0 : Infinity;
  let reach = 0;
  for (let here = parentOf(container); here !== undefined; here = parentOf(here)) {
    isEverywhere ||= generatedReach(here, styles).up === Infinity;
    dark.push(...darkBehind(here, styles));
  }
  const coverLast = () => {
    for (const { ordinal } of tables.slice(-1)) covered.add(ordinal);
  };
  const meet = (element: HtmlElement) => {
    const { up, down } = inkReach(element, styles);
    isEverywhere ||= up === Infinity;
    if (up > sinceTable) coverLast();
    reach = Math.max(reach, down);
    dark.push(...darkBehind(element, styles));
  };
  return {
    meet,
    line: () => {
      lines++;
      if (sinceTable < -HEIGHT.line) coverLast();
      sinceTable += HEIGHT.line;
      reach -= HEIGHT.line;
    },
    table: (ordinal, part) => {
      const { up, down } = pullOf(part, styles);
      isEverywhere ||= up === Infinity;
      if (up > sinceTable + HEIGHT.line) {
        coverLast();
        covered.add(ordinal);
      }
      tables.push({ ordinal, part, top: lines * HEIGHT.line });
      if (reach > 0) covered.add(ordinal);
      [sinceTable, reach] = [-down, 0];
    },
    covered: () => {
      const { before, after } = besides(container, styles);
      for (const element of after) meet(element);
      for (const element of before) dark.push(...darkBehind(element, styles));
      const lowest = before.reduce((low, element) => Math.max(low, lowestOf(element, styles)), 0);
      const isCovered = ({ ordinal, part, top }: MetTable) =>
        isEverywhere ||
        covered.has(ordinal) ||
        lowest > top ||
        dark.some((root) => isBare(part, root, styles));
      return new Set(tables.filter(isCovered).map(({ ordinal }) => ordinal));
    },
  };
}

interface MetTable {
  readonly ordinal: number;
  readonly part: HtmlElement;
  /** Pixels that the lines above it take at least. */
  readonly top: number;
}

/** The elements of the page before the container and behind it. */
function besides(
  container: HtmlElement,
  styles: DocumentStyles,
): { readonly before: readonly HtmlElement[]; readonly after: readonly HtmlElement[] } {
  const [before, after]: [HtmlElement[], HtmlElement[]] = [[], []];
  for (let here = container; here.name !== "body";) {
    const around = parentOf(here);
    if (around === undefined) break;
    let side = before;
    for (const other of childElements(around))
      if (other === here) side = after;
      else if (styles.laidOut(other).display !== "none") for (const one of within(other)) side.push(one);
    here = around;
  }
  return { before, after };
}

/** How far down the page an element before the report reaches over it, in pixels; 0 where it stays in its place. */
function lowestOf(element: HtmlElement, styles: DocumentStyles): number {
  if (inkReach(element, styles).up !== Infinity) return 0;
  const { own, size } = styles.laidOut(element);
  const [top, height] = ["top", "height"].map((side) => lengthOf(own.get(side), size, Infinity) ?? Infinity);
  return top! + height!;
}

function beginsPage(element: HtmlElement): boolean {
  let here = element;
  for (let around = parentOf(here); around !== undefined && here.name !== "body"; around = parentOf(here)) {
    if (childElements(around)[0] !== here) return false;
    here = around;
  }
  return true;
}
