import type { Limits } from "../../../model/index.ts";
import { collectText, inlineClosers, inlineOpeners, readBorder } from "./inline.ts";
import type { Item } from "../../word/items/items.ts";
import type { ParagraphContext } from "./open-paragraph.ts";
import { last, newStory } from "./story-state.ts";
import { readTableShading } from "./table-elements.ts";
import type { XmlHandler } from "../../package/xml.ts";
import { openers } from "./openers.ts";
import { closers } from "./closers.ts";

/** The content of one part: the items of `w:body`, or those of each note, such as `w:footnote:2`. */
export interface Stories {
  /** Name of the part's outermost element. */
  readonly root: () => string;
  readonly items: ReadonlyMap<string, readonly Item[]>;
}

/** Reads the main part or a part with notes; the items are available once the part has ended. */
export function storyReader(
  context: ParagraphContext,
  limits: Limits,
): { handler: XmlHandler; stories: Stories } {
  const story = newStory(context, limits);
  let root = "";
  let preserve = false;
  const handler: XmlHandler = {
    open: (name, attributes, path, scope) => {
      if (path.length === 1) root = name;
      if (name === "w:br" && attributes["w:type"] === "page") story.placed.page++;
      if (name === "w:shd" && readTableShading(story, attributes, path)) return;
      if (path[path.length - 2] === "w:pBdr") return readBorder(last(story.paragraphs), name, attributes);
      const opener = openers.get(name);
      if (opener !== undefined) return opener(story, attributes, path, scope);
      const paragraph = last(story.paragraphs);
      if (paragraph === undefined) return;
      if (name === "w:t") {
        preserve = attributes["xml:space"] === "preserve";
        // Each program chooses by itself which of the alternatives it shows.
        if (story.alternatives.length > paragraph.alternatives) paragraph.doubt ??= "alternate-content";
      }
      inlineOpeners.get(name)?.(paragraph, attributes, path);
    },
    close: (name, path) => {
      const closer = closers.get(name);
      if (closer !== undefined) return closer(story, path);
      const paragraph = last(story.paragraphs);
      if (paragraph !== undefined) inlineClosers.get(name)?.(paragraph, preserve);
    },
    text: (text) => {
      const paragraph = last(story.paragraphs);
      if (paragraph !== undefined && paragraph.collecting !== null) collectText(paragraph, text);
    },
  };
  return { handler, stories: { root: () => root, items: story.finished } };
}
