import type { Attributes } from "../../package/xml.ts";
import { furthest, reachOf } from "../../word/covering.ts";
import { signedPoints } from "../place.ts";
import { leaveHidden, markPicture, paragraphIn, pushContainer } from "./reading.ts";
import type { OdtOpener, OdtReading } from "./reading.ts";

/** Opens frames with their text boxes, pictures and objects. */
export function odtDrawingOpeners(reading: OdtReading): Readonly<Record<string, OdtOpener>> {
  const { tally, pictures, paragraphs, frames } = reading;
  const isInLine = (): boolean => frames.at(-1)?.["text:anchor-type"] === "as-char";
  const picture = (kind: "pictures" | "objects"): void => {
    tally[kind]++;
    markPicture(reading, isInLine());
  };
  return {
    "draw:frame": (attributes) => {
      const look = paragraphs.at(-1)?.looks.at(-1)?.look;
      if (look?.hidden) return leaveHidden(reading);
      layOver(reading, attributes);
      frames.push(attributes);
      return;
    },
    "draw:text-box": (_, path) => pushContainer(reading, path, "box", null, isInLine()),
    "draw:image": (attributes) => {
      picture("pictures");
      pictures.image(attributes, frames.at(-1) ?? {});
    },
    "draw:object": () => picture("objects"),
    "draw:object-ole": () => picture("objects"),
    "draw:control": () => markPicture(reading, false),
  };
}

/** Notes how far a drawing in front of the text reaches from the paragraph that it is anchored in. */
export function layOver(reading: OdtReading, attributes: Attributes): void {
  const paragraph = paragraphIn(reading);
  const anchor = attributes["text:anchor-type"];
  if (
    paragraph === undefined ||
    anchor === "as-char" ||
    !reading.pictures.isInFront(attributes["draw:style-name"])
  )
    return;
  const ends = ["svg:y", "svg:y1", "svg:y2"].flatMap((name) =>
    attributes[name] === undefined ? [] : [signedPoints(attributes[name])],
  );
  const top = Math.min(...ends, ...(ends.length === 0 ? [0] : []));
  const bottom = Math.max(top, ...ends) + signedPoints(attributes["svg:height"]);
  paragraph.covers = furthest(reachOf(top, bottom, anchor !== "page"), paragraph.covers);
}
