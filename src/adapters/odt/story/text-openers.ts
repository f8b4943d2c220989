import type { Attributes } from "../../package/xml.ts";
import { odtFieldOpeners } from "../fields.ts";
import { addShown, openOdtParagraph } from "../paragraph.ts";
import { hereIn, leaveHidden, markPicture, paragraphIn, pushContainer } from "./reading.ts";
import type { OdtOpener, OdtReading } from "./reading.ts";

/** Opens paragraphs, spans, lists, sections, changes, fields and notes. */
export function odtTextOpeners(reading: OdtReading): Readonly<Record<string, OdtOpener>> {
  const { tally, styles, lists, paragraphs, sections } = reading;
  const openParagraph = (name: string, attributes: Attributes, path: readonly string[]): void => {
    const level = name === "text:h" ? Number(attributes["text:outline-level"]) || 1 : undefined;
    const unnumbered = attributes["text:is-list-header"] === "true";
    const isUnlike = lists.isUnlike();
    const label = unnumbered ? null : lists.label(level ?? null);
    const paragraph = openOdtParagraph(styles, attributes["text:style-name"], {
      depth: path.length,
      level,
      label: label && { label, ...lists.lookOf(label) },
      ground: hereIn(reading).ground,
    });
    if (styles.isPictured("paragraph", attributes["text:style-name"])) markPicture(reading, true);
    if (sections.includes("undecided")) paragraph.doubt = "hidden-text";
    if (isUnlike) paragraph.doubt = "drawn";
    paragraphs.push(paragraph);
  };
  const openSpan = (attributes: Attributes, path: readonly string[]): void => {
    const paragraph = paragraphIn(reading);
    if (paragraph === undefined) return;
    const { look } = paragraph.looks.at(-1)!;
    paragraph.looks.push({
      depth: path.length,
      look: styles.span(attributes["text:style-name"], look),
    });
  };
  return {
    "text:p": (attributes, path, name) => openParagraph(name, attributes, path),
    "text:h": (attributes, path, name) => openParagraph(name, attributes, path),
    "text:span": (attributes, path) => openSpan(attributes, path),
    "text:a": (attributes, path) => {
      const paragraph = paragraphIn(reading);
      // The mark of a note links to it and looks like one more digit.
      const isWithin = attributes["xlink:href"]?.startsWith("#") === true;
      if (isWithin && /\d$/.test(paragraph?.runs.at(-1)?.text ?? "")) paragraph!.doubt ??= "mixed-styles";
      openSpan(attributes, path);
    },
    "text:s": (attributes) => {
      const paragraph = paragraphIn(reading);
      const count = Math.min(Number(attributes["text:c"] ?? 1) || 1, 1_000);
      if (paragraph !== undefined) addShown(paragraph, " ".repeat(count));
    },
    "text:tab": () => void (paragraphIn(reading) && addShown(paragraphIn(reading)!, "\t")),
    "text:line-break": () => void (paragraphIn(reading) && addShown(paragraphIn(reading)!, "\n")),
    "text:list": (attributes) => lists.openList(attributes),
    "text:list-item": (attributes) => lists.openItem(attributes, false),
    "text:list-header": (attributes) => lists.openItem(attributes, true),
    "text:section": (attributes) => {
      const display = attributes["text:display"];
      if (display === "none" || attributes["text:is-hidden"] === "true") return leaveHidden(reading);
      // Whether the condition holds is not worked out here.
      sections.push(display === "condition" ? "undecided" : "shown");
      return;
    },
    "text:deletion": () => {
      tally.deletions++;
      return "skip";
    },
    "text:insertion": () => {
      tally.insertions++;
      return "skip";
    },
    ...odtFieldOpeners(
      () => paragraphIn(reading),
      () => leaveHidden(reading),
      reading.fields,
    ),
    "text:note-body": (_, path) => pushContainer(reading, path, "note", null),
  };
}
