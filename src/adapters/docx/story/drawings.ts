import { isFilled } from "../../../printed/numbers.ts";
import { isInMargin } from "./page-margins.ts";
import { runSight } from "./paragraph.ts";
import { pictureOpeners, showImageData } from "./pictures.ts";
import { last } from "./story-state.ts";
import type { Closer, Opener, Story } from "./story-state.ts";
import { endFloat, floatClosers, floatOpeners, openFloat, placeOfVml } from "./floats.ts";
import { isOn } from "../look/values.ts";

const unread =
  (kind: "pictures" | "objects"): Opener =>
  (story, _, path) => {
    meet(story, kind, path);
    return "skip";
  };

function meet(story: Story, kind: "pictures" | "objects", path: readonly string[]): void {
  story.context.counts[kind]++;
  markCell(story, path);
}

const imageData: Opener = (story, attributes, path) => {
  meet(story, "pictures", path);
  const [float] = story.floats;
  if (float !== undefined) float.isPicture = !("gain" in attributes || "blacklevel" in attributes);
  showImageData(story.context, attributes);
  return "skip";
};

/** Marks a cell that holds ink other than text. A drawing behind the text leaves it readable, and is not marked. */
function markCell({ containers, floats }: Story, path: readonly string[]): void {
  const cell = last(containers)?.cell;
  const float = last(floats);
  if (!cell || cell.picture === "inline" || float?.behind) return;
  cell.picture = float !== undefined || path.includes("wp:anchor") ? "floating" : "inline";
}

const imported: Opener = (story, _, path) => {
  story.context.counts.imports++;
  markCell(story, path);
};

/** A shape of VML (ISO 29500-4 19.1.2.19), unless it is a rule between paragraphs (o:hr). */
const shape: Opener = (story, attributes, path) => {
  const style = attributes["style"] ?? "";
  if (/position:\s?absolute/.test(style)) {
    openFloat(story, path.length, /z-index:\s?-/.test(style), placeOfVml(attributes));
    markCell(story, path);
  } else if (!isOn(attributes["o:hr"], false)) markCell(story, path);
};

const drawnShape: Opener = (story, _, path) => markCell(story, path);

const shapeNames = ["v:shape", "v:rect", "v:roundrect", "v:oval", "v:line", "v:polyline", "v:group"];

/** A drawing in hidden text is hidden together with its text box. */
const drawing: Opener = ({ context, paragraphs }) => {
  const paragraph = last(paragraphs);
  if (paragraph === undefined || runSight(paragraph).visibility !== "hidden") return;
  context.counts.hidden++;
  return "skip";
};

/** Drawings, pictures, embedded objects and imported documents: things that are seen in a text but are not text. */
export const drawingOpeners: readonly (readonly [name: string, open: Opener])[] = [
  ["w:drawing", drawing],
  ["w:pict", drawing],
  ...floatOpeners,
  ["wps:wsp", drawnShape],
  ...shapeNames.map((name): [string, Opener] => [name, shape]),
  [
    "v:textpath",
    (story, { string = "" }, path) => {
      const [float] = story.floats;
      const { context } = story;
      const isMargin = context.margin === undefined || float === undefined || isInMargin(context, float);
      if (!isMargin && isFilled(string.trim())) context.counts.floating++;
      meet(story, "pictures", path);
      return "skip";
    },
  ],
  ["w:contentPart", unread("pictures")],
  [
    "pic:pic",
    (story, _, path) => {
      meet(story, "pictures", path);
      const [float] = story.floats;
      if (float !== undefined) float.isPicture = true;
    },
  ],
  ...[...pictureOpeners].map(([name, open]): [string, Opener] => [
    name,
    ({ context }, attributes, path) => open(context, attributes, path),
  ]),
  ["c:chart", unread("pictures")],
  ["dgm:relIds", unread("pictures")],
  ["v:imagedata", imageData],
  ["w:object", unread("objects")],
  ["w:altChunk", imported],
  ["w:subDoc", imported],
];

export const drawingClosers: readonly (readonly [name: string, close: Closer])[] = [
  ...floatClosers,
  ...shapeNames.map((name): [string, Closer] => [name, endFloat]),
];
