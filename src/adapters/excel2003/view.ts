import type { Rgb } from "../docx/look/colour.ts";
import { colourOf } from "../html/style/colour.ts";
import type { Attributes } from "../package/xml.ts";
import { conditionList } from "../sheet/shown/conditions.ts";
import { cellTest } from "../sheet/shown/cell-test.ts";
import type { Range } from "../sheet/sheet.ts";
import type { SheetView } from "./sheet.ts";

export interface ViewReader {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text: (text: string, path: readonly string[]) => void;
  readonly close: (name: string) => void;
  readonly isHidden: () => boolean;
  readonly view: () => SheetView;
}

/** At most so many ranges of conditions, and characters of one value, are looked at. */
const [mostRanges, longestValue] = [2_000, 10_000];

/** Reads what a Worksheet states after its table: its options and the conditions of its cells. */
export function viewReader(): ViewReader {
  const { add, conditions } = conditionList(mostRanges);
  const options = new Map<string, string>();
  let value = "";
  let ranges: readonly Range[] = [];
  let operator = "";
  let operands: string[] = [];
  const option = (name: string): number => Number(options.get(name) ?? 0) || 0;
  const isFrozen = (): boolean => options.has("xl:FreezePanes");
  return {
    open: (name, { Style: style = "" }) => {
      if (!name.startsWith("xl:")) return;
      value = "";
      if (name === "xl:Condition") [operator, operands] = ["", []];
      if (name === "xl:Format")
        add({ ...conditionalLook(style), test: cellTest(operator, operands) }, ranges);
    },
    text: (text, path) => {
      if (path.at(-1)?.startsWith("xl:") === true && value.length < longestValue) value += text;
    },
    close: (name) => {
      if (name === "xl:Qualifier") operator = value.trim();
      else if (/^xl:Value\d$/.test(name)) operands.push(value.trim());
      else if (name === "xl:Range") ranges = value.split(",").flatMap((one) => rangeOf(one) ?? []);
      else if (name.startsWith("xl:")) options.set(name, value.trim());
    },
    isHidden: () => /^Sheet(?:Very)?Hidden$/.test(options.get("xl:Visible") ?? ""),
    view: () => ({
      showsZeros: !options.has("xl:DoNotDisplayZeros"),
      showsFormulas: options.has("xl:DisplayFormulas"),
      reached: {
        row: isFrozen() && option("xl:SplitHorizontal") > 0 ? option("xl:TopRowVisible") + 1 : 1,
        column: isFrozen() && option("xl:SplitVertical") > 0 ? option("xl:LeftColumnVisible") + 1 : 1,
      },
      conditions,
    }),
  };
}

/** `color:red;background:yellow;text-line-through:single`. */
function conditionalLook(style: string): Parameters<ReturnType<typeof conditionList>["add"]>[0] {
  const said = new Map(
    style
      .slice(0, longestValue)
      .split(";")
      .map((one): [string, string] => {
        const at = one.indexOf(":");
        return [one.slice(0, at).trim().toLowerCase(), one.slice(at + 1).trim()];
      }),
  );
  const ground = rgbOf(said.get("background"));
  const struck = (said.get("text-line-through") ?? "none") !== "none";
  const pattern = said.get("mso-number-format");
  return {
    look: { struck, colour: rgbOf(said.get("color")) },
    grounds: ground === null ? [] : [ground],
    ...(pattern === undefined ? {} : { pattern: pattern.replace(/^"|"$/g, "") }),
  };
}

function rgbOf(written: string | undefined): Rgb | null {
  const colour = colourOf(written ?? "");
  return typeof colour === "object" ? [colour.r, colour.g, colour.b] : null;
}

/** `R2C2:R9C4`, `R3C1`, whole columns `C2` and rows `R1:R3`. */
function rangeOf(written: string): Range | null {
  const match = /^(?:R(\d{1,7}))?(?:C(\d{1,5}))?(?::(?:R(\d{1,7}))?(?:C(\d{1,5}))?)?$/.exec(written.trim());
  if (match === null) return null;
  const [top, left, bottom, right] = match.slice(1).map((part) => (part === undefined ? null : Number(part)));
  const far = Number.POSITIVE_INFINITY;
  return {
    ...{ top: top ?? 1, left: left ?? 1 },
    ...{ bottom: bottom ?? top ?? far, right: right ?? left ?? far },
  };
}
