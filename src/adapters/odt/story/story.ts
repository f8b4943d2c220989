import type { Limits } from "../../../model/index.ts";
import { Refusal } from "../../refusal.ts";
import type { ShownPicture } from "../../package/stored-pictures.ts";
import type { XmlHandler } from "../../package/xml.ts";
import type { FlowTally } from "../../word/flow.ts";
import type { Item } from "../../word/items/items.ts";
import { leaveAbove, stateLineHeight } from "../../word/tables/room.ts";
import { odtComments } from "../comments.ts";
import { otherBodies, shapes, skipped, styleParts } from "../elements.ts";
import { isOtherThanShown, openerName } from "../fields.ts";
import { addWritten, closeOdtParagraph, heightOf, isGone } from "../paragraph.ts";
import { closeOdtContainer, closeOdtRow } from "./closers.ts";
import { layOver, odtDrawingOpeners } from "./drawing-openers.ts";
import { appendItems, hereIn, odtReading, paragraphIn, pushContainer } from "./reading.ts";
import type { OdtOpener } from "./reading.ts";
import { odtTableOpeners, twipsPerPoint } from "./table-openers.ts";
import { odtTextOpeners } from "./text-openers.ts";

/** The content of a document, and the findings raised on the way. */
export interface OdtStory {
  readonly handler: XmlHandler;
  readonly items: readonly Item[];
  /** Notes stand at the end, never inside the cell or sentence that refers to them. */
  readonly notes: readonly Item[];
  readonly pictures: readonly ShownPicture[];
}

/** Reads styles, and the body if there is one: from content.xml, styles.xml or a whole flat document. */
export function odtStory(tally: FlowTally, limits: Limits): OdtStory {
  const reading = odtReading(tally, limits);
  const { styles, lists, pictures, notes, body, containers, paragraphs, tables, frames, sections } = reading;
  const openers: Readonly<Record<string, OdtOpener>> = {
    ...odtTextOpeners(reading),
    ...odtTableOpeners(reading),
    ...odtDrawingOpeners(reading),
  };
  const comments = odtComments(() => paragraphIn(reading));
  const handler: XmlHandler = {
    open: (name, attributes, path) => {
      if (skipped.has(name)) return "skip";
      if (comments.open(name)) return;
      if (otherBodies.has(name)) throw new Refusal("unsupported", { format: name.slice(7) });
      if (styleParts.has(path[1] ?? "")) {
        styles.open(name, attributes);
        lists.openStyle(name, attributes);
        pictures.openStyle(name, attributes);
        return;
      }
      if (shapes.has(name)) {
        layOver(reading, attributes);
        return pushContainer(reading, path, "box", null, attributes["text:anchor-type"] === "as-char");
      }
      return openers[openerName(name)]?.(attributes, path, name);
    },
    close: (name, path) => {
      if (comments.close(name)) return;
      const paragraph = paragraphIn(reading);
      if (paragraph?.depth === path.length && (name === "text:p" || name === "text:h")) {
        paragraphs.pop();
        const items = paragraph.isHidden || isGone(paragraph) ? [] : [closeOdtParagraph(paragraph)];
        for (const item of items) {
          leaveAbove(item, paragraph.above * twipsPerPoint);
          stateLineHeight(item, heightOf(paragraph) * twipsPerPoint);
        }
        tally.hidden += Number(paragraph.isHidden);
        appendItems(hereIn(reading).items, [...items, ...paragraph.attached]);
      } else if (paragraph?.looks.at(-1)!.depth === path.length) paragraph.looks.pop();
      else if (containers.at(-1)?.depth === path.length) closeOdtContainer(reading);
      else if (name === "text:list") lists.closeList();
      else if (name === "table:table-row") closeOdtRow(reading);
      else if (name === "draw:frame") frames.pop();
      else if (name === "text:section") sections.pop();
      else if (name === "table:table") {
        const table = tables.pop();
        if (table !== undefined && table.rows.length > 0)
          appendItems(hereIn(reading).items, [
            { kind: "table", columns: table.columns.length, rows: table.rows },
          ]);
      }
    },
    text: (text, path) => {
      const paragraph = paragraphIn(reading);
      const holder = path[path.length - 1]!;
      if (comments.text(text, holder) || paragraph === undefined) return;
      if (!/^(?:(?:text|loext|office|other):|table:table-formula$)/.test(holder)) return;
      if (isOtherThanShown(holder, text, reading.fields)) paragraph.doubt = "alternate-content";
      if (!addWritten(paragraph, text)) tally.hidden++;
    },
  };
  return { handler, items: body.items, notes, pictures: pictures.shown };
}
