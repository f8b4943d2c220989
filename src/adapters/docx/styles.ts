import type { Attributes, XmlHandler } from "./xml.ts";
import { isOn, wholeNumber } from "./values.ts";

/** What a paragraph or character style says that this adapter needs; undefined = not said here. */
export interface Style {
  readonly id: string;
  readonly type: string;
  name: string;
  basedOn?: string;
  numberId?: string;
  numberLevel?: number;
  outlineLevel?: number;
  vanish?: boolean;
  symbolFont?: string;
  script?: string;
}

export interface Styles {
  /** The style and its ancestors, nearest first; an unknown or missing id gives the default paragraph style. */
  readonly chain: (id: string | undefined, type: "paragraph" | "character") => readonly Style[];
  /** Number of the list a numbering style stands for. */
  readonly numberOf: (id: string) => string | undefined;
  readonly hiddenByDefault: boolean;
}

/** Longest basedOn chain followed; also ends a cycle. */
const maximumChain = 32;

export function stylesReader(): { handler: XmlHandler; styles: Styles } {
  const byId = new Map<string, Style>();
  const chains = new Map<string, readonly Style[]>();
  const defaults: Record<string, string> = {};
  const state = { hiddenByDefault: false };
  let style: Style | null = null;

  const handler: XmlHandler = {
    open: (name, attributes, path) => {
      if (name === "w:latentStyles" || name === "w:tblPr" || name === "w:tblStylePr" || name === "w:trPr")
        return "skip";
      if (name === "w:rPrDefault") style = null;
      if (name === "w:style") {
        const id = attributes["w:styleId"] ?? "";
        const type = attributes["w:type"] ?? "paragraph";
        style = { id, type, name: "" };
        if (!byId.has(id)) byId.set(id, style);
        if (isOn(attributes["w:default"], false)) defaults[type] ??= id;
      } else if (style !== null) readProperty(style, name, attributes);
      else if (name === "w:vanish" && path.includes("w:rPrDefault"))
        state.hiddenByDefault = isOn(attributes["w:val"]);
      return undefined;
    },
    close: (name) => {
      if (name === "w:style") style = null;
    },
  };

  const chain = (id: string | undefined, type: "paragraph" | "character"): readonly Style[] => {
    const key = `${type} ${id}`;
    let found = chains.get(key);
    if (found === undefined) {
      const start = id !== undefined && byId.get(id)?.type === type ? id : defaults[type];
      const list: Style[] = [];
      for (let next = start; next !== undefined && list.length < maximumChain;) {
        const ancestor = byId.get(next);
        if (ancestor === undefined || list.includes(ancestor)) break;
        list.push(ancestor);
        next = ancestor.basedOn;
      }
      chains.set(key, (found = list));
    }
    return found;
  };
  return {
    handler,
    styles: {
      chain,
      numberOf: (id) => byId.get(id)?.numberId,
      get hiddenByDefault() {
        return state.hiddenByDefault;
      },
    },
  };
}

function readProperty(style: Style, name: string, attributes: Attributes): void {
  const value = attributes["w:val"];
  if (name === "w:name") style.name = value ?? "";
  else if (name === "w:basedOn" && value !== undefined) style.basedOn = value;
  else if (name === "w:numId" && value !== undefined) style.numberId = value;
  else if (name === "w:ilvl") style.numberLevel = wholeNumber(value, 0);
  else if (name === "w:outlineLvl") style.outlineLevel = wholeNumber(value, 9);
  else if (name === "w:vanish") style.vanish = isOn(value);
  else if (name === "w:vertAlign" && value !== undefined) style.script = value;
  else if (name === "w:rFonts" && attributes["w:ascii"] !== undefined)
    style.symbolFont = attributes["w:ascii"];
}
