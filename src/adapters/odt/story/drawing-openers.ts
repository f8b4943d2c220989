import { leaveHidden, markPicture, pushContainer } from "./reading.ts";
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
