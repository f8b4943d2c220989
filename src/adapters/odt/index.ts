import type { Adapter, Limits, MetadataField, PagePicture, Reading, Source } from "../../model/index.ts";
import { refusable, tooLarge } from "../refusal.ts";
import { readPart } from "../docx/package.ts";
import { storedPictures } from "../package/stored-pictures.ts";
import { titleOf } from "../docx/properties.ts";
import { elementsOf, readSmallPart } from "../package/small-part.ts";
import { xmlReader } from "../package/xml.ts";
import type { Archive } from "../package/zip.ts";
import { emptyFlowTally } from "../word/flow.ts";
import { flowReading } from "../word/reading.ts";
import { fodtFormat, odtFormat } from "./format.ts";
import { openOdfPackage } from "./package.ts";
import { odtStory } from "./story/story.ts";
import type { OdtStory } from "./story/story.ts";

/** Reads text documents of OpenDocument (ISO/IEC 26300): packages and templates. */
export const odt: Adapter = {
  ...odtFormat,
  read: refusable(readOdt),
};

/** Reads the same documents written as one XML file. */
export const fodt: Adapter = {
  ...fodtFormat,
  read: refusable(({ bytes }, limits) => {
    const size = Math.min(limits.maximumBytes, limits.maximumInflatedBytes);
    if (bytes.length > size) throw tooLarge("file", bytes.length, size);
    const tally = emptyFlowTally();
    const story = odtStory(tally, limits);
    const reader = xmlReader("document", story.handler, limits);
    for (let at = 0; at < bytes.length; at += piece) reader.write(bytes.subarray(at, at + piece));
    reader.end();
    return readingOf(story, tally, limits, []);
  }),
};

const piece = 1 << 16;

function readOdt(source: Source, limits: Limits): Reading {
  const { archive, content } = openOdfPackage(source, limits, "odt");
  const tally = emptyFlowTally();
  const story = odtStory(tally, limits);
  const styles = archive.find("styles.xml");
  if (styles !== null) readPart(archive, styles, story.handler, limits);
  readPart(archive, content, story.handler, limits);
  const shown = (): readonly PagePicture[] => storedPictures(archive, story.pictures);
  return readingOf(story, tally, limits, metadataOf(archive, limits), shown);
}

function readingOf(
  { items, notes }: OdtStory,
  tally: Parameters<typeof flowReading>[1],
  limits: Limits,
  metadata: readonly MetadataField[],
  shown?: () => readonly PagePicture[],
): Reading {
  return flowReading([...items, ...notes], tally, limits, metadata, shown);
}

function metadataOf(archive: Archive, limits: Limits): MetadataField[] {
  const part = archive.find("meta.xml");
  if (part === null) return [];
  return elementsOf(readSmallPart(archive, part, limits)).flatMap(titleOf);
}
