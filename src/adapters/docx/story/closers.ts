import { drawingClosers } from "./drawings.ts";
import { furthest, reachOf } from "../../word/items/covering.ts";
import { isValueAlone } from "../../word/items/items.ts";
import type { WordParagraph } from "../../word/items/items.ts";
import type { DrawnPlace } from "./open-paragraph.ts";
import { HEAD, isInMargin } from "./page-margins.ts";
import { closeParagraph, endInstructions } from "./paragraph.ts";
import { closeContainer, countParagraph, last, type Closer, type Story } from "./story-state.ts";
import { tableClosers } from "./table-closers.ts";
import { checkControl } from "./controls.ts";

const closeStory: Closer = (story, path) => {
  const closing = closeContainer(story, path);
  if (closing !== null && closing.key !== null) story.finished.set(closing.key, closing.items);
};

/** A paragraph in a frame of its own, which lies over tables; what has no height stated stands where it is written. */
function framed({ context }: Story, item: WordParagraph, frame: DrawnPlace): WordParagraph {
  if (item.text.trim() === "" || isInMargin(context, frame)) return item;
  if (isValueAlone([item])) context.counts.floating++;
  const { top, height, isNear } = frame;
  if (top === undefined || (!isNear && top + height <= HEAD)) return item;
  return { ...item, covers: furthest(reachOf(top, top + height, isNear), item.covers) };
}

export const closers: ReadonlyMap<string, Closer> = new Map<string, Closer>([
  ...tableClosers,
  ...["w:body", "w:hdr", "w:ftr"].map((name): [string, Closer] => [name, closeStory]),
  ["w:footnote", closeStory],
  ["w:endnote", closeStory],
  [
    "w:txbxContent",
    (story, path) => {
      const closing = closeContainer(story, path);
      const items = closing?.items ?? [];
      const target = last(story.paragraphs)?.attached ?? last(story.containers)?.items;
      // A number in a box of its own may stand over any cell.
      const [outer] = story.floats;
      if (outer !== undefined && isValueAlone(items) && !isInMargin(story.context, outer))
        story.context.counts.floating++;
      if (outer !== undefined)
        outer.hasInk ||= items.some((item) => item.kind === "table" || /\d/.test(item.text));
      if (story.floats.length === 1) outer!.tables = items.filter((item) => item.kind === "table");
      for (const item of items) target?.push(item);
    },
  ],
  [
    // Counted here and not at the end of the paragraph, so that a text box inside it is counted after the paragraph
    // that anchors it.
    "w:pPr",
    (story, path) => {
      const paragraph = last(story.paragraphs);
      if (paragraph !== undefined && paragraph.depth === path.length - 1) countParagraph(story, paragraph);
    },
  ],
  [
    "w:p",
    (story) => {
      const paragraph = story.paragraphs.pop()!;
      const holder = last(story.containers)!;
      countParagraph(story, paragraph);
      endInstructions(paragraph);
      if (paragraph.markGone) holder.carried = paragraph;
      else {
        const closed = closeParagraph(paragraph);
        const frame = paragraph.framed && holder.cell === null ? paragraph.frame : undefined;
        holder.items.push(frame === undefined ? closed : framed(story, closed, frame));
        for (const item of paragraph.attached) holder.items.push(item);
      }
    },
  ],
  ["mc:AlternateContent", ({ alternatives }) => void alternatives.pop()],
  ...drawingClosers,
  [
    "w:sdt",
    ({ controls, context, paragraphs, containers }) => {
      const control = controls.pop();
      const inCell = containers.some(({ cell }) => cell !== null);
      if (control !== undefined)
        checkControl(control, context.bound, last(paragraphs), inCell, context.counts);
    },
  ],
]);
