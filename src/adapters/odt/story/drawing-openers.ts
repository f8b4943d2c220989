import type { Attributes } from "../../package/xml.ts";
import { furthest, reachOf } from "../../word/items/covering.ts";
import type { Reach } from "../../word/items/covering.ts";
import { signedPoints } from "../place.ts";
import { hereIn, leaveHidden, markPicture, paragraphIn, pushContainer } from "./reading.ts";
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

/** Points of the line in which a drawing is anchored. */
const ownLine = 14;

/** Notes how far a drawing in front of the text reaches from the paragraph, or the page, that it is anchored in. */
export function layOver(reading: OdtReading, attributes: Attributes): void {
  const paragraph = paragraphIn(reading);
  const anchor = attributes["text:anchor-type"];
  const over = reading.pictures.over(attributes["draw:style-name"]);
  if (over === "nothing" || anchor === "as-char") return;
  const ends = ["svg:y", "svg:y1", "svg:y2"].flatMap((name) =>
    attributes[name] === undefined ? [] : [signedPoints(attributes[name])],
  );
  const top = Math.min(...ends, ...(ends.length === 0 ? [0] : []));
  const bottom = Math.max(top, ...ends) + signedPoints(attributes["svg:height"]);
  const isNear = anchor !== "page" && attributes["draw:transform"] === undefined;
  const reach = reachOf(top, bottom, isNear);
  // Text that goes on below a drawing in its own line takes the tables after it along.
  const covers = over === "not-below" && isNear && top < ownLine ? { ...reach, down: 0 } : reach;
  if (paragraph !== undefined) paragraph.covers = furthest(covers, paragraph.covers);
  else if (anchor === "page")
    hereIn(reading).items.push({ kind: "paragraph", text: "", covers: onPage(attributes) });
}

/** The reach of a drawing that is anchored to a page before the text begins; later pages may hold any table. */
function onPage({ "text:anchor-page-number": page = "1" }: Attributes): Reach {
  return page === "1" ? reachOf(0, 0, false) : { up: 0, down: Number.POSITIVE_INFINITY };
}
