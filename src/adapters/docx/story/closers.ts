import { drawingClosers } from "./drawings.ts";
import { isValueAlone } from "../../word/items.ts";
import { closeParagraph, endInstructions } from "./paragraph.ts";
import { closeContainer, countParagraph, last, type Closer } from "./story-state.ts";
import { tableClosers } from "./table-closers.ts";
import { checkControl } from "./controls.ts";

const closeStory: Closer = (story, path) => {
  const closing = closeContainer(story, path);
  if (closing !== null && closing.key !== null) story.finished.set(closing.key, closing.items);
};

export const closers: ReadonlyMap<string, Closer> = new Map<string, Closer>([
  ...tableClosers,
  ["w:body", closeStory],
  ["w:footnote", closeStory],
  ["w:endnote", closeStory],
  [
    "w:txbxContent",
    (story, path) => {
      const closing = closeContainer(story, path);
      const items = closing?.items ?? [];
      const target = last(story.paragraphs)?.attached ?? last(story.containers)?.items;
      const floats = story.floats.length > 0;
      // A number in a box of its own may stand over any cell.
      if (floats && isValueAlone(items)) story.context.counts.floating++;
      const [outer] = story.floats;
      if (outer !== undefined)
        outer.hasInk ||= items.some((item) => item.kind === "table" || /\d/.test(item.text));
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
        if (paragraph.framed && holder.cell === null && isValueAlone([closed]))
          story.context.counts.floating++;
        holder.items.push(closed);
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
