import type { Doubt } from "../../../model/index.ts";
import { isValue } from "../../../printed/numbers.ts";
import { childElements, parentOf, textWithin } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { flow } from "../text/flow.ts";
import type { FlowHandlers, Step } from "../text/flow.ts";
import { HtmlCellContent } from "../text/cell-content.ts";
import type { CellMark } from "../text/cell-content.ts";
import { generates, isPainted, mayBeSign } from "../text/generated.ts";
import { isReportText } from "../tree/remarks.ts";
import type { PageSurvey } from "../text/measure.ts";
import type { Scripts } from "../tree/scripts.ts";
import { isCalledHidden, isCut, isFaint, isOddFont, runsOffGround } from "../text/seen.ts";
import { isLaidOver } from "../text/laid-over.ts";
import { isSeamless } from "../text/seams.ts";
import { drawsWithoutText, hasBar, hasLineAcross } from "../style/ink.ts";
import { isDisturbed } from "./disturbed.ts";
import { isInnerTable } from "./segments.ts";
import type { DocumentStyles } from "../style/styles.ts";

export interface CellReading {
  /** The text with paragraphs and forced lines joined by line ends; no-break spaces are kept as they stand. */
  readonly text: string;
  readonly doubt?: Doubt;
  readonly hasHidden: boolean;
  readonly hasStruck: boolean;
}

/**
 * Marks, embeddings and overrides; U+200F turns the order of the digits around it. U+200E does not, and is left out.
 */
const bidirectional = /[\u061C\u200F\u202A-\u202E\u2066-\u2069]/;
/** Reads the text of one cell. A table inside it is read separately, unless it only frames one value. */
export function readHtmlCell(cell: HtmlElement, survey: PageSurvey, scripts: Scripts): CellReading {
  const { styles } = survey;
  const look = styles.of(cell);
  if (look.isStruck) {
    const hasStruck = isReportText(cell);
    return { text: "", hasHidden: false, hasStruck, ...(hasStruck && unreadable("struck-text")) };
  }
  const reading = survey.contentOf(cell) ?? contentAroundTables(cell, survey);
  const seen = new Set(reading.seen);
  const text = withoutEmptyLines(reading.parts);
  if (reading.seams.some((seam) => !isSeamless(seam, cell, styles))) seen.add("mixed");
  for (const mark of marksOfNumbers(reading, text, cell, styles)) seen.add(mark);
  // These marks make values doubtful, and no words.
  if (isValue(text))
    for (const mark of marksOfElements(reading.inside, text, cell, styles, scripts)) seen.add(mark);
  if (seen.size === 0 && !bidirectional.test(text)) return { text, hasHidden: false, hasStruck: false };
  const reason = doubtOf(text, seen);
  return {
    text,
    ...(reason === undefined ? {} : unreadable(reason)),
    hasHidden: seen.has("hidden"),
    hasStruck: seen.has("struck"),
  };
}

function contentAroundTables(cell: HtmlElement, survey: PageSurvey): HtmlCellContent {
  const content = new ContentAroundTables(survey);
  flow(cell, survey.styles, content);
  return content;
}

/** What a cell with tables in it says itself. */
class ContentAroundTables extends HtmlCellContent implements FlowHandlers {
  private readonly survey: PageSurvey;

  constructor(survey: PageSurvey) {
    super();
    this.survey = survey;
  }

  replace(element: HtmlElement): readonly Step[] | undefined {
    if (!isInnerTable(element, this.survey)) return undefined;
    this.seen.add("table");
    return [];
  }
}

/** The reasons for doubt that lie in the looks of the elements that hold a cell's numbers. */
function marksOfNumbers(
  { owners, pieces }: HtmlCellContent,
  text: string,
  cell: HtmlElement,
  styles: DocumentStyles,
): readonly CellMark[] {
  if (owners.size === 0) return NO_MARKS;
  const lines = text === "" ? 0 : text.split("\n").length;
  const marks: CellMark[] = [];
  if (styles.once(isFlatRow, parentOf(cell)!)) marks.push("unseen");
  for (const [owner, piece] of owners) {
    const its = styles.of(owner);
    if (its.isAway || its.trick === "unseen" || isFaint(its) || isCut(piece, lines, its))
      marks.push("unseen");
    else if (runsOffGround(piece, owner, cell, styles)) marks.push("unseen");
    else if (its.trick === "moved" && pieces > 1) marks.push("moved");
    if (isOddFont(piece, its, cell, styles)) marks.push("font");
    if (styles.isIncomplete && isCalledHidden(owner, cell)) marks.push("unseen");
    if (its.isRightToLeft && (pieces > 1 || /\D/.test(text.trim()))) marks.push("reversed");
  }
  return marks;
}

const NO_MARKS: readonly CellMark[] = [];

/**
 * The reasons for doubt of a value that lie in scripts, pictures and generated content, which may add to a cell's text
 * or cover it.
 */
function marksOfElements(
  inside: readonly HtmlElement[],
  text: string,
  cell: HtmlElement,
  styles: DocumentStyles,
  scripts: Scripts,
): readonly CellMark[] {
  const isBlank = text.trim() === "";
  const marks: CellMark[] = [...styles.once(marksOfRow, parentOf(cell)!)];
  if (scripts.writesCells) marks.push("script");
  if (styles.of(cell).isOnUnknown) marks.push("picture");
  for (const element of inside) {
    if (styles.mayHide(element)) marks.push("unseen");
    if (scripts.mayFill(element, isBlank)) marks.push("script");
    if (generates(element, styles)) marks.push("generated");
    if (element.name === "hr") marks.push("drawn");
    if (styles.isIncomplete && element !== cell && mayBeSign(element)) marks.push("picture");
    if (styles.of(element).own.size > 0) marks.push(...marksOfStyle(element, cell, styles));
  }
  return marks;
}

/** What the declarations of an element show besides its text. */
function marksOfStyle(element: HtmlElement, cell: HtmlElement, styles: DocumentStyles): readonly CellMark[] {
  const marks: CellMark[] = [];
  if (isPainted(element, styles)) marks.push("picture");
  if (element !== cell && isLaidOver(element, styles)) marks.push("covered");
  if (element !== cell && isDrawn(element, styles)) marks.push("drawn");
  return marks;
}

/** The reasons for doubt of every value in a row that lie in the row itself. */
function marksOfRow(row: HtmlElement, styles: DocumentStyles): readonly CellMark[] {
  const marks: CellMark[] = [];
  if (styles.mayHide(row) || styles.once(mayBeHidden, parentOf(row)!)) marks.push("unseen");
  if (styles.hasPseudos && generates(row, styles)) marks.push("generated");
  if (isDisturbed(row, styles)) marks.push("covered");
  return marks;
}

/** True if no cell of a row holds a line that is as high as its text, so that the rows lie over each other. */
function isFlatRow(row: HtmlElement, styles: DocumentStyles): boolean {
  return childElements(row).every((cell) => styles.of(cell).isFlat);
}

/** True if a rule that may or may not apply hides a section of a table, or what is around it. */
function mayBeHidden(section: HtmlElement, styles: DocumentStyles): boolean {
  if (section.name === "table") return styles.mayHideTable(section);
  return styles.mayHide(section) || styles.once(mayBeHidden, parentOf(section)!);
}

/** True if the element has lines at its sides, or paints something although it has no text. */
function isDrawn(element: HtmlElement, styles: DocumentStyles): boolean {
  const look = styles.of(element);
  if (textWithin(element).trim() !== "") return hasBar(look) || hasLineAcross(look);
  if (element.name === "input" || element.name === "textarea") return false;
  return drawsWithoutText(look, styles.of(parentOf(element)!));
}

/** Checks for a single line first, because most cells are one line. */
function withoutEmptyLines(parts: readonly string[]): string {
  const [only = ""] = parts;
  if (parts.length <= 1 && !only.includes("\n")) return only;
  return parts.flatMap((part) => part.split("\n").filter((line) => line !== "")).join("\n");
}

function unreadable(reason: string): { readonly doubt: Doubt } {
  return { doubt: { kind: "unreadable", reason } };
}

function doubtOf(text: string, seen: ReadonlySet<CellMark>): string | undefined {
  if (seen.has("reversed") || bidirectional.test(text)) return "bidirectional-control";
  if (seen.has("raised")) return "raised-digit";
  if (seen.has("unseen")) return "unseen-text";
  if (seen.has("mixed")) return "mixed-styles";
  if (seen.has("moved")) return "moved-text";
  if (seen.has("font")) return "private-use-character";
  // A label may have an icon; but a value (`12`, `12件`, `无`), or an empty cell, may be what the picture shows.
  if (!isValue(text)) return undefined;
  if (seen.has("script")) return "script";
  if (seen.has("generated")) return "generated-text";
  if (seen.has("covered") && text.trim() !== "") return "unseen-text";
  if (seen.has("picture")) return "picture";
  if (seen.has("drawn") && (text.trim() !== "" || !seen.has("struck"))) return "drawn";
  if (seen.has("form-control")) return "form-control";
  if (seen.has("broken-tag")) return "broken-tag";
  if (seen.has("table")) return "inner-table";
  if (text.trim() !== "") return undefined;
  return seen.has("struck") ? "struck-text" : undefined;
}
