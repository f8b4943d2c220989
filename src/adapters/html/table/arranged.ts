import { parentOf } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import type { Declared } from "../style/cascade.ts";
import type { DocumentStyles } from "../style/styles.ts";
import { rowGroups, visibleCells } from "./layout.ts";

/**
 * The rows that no longer stand below each other, or whose cells no longer stand under the headings: rows, sections or
 * cells are laid out as something else than parts of a table (CSS 2.1, 17.2.1; CSS Flexbox 1; CSS Grid 2).
 */
export function rearrangedRows(table: HtmlElement, styles: DocumentStyles): readonly HtmlElement[] {
  const groups = rowGroups(table, styles);
  const rows = groups.flat();
  if (groups.length > 1 && setsSideBySide(styles.of(table).own)) return rows;
  const layouts = rows.map((row) => layoutOf(row, styles));
  const [first] = layouts;
  const isAlike = layouts.every((layout) => layout === first);
  if (isAlike && first === IN_TABLE) return rows.filter((row) => setsSideBySide(sectionOf(row, styles)));
  return rows.filter((row, at) => {
    const layout = layouts[at]!;
    return (
      (layout !== IN_TABLE && (!isAlike || beside.test(layout))) || setsSideBySide(sectionOf(row, styles))
    );
  });
}

const IN_TABLE = "";

function sectionOf(row: HtmlElement, styles: DocumentStyles): Declared {
  return styles.of(parentOf(row)!).own;
}

/** True if what the element holds stands side by side. */
function setsSideBySide(own: Declared): boolean {
  if (own.size === 0) return false;
  const display = own.get("display") ?? "";
  const said = (...names: string[]) => names.map((name) => own.get(name)).join(" ");
  if (/flex|-box$/i.test(display)) return !/column|vertical/i.test(said("flex-direction", "box-orient"));
  return /grid/i.test(display) && (own.has("grid-template") || /column/i.test(said("grid-auto-flow")));
}

/** How a row is laid out, and its cells where two that follow each other are no cells of a table: they share a place. */
function layoutOf(row: HtmlElement, styles: DocumentStyles): string {
  const { display } = styles.of(row);
  const own = display === undefined || inTable.test(display) ? IN_TABLE : display;
  const cells = visibleCells(row, styles).map((cell) => styles.of(cell).display);
  const at = cells.findIndex((one, index) => isNoCell(one) && isNoCell(cells[index + 1]));
  return at === -1 ? own : `${own} ${cells[at]!}`;
}

/** What follows what is above it; a row that is a table of its own keeps its cells in their order. */
const inTable = /^table(?!-c(?:ell|olumn))/i;
/** What stands beside what is before it, without a space between them. */
const beside =
  /^(?:-webkit-|inline|table-cell|ruby|contents|initial|unset)| (?:inline|ruby|contents|initial|unset|table-(?:header|footer))/i;

function isNoCell(display: string | undefined): boolean {
  return display !== undefined && display !== "table-cell";
}
