import type { Attributes } from "../package/xml.ts";
import type { ShownPicture } from "../package/stored-pictures.ts";

/** The pictures that a text shows (ISO/IEC 26300-3, 10.4): those in its frames, each with the size stated there. */
export interface OdfPictures {
  readonly openStyle: (name: string, attributes: Attributes) => void;
  /** Adds an image that stands in a frame with these attributes. */
  readonly image: (attributes: Attributes, frame: Attributes) => void;
  /** True if a drawing of this style stands in front of the text, which runs through under it. */
  readonly isInFront: (style: string | undefined) => boolean;
  readonly shown: readonly ShownPicture[];
}

export function odfPictures(): OdfPictures {
  const shown: ShownPicture[] = [];
  /** Styles that crop the picture. */
  const clipping = new Set<string>();
  const inFront = new Set<string>();
  let style = "";
  return {
    openStyle: (name, attributes) => {
      if (name === "style:style") style = attributes["style:name"] ?? "";
      else if (name === "style:graphic-properties") {
        if (/[1-9]/.test(attributes["fo:clip"] ?? "")) clipping.add(style);
        if (isDrawnOver(attributes)) inFront.add(style);
      }
    },
    isInFront: (name) => inFront.has(name ?? ""),
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

function isDrawnOver(attributes: Attributes): boolean {
  const isInked = ["draw:fill", "draw:stroke"].some((name) => attributes[name] !== "none");
  const isBehind = attributes["style:run-through"] === "background";
  return attributes["style:wrap"] === "run-through" && !isBehind && isInked;
}

/**
 * The part that an address names; null for an address outside the package (part 2, 3.4), which has a scheme, a root or
 * a step upwards.
 */
function partOf(address: string): string | null {
  return /^(?:[a-z][\w+.-]*:|\/|\.\.\/)/i.test(address) ? null : address.replace(/^\.\//, "");
}

const POINTS: Readonly<Record<string, number>> = { cm: 72 / 2.54, mm: 72 / 25.4, in: 72, pt: 1, pc: 12 };

function pointsOf(length: string | undefined): number | null {
  const found = /^(\d{1,6}(?:\.\d{1,6})?)([a-z]{2})$/.exec(length ?? "");
  const unit = POINTS[found?.[2] ?? ""];
  return found === null || unit === undefined ? null : Number(found[1]) * unit || null;
}
