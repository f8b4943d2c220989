import { POINTS_IN } from "../package/lengths.ts";
import type { Attributes } from "../package/xml.ts";
import type { ShownPicture } from "../package/stored-pictures.ts";

/**
 * What a drawing may lie over: the text under it, nothing, because it is behind or not seen, or only what does not go on
 * below it. LibreOffice lets no table keep clear of a drawing, however the text around it does (ODF 1.3 part 3, 20.408).
 */
export type OdfOver = "text" | "nothing" | "not-below";

/** The pictures that a text shows (ISO/IEC 26300-3, 10.4): those in its frames, each with the size stated there. */
export interface OdfPictures {
  readonly openStyle: (name: string, attributes: Attributes) => void;
  /** Adds an image that stands in a frame with these attributes. */
  readonly image: (attributes: Attributes, frame: Attributes) => void;
  /** What a drawing of this style may lie over. */
  readonly over: (style: string | undefined) => OdfOver;
  readonly shown: readonly ShownPicture[];
}

export function odfPictures(): OdfPictures {
  const shown: ShownPicture[] = [];
  /** Styles that crop the picture. */
  const clipping = new Set<string>();
  const over = new Map<string, OdfOver>();
  let style = "";
  return {
    openStyle: (name, attributes) => {
      if (name === "style:style") style = attributes["style:name"] ?? "";
      else if (name === "style:graphic-properties") {
        if (/[1-9]/.test(attributes["fo:clip"] ?? "")) clipping.add(style);
        over.set(style, drawnOver(attributes));
      }
    },
    over: (name) => over.get(name ?? "") ?? "text",
    image: (attributes, frame) => {
      const isWhole = !clipping.has(frame["draw:style-name"] ?? "") && frame["draw:transform"] === undefined;
      shown.push({
        id: isWhole ? partOf(attributes["xlink:href"] ?? "") : "",
        width: pointsOf(frame["svg:width"]),
      });
    },
    shown,
  };
}

function drawnOver(attributes: Attributes): OdfOver {
  const isInked = ["draw:fill", "draw:stroke"].some((name) => attributes[name] !== "none");
  const wrap = attributes["style:wrap"];
  if (!isInked || (wrap === "run-through" && attributes["style:run-through"] === "background"))
    return "nothing";
  return wrap === "none" ? "not-below" : "text";
}

/**
 * The part that an address names; null for an address outside the package (part 2, 3.4), which has a scheme, a root or
 * a step upwards.
 */
function partOf(address: string): string | null {
  return /^(?:[a-z][\w+.-]*:|\/|\.\.\/)/i.test(address) ? null : address.replace(/^\.\//, "");
}

function pointsOf(length: string | undefined): number | null {
  const found = /^(\d{1,6}(?:\.\d{1,6})?)([a-z]{2})$/.exec(length ?? "");
  const unit = POINTS_IN[found?.[2] ?? ""];
  return found === null || unit === undefined ? null : Number(found[1]) * unit || null;
}
