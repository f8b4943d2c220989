import type { Rgb } from "../docx/look/colour.ts";
import type { Attributes } from "../package/xml.ts";
import { alignedAs, odtPlaceDoubt, points, signedPoints, spaceAbove, standsBesideLine } from "./place.ts";
import { isOffPage } from "../word/tables/room.ts";
import type { Aligned } from "../word/tables/room.ts";
import { colourIn, readTextProperties, type Faces, type TextProperties } from "./text-properties.ts";

/** The style that stands in for another one where a condition holds (style:map, ODF 1.3 part 3, 16.3). */
export interface OdfStyleMap {
  readonly style: string;
  readonly condition: string;
}

export interface OdfStyle {
  readonly parent: string | undefined;
  readonly text: TextProperties;
  /** The ground of paragraphs, cells, rows or tables of this style. */
  ground: Rgb | null | undefined;
  /** Points; the height of a row where it is fixed. `width` is that of a column. */
  height: number | undefined;
  width: number | undefined;
  /** True if the row grows with its text, whatever height is stated. */
  grows: boolean | undefined;
  /** For a cell: whether it has a border, shrinks its text to fit, or repeats it until the cell is full. */
  framed: boolean | undefined;
  shrinks: boolean | undefined;
  repeats: boolean | undefined;
  /** For a cell: text goes on in further lines where it is wider than the cell. */
  wraps: boolean | undefined;
  /** For a table: true if it is not shown. */
  absent: boolean | undefined;
  /** For a table: whether it stands beside the page. */
  isOffPage: boolean | undefined;
  /** Styles that conditions put in place of this one. */
  readonly instead: OdfStyleMap[];
  readonly outlineLevel: number | undefined;
  /** For paragraphs and cells: points between the upper edge and the first line. */
  above: number | undefined;
  /** For paragraphs: points between the text and the far edge; `aligned` is the edge that the text is aligned to. */
  right: number | undefined;
  aligned: Aligned | undefined;
  /** True if a line runs across its cells. */
  isCrossed: boolean;
  /** True if a picture is painted under its text. */
  isPictured: boolean;
  /** For a cell: whether its lines run from top to bottom. */
  isTurned: boolean | undefined;
  /** For a cell: whether its text is upside down, or is hidden while the sheet is protected. */
  isUpsideDown: boolean | undefined;
  turn: number | "stacked" | undefined;
  isSecret: boolean | undefined;
  /** Points between the cell's edge and its text. */
  indent: number | undefined;
  /** Name of the format of its numbers. */
  readonly dataStyle: string | undefined;
}

export function readStyleProperties(
  style: OdfStyle,
  name: string,
  attributes: Attributes,
  faces: Faces,
): void {
  if (name === "style:text-properties") return readTextProperties(style.text, attributes, faces);
  const ground = colourIn(attributes["fo:background-color"]);
  if (ground !== undefined) style.ground = ground;
  if (name === "style:background-image") style.isPictured = Object.keys(attributes).length > 0;
  else if (name === "style:tab-stop") style.text.leads ||= isLeading(attributes);
  else if (name === "style:paragraph-properties" || name === "style:table-cell-properties") {
    const isParagraph = name === "style:paragraph-properties";
    const isBesideLine = isParagraph && standsBesideLine(attributes);
    const doubt = odtPlaceDoubt(attributes) ?? (isBesideLine ? "drawn" : undefined);
    if (doubt !== undefined) style.text.doubt = doubt;
    style.above = spaceAbove(attributes) ?? style.above;
    const right = attributes["fo:margin-right"];
    if (right !== undefined) style.right = signedPoints(right);
    style.aligned = alignedAs(attributes["fo:text-align"]) ?? style.aligned;
    const indent = attributes["fo:margin-left"];
    if (indent !== undefined) style.indent = Math.max(0, signedPoints(indent));
    if (!isParagraph) readCell(style, attributes);
  } else if (name === "style:table-row-properties") {
    style.height = points(attributes["style:row-height"]);
    style.grows = attributes["style:use-optimal-row-height"] === "true";
  } else if (name === "style:table-column-properties") style.width = points(attributes["style:column-width"]);
  else if (name === "style:table-properties") {
    style.absent = attributes["table:display"] === "false";
    style.isOffPage = isOffPage(signedPoints(attributes["fo:margin-left"]) * 20);
  } else if (name === "style:map")
    style.instead.push({
      style: attributes["style:apply-style-name"] ?? "",
      condition: attributes["style:condition"] ?? "",
    });
}

/** Whether a line or characters are drawn before this tab stop. */
function isLeading({
  "style:leader-style": line = "none",
  "style:leader-text": text = "",
}: Attributes): boolean {
  return line !== "none" || text.trim() !== "";
}

const sides = ["", "-left", "-right", "-top", "-bottom"];

const diagonals = ["style:diagonal-tl-br", "style:diagonal-bl-tr"];

/** Degrees; text whose angle differs from 180 by less than this is upside down. */
const upright = 90;

function readCell(style: OdfStyle, attributes: Attributes): void {
  const borders = sides.flatMap((side) => attributes[`fo:border${side}`] ?? []);
  if (borders.length > 0) style.framed = borders.some((border) => !/^none$|\b(?:none|hidden)\b/.test(border));
  const fits = attributes["style:shrink-to-fit"];
  if (fits !== undefined) style.shrinks = fits === "true";
  const repeats = attributes["style:repeat-content"];
  if (repeats !== undefined) style.repeats = repeats === "true";
  const wraps = attributes["fo:wrap-option"];
  if (wraps !== undefined) style.wraps = wraps === "wrap";
  const mode = attributes["style:writing-mode"];
  if (mode !== undefined) style.isTurned = /^[tb]/.test(mode);
  const angle = attributes["style:rotation-angle"];
  if (angle !== undefined) {
    style.turn = Number.parseFloat(angle) || 0;
    style.isUpsideDown = Math.abs(style.turn - 180) < upright;
  }
  if (attributes["style:direction"] === "ttb") style.turn = "stacked";
  const protects = attributes["style:cell-protect"];
  if (protects !== undefined) style.isSecret = protects === "hidden-and-protected";
  style.isCrossed ||= diagonals.some((side) => !/^(?:none.*)?$/.test(attributes[side] ?? ""));
}
