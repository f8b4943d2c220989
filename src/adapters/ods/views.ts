import type { Attributes } from "../package/xml.ts";

/** How the settings say that the sheets are viewed (ODF 1.3 part 3, 3.10; the names are LibreOffice's). */
export interface OdsViews {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text: (text: string) => void;
  /** The first row and column of a sheet that can be seen where panes are frozen. */
  readonly reached: (sheet: string) => { readonly row: number; readonly column: number };
}

/** At most so many settings are kept; and the mode of a pane that is frozen. */
const [mostItems, frozen] = [20_000, "2"];

export function odsViews(): OdsViews {
  const items = new Map<string, string>();
  let [sheet, item] = ["", ""];
  const keyOf = (ofSheet: string, name: string): string => `${name} ${ofSheet}`;
  return {
    open: (name, attributes) => {
      if (name === "config:config-item-map-entry") sheet = attributes["config:name"] ?? sheet;
      else if (name === "config:config-item") item = attributes["config:name"] ?? "";
    },
    text: (text) => {
      const key = keyOf(sheet, item);
      if (items.size < mostItems) items.set(key, (items.get(key) ?? "") + text.slice(0, 20));
    },
    reached: (ofSheet) => {
      const first = (split: "Horizontal" | "Vertical", position: "PositionLeft" | "PositionTop"): number => {
        const isFrozen = items.get(keyOf(ofSheet, `${split}SplitMode`)) === frozen;
        const size = Number(items.get(keyOf(ofSheet, `${split}SplitPosition`)) ?? 0);
        return isFrozen && size > 0 ? (Number(items.get(keyOf(ofSheet, position)) ?? 0) || 0) + 1 : 1;
      };
      return { row: first("Vertical", "PositionTop"), column: first("Horizontal", "PositionLeft") };
    },
  };
}
