import { parseColour } from "../docx/look/colour.ts";
import type { Rgb } from "../docx/look/colour.ts";
import type { Attributes } from "../package/xml.ts";
import type { OdsDataStyles } from "./data-styles.ts";
import type { OdfStyleMap } from "../odt/style-properties.ts";
import type { OdtCellLook, OdfStyles } from "../odt/styles.ts";
import { odfTest } from "../sheet/shown/cell-test.ts";
import { conditionList, scaleGrounds, unchangedLook } from "../sheet/shown/conditions.ts";
import type { Condition, ConditionalLook } from "../sheet/shown/conditions.ts";
import { rangeAt } from "../sheet/reference.ts";
import type { Range } from "../sheet/sheet.ts";

export interface OdsConditions {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  /** Adds a condition of a cell's own style (style:map), which replaces that style by another. */
  readonly addStyle: (map: OdfStyleMap, range: Range) => void;
  readonly conditions: readonly Condition[];
}

/** At most so many ranges of conditions, and characters of one list of them, are looked at. */
const [mostRanges, longestList] = [2_000, 10_000];

/** Reads the conditions of a sheet as LibreOffice writes them (calcext, an extension outside the standard). */
export function odsConditions(styles: OdfStyles, formats: OdsDataStyles): OdsConditions {
  const { add, conditions } = conditionList(mostRanges);
  let ranges: readonly Range[] = [];
  let stops: Rgb[] = [];
  const conditionalLook = ({ look, ground, dataStyle }: OdtCellLook): ConditionalLook => ({
    look,
    grounds: ground === null ? [] : [ground],
    replaces: look.hidden || !formats.isPlain(dataStyle),
  });
  const addBar = (attributes: Attributes, ...colours: readonly (string | undefined)[]): void => {
    const grounds = colours.map(colourIn).filter((colour) => colour !== null);
    add({ look: unchangedLook, grounds, replaces: attributes["calcext:show-value"] === "false" }, ranges);
  };
  const opens: Readonly<Record<string, (attributes: Attributes) => void>> = {
    "calcext:conditional-format": (attributes) => {
      ranges = (attributes["calcext:target-range-address"] ?? "")
        .slice(0, longestList)
        .split(" ")
        .flatMap((address) => rangeAt(withoutSheet(address)) ?? []);
    },
    "calcext:condition": (attributes) =>
      add(
        {
          ...conditionalLook(styles.cell(attributes["calcext:apply-style-name"])),
          test: odfTest(attributes["calcext:value"] ?? ""),
        },
        ranges,
      ),
    "calcext:date-is": (attributes) => add(conditionalLook(styles.cell(attributes["calcext:style"])), ranges),
    "calcext:color-scale": () => void (stops = []),
    "calcext:color-scale-entry": (attributes) => {
      const colour = colourIn(attributes["calcext:color"]);
      if (colour !== null) stops.push(colour);
    },
    "calcext:data-bar": (attributes) =>
      addBar(attributes, attributes["calcext:positive-color"], attributes["calcext:negative-color"]),
    "calcext:icon-set": (attributes) => addBar(attributes),
  };
  return {
    open: (name, attributes) => opens[name]?.(attributes),
    close: (name) => {
      if (name === "calcext:color-scale") add({ look: unchangedLook, grounds: scaleGrounds(stops) }, ranges);
    },
    addStyle: ({ style, condition }, range) =>
      add({ ...conditionalLook(styles.cell(style)), test: odfTest(condition) }, [range]),
    conditions,
  };
}

/** Removes the sheets from `Sheet1.B2:Sheet1.B9` or `$'a b'.B2`, so that only cells remain. */
export function withoutSheet(address: string): string {
  return address
    .slice(0, 300)
    .split(":")
    .map((part) => part.slice(part.lastIndexOf(".") + 1))
    .join(":");
}

function colourIn(value: string | undefined): Rgb | null {
  return parseColour(value?.replace("#", ""));
}
