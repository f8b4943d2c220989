import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { openCompoundFile } from "../compound/index.ts";
import { Refusal, refusable, tooLarge } from "../refusal.ts";
import { listCounter } from "../word/lists/list-counter.ts";
import { flowReading } from "../word/reading.ts";
import { emptyFlowTally } from "../word/flow.ts";
import type { Item } from "../word/items/items.ts";

import { readAnchors } from "./drawings/anchors.ts";
import { readBoxes } from "./drawings/boxes.ts";
import { bytesOf } from "./file/bytes.ts";
import type { Bytes } from "./file/bytes.ts";
import { characterReader } from "./look/characters.ts";
import { disputingComments } from "./file/comments.ts";
import { docFormat } from "./format.ts";
import { floatingReach } from "./drawings/drawings.ts";
import { readFonts } from "./file/fonts.ts";
import { readHeader } from "./file/header.ts";
import { readLists } from "./look/lists.ts";
import { readFormattedPages } from "./file/pages.ts";
import { paragraphReader } from "./look/paragraphs.ts";
import { docPictures } from "./drawings/pictures.ts";
import { readPieces } from "./file/pieces.ts";
import { readStory } from "./story.ts";
import type { Book, StoryRange } from "./story.ts";
import { readStyles } from "./look/styles.ts";

/** Word 97 to 2003 and WPS documents (MS-DOC), recognised by their content, whatever the file's name. */
export const doc: Adapter = {
  ...docFormat,
  read: refusable(readDocument),
};

function readDocument({ bytes }: Source, limits: Limits): Reading {
  if (bytes.length > limits.maximumBytes) throw tooLarge("file", bytes.length, limits.maximumBytes);
  const file = openCompoundFile(bytes, limits);
  // Rights management keeps the document in a separate stream, beside a notice (MS-OFFCRYPTO 2.2).
  if (file.names.some((name) => /drmcontent$/i.test(name))) throw new Refusal("encrypted", { format: "doc" });
  const main = file.stream("WordDocument") ?? new Uint8Array();
  const stream = bytesOf(main);
  const header = readHeader(stream);
  const tableBytes = file.stream(header.tableStream);
  if (tableBytes === null) throw new Refusal("damaged", { part: header.tableStream, reason: "missing-part" });
  const table = bytesOf(tableBytes);
  const structure = (name: Parameters<typeof header.structure>[0]): Bytes => {
    const { at, length } = header.structure(name);
    return table.slice(at, length);
  };

  const styles = readStyles(structure("styles"));
  const numbering = readLists(table, header.structure("lists"), structure("listOverrides"));
  const pieces = readPieces(structure("pieces"), stream.length);
  const { counts } = header;
  const total = pieces.at(-1)!.to;
  const boxStart =
    counts.text + counts.footnotes + counts.headers + counts.macros + counts.comments + counts.endnotes;
  // Counts that exceed the pieces would assign the words of one story to another.
  if (counts.text > total || boxStart + counts.boxes > total)
    throw new Refusal("damaged", { reason: "piece-table" });
  const data = file.stream("Data") ?? new Uint8Array();
  const anchors = readAnchors(structure("shapes"));
  const boxes = readBoxes(anchors, structure("boxes"));
  const drawings = structure("drawings");
  const reaches = floatingReach(anchors, drawings, (position) => boxes.has(position));
  const tally = emptyFlowTally();
  const book: Book = {
    stream,
    data: bytesOf(data),
    pieces,
    characterPages: readFormattedPages(stream, structure("characterPages"), "character"),
    paragraphPages: readFormattedPages(stream, structure("paragraphPages"), "paragraph"),
    styles,
    characters: characterReader(styles, readFonts(structure("fonts"))),
    modifiers: new Map(),
    paragraph: paragraphReader(styles, bytesOf(data)),
    labelLook: numbering.lookOf,
    sectionEnds: readSectionEnds(structure("sections")),
    tally,
    pictures: [],
    comments: { disputing: [], next: 0 },
    cells: { count: 0 },
    limits,
  };
  const boxCounter = listCounter(numbering);
  const noDrawing: StoryRange["drawing"] = () => ({ box: null });
  const drawing: StoryRange["drawing"] = (position) => {
    const [range, covers] = [boxes.get(position), reaches.get(position)];
    if (range === undefined) return { box: null, covers };
    const [from, to] = [boxStart + range.from, boxStart + Math.min(range.to, counts.boxes)];
    return { box: readStory(book, { from, to, counter: boxCounter, drawing: noDrawing }), covers };
  };
  const story = (from: number, count: number): readonly Item[] =>
    readStory(book, { from, to: from + count, counter: listCounter(numbering), drawing: noDrawing });
  const commentStart = boxStart - counts.endnotes - counts.comments;
  const aside: Book = { ...book, tally: emptyFlowTally(), pictures: [], cells: { count: 0 } };
  const disputing = disputingComments(structure("comments"), counts.comments, (from, to) =>
    readStory(aside, {
      from: commentStart + from,
      to: commentStart + to,
      counter: listCounter(numbering),
      drawing: noDrawing,
    }),
  );
  const body = readStory(
    { ...book, comments: { disputing, next: 0 } },
    { from: 0, to: counts.text, counter: listCounter(numbering), drawing },
  );
  // Pictures in notes are not scanned pages.
  const shown = [...book.pictures];
  const footnotes = story(counts.text, counts.footnotes);
  const endnotes = story(boxStart - counts.endnotes, counts.endnotes);
  return flowReading([...body, ...footnotes, ...endnotes], tally, limits, [], () =>
    docPictures({ data, main, drawings, anchors }, shown),
  );
}

/** Where the sections end, except for the last (PlcfSed, MS-DOC 2.8.26). */
function readSectionEnds(sections: Bytes): ReadonlySet<number> {
  const count = Math.floor((sections.length - 4) / 16);
  return new Set(Array.from({ length: Math.max(0, count) }, (_, index) => sections.long((index + 1) * 4)));
}
