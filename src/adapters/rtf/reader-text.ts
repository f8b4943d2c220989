import type { Rgb } from "../docx/look/colour.ts";
import { placeDoubt } from "../word/tables/room.ts";
import type { LetterLook } from "../word/text/look.ts";
import { decodeText, encodingOf } from "./charsets.ts";
import type { ParagraphState, RtfGroup } from "./state.ts";
import { shadedGround } from "./tables.ts";
import type { Reader } from "./reader.ts";
import { shapeProperty } from "./words/shapes.ts";

/** Hands the waiting text to its destination. Call it before anything changes the text's look or place. */
export function flushText(reader: Reader): void {
  const { letters, pending } = reader;
  if (letters !== "") {
    reader.letters = "";
    addRtfText(reader, letters);
  }
  if (pending.length === 0) return;
  reader.pending = [];
  let ascii = "";
  for (const byte of pending) {
    if (byte >= 0x80) {
      const bytes = Uint8Array.from(pending);
      return addRtfText(reader, decodeText(bytes, encodingFor(reader, bytes)));
    }
    ascii += String.fromCharCode(byte);
  }
  addRtfText(reader, ascii);
}

function encodingFor(reader: Reader, bytes: Uint8Array): string {
  const { fonts, group, defaultFont, encoding, font } = reader;
  const { character, mode } = group;
  if (mode === "fonts") return encodingOf(fonts.get(font)?.charset, encoding, bytes);
  const used = character.script8 === "double" ? (character.asianFont ?? character.font) : character.font;
  return encodingOf(fonts.get(used ?? defaultFont)?.charset, encoding, bytes);
}

/** The first half of a surrogate pair waits for the second; a half that stays alone becomes U+FFFD. */
export function addUnit(reader: Reader, unit: number): void {
  if (reader.pending.length > 0) flushText(reader);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  if (reader.highSurrogate !== 0) {
    reader.letters += isLow ? String.fromCharCode(reader.highSurrogate, unit) : "\ufffd";
    reader.highSurrogate = 0;
    if (isLow) return;
  } else if (isLow) return void (reader.letters += "\ufffd");
  if (unit >= 0xd800 && unit <= 0xdbff) reader.highSurrogate = unit;
  else reader.letters += String.fromCharCode(unit);
}

export function addRtfText(reader: Reader, text: string): void {
  const { group } = reader;
  const within = (kept: string): string => (kept.length < longest ? kept + text : kept);
  switch (group.mode) {
    case "text":
      if (group.field?.hasResult && text.trim() !== "") group.field.isShown = true;
      return group.flow.text(text, letterLookOf(reader, group));
    case "instruction":
      if (group.field !== null) group.field.instruction = within(group.field.instruction);
      return;
    case "label":
      reader.labelLook = letterLookOf(reader, group);
      reader.label = within(reader.label);
      return;
    case "shapeName":
      if (reader.shape !== null) reader.shape.property = text;
      return;
    case "shapeValue":
      if (reader.shape !== null) shapeProperty(reader.shape, text);
      return;
    case "comment":
      reader.comment = within(reader.comment);
      return;
    case "title":
      reader.title = within(reader.title);
      return;
    // A semicolon ends each entry of these tables.
    case "fonts": {
      const font = reader.fonts.get(reader.font);
      if (font !== undefined) font.name = within(font.name).replaceAll(";", "");
      return;
    }
    case "styles":
      reader.looks.look(group.character, text);
      if (reader.style !== null) reader.style.name = within(reader.style.name).replaceAll(";", "");
      return;
    case "levelText":
      return reader.lists.levelText(text);
    case "colours":
      for (const character of text) if (character === ";") endColour(reader);
      return;
    default:
  }
}

/** Characters of a title, label or instruction that are kept at most. */
const longest = 1000;

function endColour(reader: Reader): void {
  const { colour } = reader;
  reader.colours.push(colour === null ? null : [colour.red, colour.green, colour.blue]);
  reader.colour = null;
}

/** How letters in this state look in their paragraph. */
export function letterLookOf(
  { fonts, colours, defaultFont, looks }: Reader,
  { character, paragraph }: Pick<RtfGroup, "character" | "paragraph">,
): LetterLook {
  const { colour, font, size, doubt } = character;
  const ground = groundOf(character, colours) ?? groundOf(paragraph, colours);
  return {
    ...character,
    colour: colours[colour] ?? null,
    ground,
    font: fonts.get(font ?? defaultFont)?.name,
    doubt: doubt ?? looks.doubt({ character, paragraph }, colours, ground) ?? placeDoubt(paragraph, size),
  };
}

function groundOf(
  { front, ground: back, share }: Pick<ParagraphState, "ground" | "front" | "share">,
  colours: readonly (Rgb | null)[],
): Rgb | null {
  return share > 0 ? shadedGround({ front, back, share }, colours) : (colours[back] ?? null);
}
