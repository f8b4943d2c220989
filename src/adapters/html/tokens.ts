import type { Doubt, Finding, Limits, PagePicture, Place, Token } from "../../model/index.ts";
import { finding } from "../../findings/finding.ts";
import { isNumber } from "../../printed/numbers.ts";
import { readHtmlCell } from "./table/cell.ts";
import { columnsOf } from "./table/columns.ts";
import { childElements, lineOf, within } from "./tree/dom.ts";
import type { HtmlElement } from "./tree/dom.ts";
import { flow } from "./text/flow.ts";
import type { Step } from "./text/flow.ts";
import { infoPairs, isInfoTable, loneLabel } from "./info.ts";
import { isAbsent, isLayoutTable } from "./table/layout.ts";
import { splitLines, verbatim } from "./text/lines.ts";
import { hasEvidence, isChrome } from "./text/measure.ts";
import type { PageSurvey } from "./text/measure.ts";
import { isReportText, Remarks } from "./tree/remarks.ts";
import type { Scripts } from "./tree/scripts.ts";
import { pagePicture } from "./pictures.ts";
import type { PartFinder } from "./style/addresses.ts";
import { coveringsOf } from "./text/coverings.ts";
import { floats } from "./text/laid-over.ts";
import { isShownPopover } from "./text/placed.ts";
import { innerTables, segmentsOf } from "./table/segments.ts";
import type { DocumentStyles } from "./style/styles.ts";
import { formTable } from "./table/table.ts";
import type { SectionRow } from "./table/table.ts";
import { isBoilerplate } from "./text/words.ts";

/** If no more rows of a table than this end elsewhere than the others, each gets a finding of its own. */
const FEW_ROWS = 3;

export interface TokenReading {
  readonly tokens: readonly Token[];
  readonly diagnostics: readonly Finding[];
  /** Pictures that may be pages of the report, in order. */
  readonly pictures: readonly PagePicture[];
  /** True if there were more cells than allowed: a table is missing. */
  readonly isTooLarge: boolean;
}

const unseen: Doubt = { kind: "unreadable", reason: "unseen-text" };

/** The report as tokens. */
export function readTokens(
  container: HtmlElement,
  survey: PageSurvey,
  scripts: Scripts,
  limits: Limits,
  find: PartFinder,
  onCell?: (element: HtmlElement, at: Place) => void,
): TokenReading {
  const { styles } = survey;
  const tokens: Token[] = [];
  const remarks = new Remarks();
  let tables = 0;
  const evidence = survey.of(container).evidence;
  let evidenceSeen = 0;
  let isValueNext = false;
  let cellsLeft = limits.maximumCells;
  let isTooLarge = false;
  /** Count of numbers that are laid over the page; each of them may stand in a cell. */
  let floating = 0;
  const coverings = coveringsOf(container, styles);
  const pictures: PagePicture[] = [];
  const show = (image: HtmlElement): void => {
    const picture = pagePicture(image, survey, find);
    if (picture !== null) pictures.push(picture);
  };
  /** Shows the picture of a cell that holds nothing else. */
  const showWithin = (cell: HtmlElement, doubt: Doubt | undefined): void => {
    if (doubt?.kind !== "unreadable" || doubt.reason !== "picture") return;
    for (const one of within(cell)) if (one.name === "img") show(one);
  };

  /**
   * True for a text before the report begins that is a line of the page's box (索引号, 发布日期 …), or the value after
   * a label.
   */
  const isInfo = (text: string): boolean => {
    if (hasEvidence(text)) evidenceSeen++;
    if (evidenceSeen > 0 || evidence === 0) return false;
    const isValue = isValueNext;
    isValueNext = /[:：]\s*$/.test(text) && loneLabel(text) !== undefined;
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    return isValue || isValueNext || lines.every((line) => infoPairs(line).length > 0);
  };

  /**
   * True for a part of the page's frame. The frame stands before or after the report; a list of links amid the report
   * belongs to the report.
   */
  const isFrame = (element: HtmlElement): boolean =>
    evidence > 0 && (evidenceSeen === 0 || evidenceSeen >= evidence) && isChrome(element, survey);

  const table = (element: HtmlElement, lastOffset: number): readonly Step[] | undefined => {
    if (evidence > 0 && evidenceSeen === 0 && isInfoTable(element, survey)) return [];
    if (isLayoutTable(element, survey)) return isFrame(element) ? [] : undefined;
    for (const hidden of absentParts(element, styles))
      remarks.add("hidden-content", { line: lineOf(hidden) });
    if ((element.sourceCodeLocation?.startOffset ?? Infinity) < lastOffset) {
      // Text between cells is shown before the table (foster parenting): it is not known which cell it belonged to.
      remarks.add("misplaced-table-text", { line: lineOf(element), table: tables + 1 });
    }
    const captions = childElements(element).filter(
      (child) => child.name === "caption" && !isAbsent(child, styles),
    );
    return [
      ...captions,
      ...segmentsOf(element, survey).flatMap((segment): Step[] =>
        "passage" in segment
          ? [segment.passage]
          : [() => emit(segment.rows), ...innerTables(segment.rows, survey)],
      ),
    ];
  };

  const emit = (rows: readonly SectionRow[]): void => {
    const formed = isTooLarge ? undefined : formTable(rows, cellsLeft, styles);
    if (formed === undefined) {
      isTooLarge = true;
      return;
    }
    const start = { line: lineOf(rows[0]!.element), table: ++tables };
    const isUnseen = columnsOf(rows[0]!.element, styles);
    coverings.table(tables, rows[0]!.element);
    tokens.push({ kind: "table-start", at: start });
    for (const [y, row] of formed.rows.entries()) {
      const at = { line: lineOf(row.element), table: start.table, row: y + 1 };
      tokens.push({ kind: "row", at });
      for (const cell of row.cells) {
        const { element, column, rowSpan, colSpan } = cell;
        evidenceSeen += survey.of(element).evidence;
        const { text, hasHidden, hasStruck, doubt: own } = readHtmlCell(element, survey, scripts);
        const doubt = own ?? (/\d/.test(text) && isUnseen(cell) ? unseen : undefined);
        const place = { line: lineOf(element), table: at.table, row: at.row, column };
        onCell?.(element, place);
        showWithin(element, doubt);
        if (hasHidden) remarks.add("hidden-content", place);
        if (hasStruck) remarks.add("struck-text", place);
        tokens.push({ kind: "cell", text, rowSpan, colSpan, column, ...(doubt && { doubt }), at: place });
      }
      if (formed.overlapping.has(y + 1)) remarks.add("overlapping-cells", at);
      if (formed.short.has(y + 1)) remarks.add("short-row", at, formed.short.size <= FEW_ROWS);
    }
    tokens.push({ kind: "table-end", at: start });
    cellsLeft -= formed.slots;
  };

  flow(container, styles, {
    paragraph: (paragraph, owner, heading) => {
      if (isNumber(paragraph.text.trim()) && floats(owner, styles)) floating++;
      const isLinked = paragraph.linked * 2 > paragraph.text.replace(/\s+/gu, "").length;
      const isVerbatim = styles.of(owner).isPreformatted;
      if (isInfo(paragraph.text)) return;
      for (const { text, line } of isVerbatim ? verbatim(paragraph) : splitLines(paragraph)) {
        if (isBoilerplate(text)) continue;
        const shape = { ...(heading !== undefined && { heading }), ...(isLinked && { linked: isLinked }) };
        tokens.push({ kind: "line", text, ...shape, at: { line } });
        coverings.line();
      }
    },
    replace: (element, lastOffset) => {
      if (element.name === "table") return table(element, lastOffset);
      return isFrame(element) ? [] : undefined;
    },
    enter: coverings.meet,
    remark: (remark, element, text) => {
      if (remark === "picture" && element.name === "img") show(element);
      if (remark === "picture" || remark === "form-control" || isShownPopover(element, styles))
        coverings.meet(element);
      if ((remark !== "hidden" && remark !== "struck") || !isReportText(text ?? element)) return;
      remarks.add(remark === "hidden" ? "hidden-content" : "struck-text", {
        line: lineOf(element),
      });
    },
  });
  const overlays =
    floating > 0 && tables + pictures.length > 0
      ? [finding("floating-number", { args: { count: floating } })]
      : [];
  const covered = coverings.covered();
  for (const token of tokens)
    if (token.kind === "table-start" && covered.has(token.at.table!)) remarks.add("covered-table", token.at);
  return { tokens, diagnostics: [...remarks.diagnostics(), ...overlays], pictures, isTooLarge };
}

/** The hidden sections, rows and cells of a table that hold text. */
function absentParts(table: HtmlElement, styles: DocumentStyles): HtmlElement[] {
  const rows = childElements(table).flatMap((part) =>
    part.name === "tr" || isAbsent(part, styles) ? [part] : childElements(part),
  );
  const parts = rows.flatMap((row) => (isAbsent(row, styles) ? [row] : childElements(row)));
  return parts.filter((part) => isAbsent(part, styles) && isReportText(part));
}
