import { childElements, parentOf } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { fixedColumns, isCutByColumns } from "./fixed-columns.ts";
import { isFaint } from "../text/seen.ts";
import type { ElementLook } from "../style/look.ts";
import type { DocumentStyles } from "../style/styles.ts";
import { spanOf } from "./table.ts";
import type { PlacedHtmlCell } from "./table.ts";

/** Columns beyond this many are not looked at. */
const mostColumns = 1000;

/**
 * Gives a test whether the columns of its table hide or cut the text of a cell: `col` and `colgroup` give a ground to
 * cells that have none, and may take a column away (CSS 2.1, 17.3 and 17.5.1), and fixed widths cut numbers.
 */
export function columnsOf(row: HtmlElement, styles: DocumentStyles): (cell: PlacedHtmlCell) => boolean {
  let table: HtmlElement | undefined = row;
  while (table !== undefined && table.name !== "table") table = parentOf(table);
  const looks = table === undefined ? [] : looksOf(table, styles);
  const widths = table && fixedColumns(table, styles);
  const isCut = (cell: PlacedHtmlCell): boolean =>
    widths !== undefined && isCutByColumns(cell, widths, styles);
  const paper = table === undefined ? [] : styles.of(table).grounds;
  if (looks.every(({ grounds, isVisible }) => isVisible && grounds[0] === paper[0])) return isCut;
  return (cell) => {
    const { element, column, colSpan } = cell;
    if (isCut(cell)) return true;
    const look = styles.of(element);
    const isBare = look.grounds[0] === paper[0];
    return looks
      .slice(column - 1, column - 1 + colSpan)
      .some(({ isVisible, grounds }) => !isVisible || (isBare && isFaint({ ...look, grounds })));
  };
}

function looksOf(table: HtmlElement, styles: DocumentStyles): ElementLook[] {
  const looks: ElementLook[] = [];
  const add = (element: HtmlElement): void => {
    const count = spanOf(element, "span", mostColumns) || 1;
    for (let at = 0; at < count && looks.length < mostColumns; at++) looks.push(styles.of(element));
  };
  for (const group of childElements(table).filter(({ name }) => name === "colgroup")) {
    const columns = childElements(group).filter(({ name }) => name === "col");
    if (columns.length === 0) add(group);
    else columns.forEach(add);
  }
  return looks;
}
