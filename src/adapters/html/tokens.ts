import type { Diagnostic, Limits, Token } from "../../model/index.ts";
import { isInnerTable, readCell } from "./cell.ts";
import { childElements, isAbsent, isPreformatted, lineOf } from "./dom.ts";
import type { Element } from "./dom.ts";
import { flow } from "./flow.ts";
import type { Step } from "./flow.ts";
import { infoPairs, loneLabel } from "./info.ts";
import { isLayoutTable, isPassageRow, rowGroups, visibleCells } from "./layout.ts";
import { hasEvidence, isChrome } from "./measure.ts";
import type { Survey } from "./measure.ts";
import { splitLines, verbatim } from "./lines.ts";
import { holdsText, Remarks } from "./remarks.ts";
import { formTable, rowSpanOf } from "./table.ts";
import type { SectionRow } from "./table.ts";
import { isBoilerplate } from "./words.ts";

export interface TokenReading {
  readonly tokens: readonly Token[];
  readonly diagnostics: readonly Diagnostic[];
  /** More cells than allowed; the tokens end before the table that broke the limit. */
  readonly isTooLarge: boolean;
}

/** The report as tokens. */
export function readTokens(container: Element, survey: Survey, limits: Limits): TokenReading {
  const tokens: Token[] = [];
  const remarks = new Remarks();
  let tables = 0;
  let hasBegun = false;
  let isValueNext = false;
  let cellsLeft = limits.maximumCells;
  let isTooLarge = false;

  /** Before the report begins: a line of the page's box (索引号, 发布日期 …), or the value after a label. */
  const isInfo = (text: string): boolean => {
    hasBegun ||= hasEvidence(text);
    if (hasBegun) return false;
    const wasValue = isValueNext;
    isValueNext = loneLabel(text) !== undefined;
    return wasValue || isValueNext || text.split("\n").every((line) => infoPairs(line).length > 0);
  };

  const table = (element: Element, lastOffset: number): readonly Step[] | undefined => {
    if (isInfoTable(element, survey)) return [];
    if (isLayoutTable(element, survey)) return undefined;
    hasBegun = true;
    remarkAbsentParts(element);
    if ((element.sourceCodeLocation?.startOffset ?? Infinity) < lastOffset) {
      remarks.add("misplaced-table-text", "warning", { line: lineOf(element), table: tables + 1 });
    }
    const captions = childElements(element).filter((child) => child.tagName === "caption" && !isAbsent(child));
    return [...captions, ...segments(element)];
  };

  /** Data rows, interrupted by rows that are text of the report. */
  const segments = (element: Element): Step[] => {
    const steps: Step[] = [];
    let rows: SectionRow[] = [];
    let reach = 0;
    const close = () => {
      const segment = rows;
      const cells = segment.map((row) => visibleCells(row.element));
      if (cells.every(({ length }) => length <= 1)) steps.push(...cells.flat());
      else steps.push(() => emit(element, segment), ...segment.flatMap(innerTables));
      rows = [];
      reach = 0;
    };
    for (const group of rowGroups(element)) {
      for (const [i, row] of group.entries()) {
        const cells = visibleCells(row);
        if (reach <= rows.length && isPassageRow(cells, survey)) {
          close();
          steps.push(cells[0]!);
          continue;
        }
        const below = group.length - 1 - i;
        for (const cell of cells) reach = Math.max(reach, rows.length + rowSpanOf(cell, below + 1));
        rows.push({ element: row, below });
      }
    }
    close();
    return steps;
  };

  const innerTables = ({ element }: SectionRow): Element[] =>
    visibleCells(element)
      .filter((cell) => survey.ofCell(cell).tables > 0)
      .flatMap((cell) => {
        const found: Element[] = [];
        flow(cell, {
          paragraph: () => {},
          replace: (inner) => (isInnerTable(inner, survey) ? (found.push(inner), []) : undefined),
        });
        return found;
      });

  const emit = (element: Element, rows: readonly SectionRow[]): void => {
    const formed = isTooLarge ? undefined : formTable(rows, cellsLeft);
    if (formed === undefined) {
      isTooLarge = true;
      return;
    }
    if (formed.rows.every(({ cells }) => cells.length === 0)) return;
    const number = ++tables;
    const line = rows[0]!.below === 0 && rows.length === 1 ? lineOf(rows[0]!.element) : lineOf(element);
    tokens.push({ kind: "table-start", at: { line, table: number } });
    for (const [y, row] of formed.rows.entries()) {
      const at = { line: lineOf(row.element), table: number, row: y + 1 };
      tokens.push({ kind: "row", at });
      for (const { element: cell, column, rowSpan, colSpan } of row.cells) {
        cellsLeft -= rowSpan * colSpan;
        const { text, doubt, hasHidden, hasStruck } = readCell(cell, survey);
        const place = { ...at, line: lineOf(cell), column };
        if (hasHidden) remarks.add("hidden-content", "notice", place);
        if (hasStruck) remarks.add("struck-text", "notice", place);
        tokens.push({ kind: "cell", text, rowSpan, colSpan, column, ...(doubt === undefined ? {} : { doubt }), at: place });
      }
      if (formed.overlapping.has(y + 1)) remarks.add("overlapping-cells", "warning", at);
      if (formed.short.has(y + 1)) remarks.add("short-row", "warning", at);
    }
    tokens.push({ kind: "table-end", at: { line, table: number } });
  };

  const remarkAbsentParts = (element: Element): void => {
    for (const part of childElements(element)) {
      const rows = part.tagName === "tr" ? [part] : childElements(part);
      for (const hidden of [part, ...rows, ...rows.flatMap(childElements)]) {
        if (isAbsent(hidden) && holdsText(hidden)) remarks.add("hidden-content", "notice", { line: lineOf(hidden) });
      }
    }
  };

  flow(container, {
    paragraph: (paragraph, owner, heading) => {
      if (paragraph.text.trim() === "" && !isPreformatted(owner)) return;
      if (isInfo(paragraph.text)) return;
      for (const { text, line } of isPreformatted(owner) ? verbatim(paragraph) : splitLines(paragraph)) {
        if (isBoilerplate(text)) continue;
        tokens.push({ kind: "line", text, ...(heading === undefined ? {} : { heading }), at: { line } });
      }
    },
    replace: (element, lastOffset) => {
      if (element.tagName === "table") return table(element, lastOffset);
      return isChrome(element, survey) ? [] : undefined;
    },
    remark: (remark, element) => {
      if (remark !== "hidden" && remark !== "struck") return;
      if (!holdsText(element)) return;
      remarks.add(remark === "hidden" ? "hidden-content" : "struck-text", "notice", { line: lineOf(element) });
    },
  });
  return { tokens, diagnostics: remarks.diagnostics(), isTooLarge };
}

/** The box above a document: 索引号, 发布机构, 文号 … and nothing of the report. */
function isInfoTable(element: Element, survey: Survey): boolean {
  const { evidence, prose, paragraphs } = survey.of(element);
  if (evidence > 0 || prose > 0 || paragraphs > 60) return false;
  let labels = 0;
  flow(element, {
    paragraph: ({ text }) => {
      if (loneLabel(text) !== undefined || infoPairs(text).length > 0) labels++;
    },
  });
  return labels >= 2;
}
