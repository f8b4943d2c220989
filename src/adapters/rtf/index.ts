import type { Adapter, Limits, MetadataField, Reading, Source } from "../../model/index.ts";
import { disputesNumber } from "../../printed/notes.ts";
import { Refusal, refusable, tooLarge } from "../refusal.ts";
import { drawnAnew, isWorkedOut, shownWithoutResult } from "../word/text/field.ts";
import { emptyFlowTally } from "../word/flow.ts";
import { flowReading } from "../word/reading.ts";
import { beginsAsRtf, rtfFormat } from "./format.ts";
import { pictureWord, rtfPictures } from "./pictures.ts";
import { addRtfText, flushText } from "./reader-text.ts";
import { enter, leaveGroup, newReader, openGroup } from "./reader.ts";
import type { Reader } from "./reader.ts";
import type { RtfField } from "./state.ts";
import { rowWords } from "./tables.ts";
import { tokenize } from "./tokenizer.ts";
import type { RtfHandler } from "./tokenizer.ts";
import { knownOptional, controlWords } from "./words/index.ts";

/** Rich Text Format (RTF 1.9.1), whatever the file's name. */
export const rtf: Adapter = {
  ...rtfFormat,
  read: refusable(readDocument),
};

function readDocument({ bytes }: Source, limits: Limits): Reading {
  if (bytes.length > limits.maximumBytes) throw tooLarge("file", bytes.length, limits.maximumBytes);
  const tally = emptyFlowTally();
  const reader = newReader(tally, limits);
  const content = bytes.subarray(Math.max(0, beginsAsRtf(bytes)));
  const whole = tokenize(content, handlerOf(reader, content));
  flushText(reader);
  const body = reader.groups[0] ?? reader.group;
  // Some writers omit the last bracket, which is accepted; a file that is cut short ends inside a word, a group or a
  // row.
  if (!whole && (reader.groups.length > 1 || !body.flow.isEmpty()))
    throw new Refusal("truncated", { format: "rtf" });
  const items = [...body.flow.finish(), ...reader.notes];
  return flowReading(items, tally, limits, metadataOf(reader), () => rtfPictures(content, reader.pictures));
}

function metadataOf({ title }: Reader): MetadataField[] {
  const value = title.trim();
  return value === "" ? [] : [{ field: "title", value, at: {} }];
}

function handlerOf(reader: Reader, content: Uint8Array): RtfHandler {
  return {
    open: () => openGroup(reader),
    close: () => closeGroup(reader),
    word: (name, value) => {
      if (skipped(reader)) return;
      // A character written by number continues the text that precedes it, so that text is not flushed.
      if (name !== "u" || reader.group.optional) flushText(reader);
      doWord(reader, name, value);
    },
    symbol: (character) => {
      if (!skipped(reader)) symbol(reader, character);
    },
    byte: (value) => {
      if (!skipped(reader) && reader.group.mode !== "skip" && reader.group.mode !== "picture")
        reader.pending.push(value);
    },
    text: (from, to) => {
      const start = Math.min(to, from + reader.skip);
      reader.skip -= start - from;
      if (reader.group.mode === "skip") return;
      if (reader.group.mode === "picture") return void reader.pictures.at(-1)?.stretches.push([start, to]);
      for (let at = start; at < to; at++) reader.pending.push(content[at]!);
    },
  };
}

/** A \u character is followed by bytes for readers that do not know it; a control counts as one such byte. */
function skipped(reader: Reader): boolean {
  if (reader.skip === 0) return false;
  reader.skip--;
  return true;
}

function doWord(reader: Reader, name: string, value: number | null): void {
  const { group } = reader;
  const optional = group.optional;
  group.optional = false;
  if (group.mode === "skip") return;
  if (group.mode === "narrow" && name !== "ud") return;
  if (optional && !knownOptional.has(name)) return enter(reader, "skip");
  if (group.mode === "picture") return pictureWord(reader.pictures.at(-1)!, name, value ?? 0);
  if (group.mode === "comment") return commentWord(reader, name, value);
  if (group.mode === "lists" || group.mode === "overrides") reader.lists.word(name, value ?? 1);
  const setRow = rowWords.get(name);
  if (setRow !== undefined) setRow(group.inner ? reader.innerRow : reader.row, value ?? 0);
  else {
    const before = group.character;
    controlWords.get(name)?.(reader, value);
    if (group.mode === "lists" && group.character !== before) reader.lists.setLook(group.character);
  }
}

/** Of the words in a comment, those count that make or end its text. */
function commentWord(reader: Reader, name: string, value: number | null): void {
  if (name === "par") addRtfText(reader, "\n");
  else if (/^(?:u|uc|f|loch|hich|dbch)$/.test(name)) controlWords.get(name)?.(reader, value);
}

function symbol(reader: Reader, character: string): void {
  switch (character) {
    case "\\":
    case "{":
    case "}":
      // These characters may be the second byte of a Chinese character.
      return void reader.pending.push(character.charCodeAt(0));
    case "*":
      reader.group.optional = true;
      return;
    default:
  }
  flushText(reader);
  if (character === "~") addRtfText(reader, "\u00a0");
  else if (character === "_") addRtfText(reader, "-");
}

function closeGroup(reader: Reader): void {
  const closed = leaveGroup(reader);
  if (closed === null) return;
  const { group } = reader;
  if (closed.holds === "box") group.flow.attach(closed.flow.finish());
  else if (closed.holds === "note") for (const item of closed.flow.finish()) reader.notes.push(item);
  if (closed.mode === "comment" && group.mode !== "comment") endComment(reader);
  // A field without a result may still show something.
  const { field } = closed;
  if (field !== null && field !== group.field && group.mode === "text") endField(reader, field);
}

/** A comment is not read, but a number that it disputes is doubtful. */
function endComment(reader: Reader): void {
  if (reader.group.mode === "text" && disputesNumber(reader.comment)) reader.group.flow.doubt("note");
  reader.comment = "";
}

/** Ends a field. Without a result it may still show something, or stand for a value that the program works out. */
function endField(reader: Reader, { instruction, isShown }: RtfField): void {
  const shown = isShown ? "" : shownWithoutResult({ instruction, choices: [], choice: 0, inResult: false });
  addRtfText(reader, shown);
  // What was chosen from a list, or ticked, is stored among the field's data, not as its result.
  const isChosen = !isShown && /^\s{0,50}FORM(?:DROPDOWN|CHECKBOX)\b/i.test(instruction);
  if (isChosen) reader.group.flow.doubt("field-result");
  else if (isShown ? drawnAnew.test(instruction) : shown === "" && isWorkedOut({ instruction }))
    reader.group.flow.doubt("field-result");
}
