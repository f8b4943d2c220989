import type { Limits } from "../../../model/index.ts";
import type { Rgb } from "../../docx/look/colour.ts";
import type { Attributes } from "../../package/xml.ts";
import type { FlowTally } from "../../word/flow.ts";
import type { Item } from "../../word/items/items.ts";
import type { ShownFields } from "../fields.ts";
import { odfLists } from "../lists.ts";
import type { OdtContainer, OpenOdtTable } from "../open-parts.ts";
import type { OpenOdtParagraph } from "../paragraph.ts";
import { odfPictures } from "../pictures.ts";
import { odfStyles } from "../styles.ts";

/** A document being read: what is open at this place, and what was read before it. */
export interface OdtReading {
  readonly tally: FlowTally;
  readonly limits: Limits;
  readonly styles: ReturnType<typeof odfStyles>;
  readonly lists: ReturnType<typeof odfLists>;
  readonly pictures: ReturnType<typeof odfPictures>;
  readonly notes: Item[];
  readonly body: OdtContainer;
  readonly containers: OdtContainer[];
  readonly paragraphs: OpenOdtParagraph[];
  readonly tables: OpenOdtTable[];
  readonly frames: Attributes[];
  readonly sections: ("shown" | "undecided")[];
  readonly fields: ShownFields;
  /** How many cells were read, with their repetitions. */
  cells: number;
}

/** What opens an element; "skip" leaves out all that is in it. */
export type OdtOpener = (attributes: Attributes, path: readonly string[], name: string) => "skip" | void;

/** A reading at the beginning of a document. */
export function odtReading(tally: FlowTally, limits: Limits): OdtReading {
  return {
    tally,
    limits,
    styles: odfStyles(),
    lists: odfLists(),
    pictures: odfPictures(),
    notes: [],
    body: { depth: 0, items: [], ground: null, kind: "body", inLine: false, picture: "none" },
    containers: [],
    paragraphs: [],
    tables: [],
    frames: [],
    sections: [],
    fields: { declared: new Map(), value: undefined },
    cells: 0,
  };
}

/** The innermost container. */
export function hereIn({ containers, body }: OdtReading): OdtContainer {
  return containers.at(-1) ?? body;
}

/** Opens a container. */
export function pushContainer(
  { containers }: OdtReading,
  path: readonly string[],
  kind: OdtContainer["kind"],
  ground: Rgb | null,
  inLine = false,
): void {
  containers.push({ depth: path.length, items: [], ground, kind, inLine, picture: "none" });
}

/** The open paragraph of the innermost container. */
export function paragraphIn(reading: OdtReading): OpenOdtParagraph | undefined {
  const paragraph = reading.paragraphs.at(-1);
  return paragraph !== undefined && paragraph.depth > hereIn(reading).depth ? paragraph : undefined;
}

/** Notes that the innermost container holds a picture. */
export function markPicture(reading: OdtReading, inLine: boolean): void {
  const holder = hereIn(reading);
  if (holder.picture !== "inline") holder.picture = inLine ? "inline" : "floating";
}

/** Leaves out an element that is not shown. */
export function leaveHidden({ tally }: OdtReading): "skip" {
  tally.hidden++;
  return "skip";
}

/** Adds items at the end of others. */
export function appendItems(to: Item[], items: readonly Item[]): void {
  for (const item of items) to.push(item);
}
