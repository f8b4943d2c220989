import type { XmlHandler } from "../../package/xml.ts";

/** Collects the fonts that come with the document (w:embedRegular and its like, 17.8.3.6): their digits may be any signs. */
export function embeddedFonts(): { handler: XmlHandler; fonts: Set<string> } {
  const fonts = new Set<string>();
  let font = "";
  const handler: XmlHandler = {
    open: (name, attributes) => {
      if (name === "w:font") font = attributes["w:name"] ?? "";
      else if (name.startsWith("w:embed") && font !== "") fonts.add(font);
    },
    close: () => undefined,
  };
  return { handler, fonts };
}

/**
 * Takes from `fonts` those that a style names or that a run with Chinese text is set in: they were made for words, not to
 * disguise digits.
 */
export function withoutFontsOfWords(fonts: Set<string>): XmlHandler {
  let font: string | undefined;
  let isText = false;
  return {
    open: (name, attributes, path) => {
      if (name === "w:r") font = undefined;
      isText = name === "w:t";
      if (name !== "w:rFonts") return;
      font = attributes["w:ascii"] ?? attributes["w:hAnsi"];
      if (path[0] === "w:styles") fonts.delete(font ?? "");
    },
    close: () => void (isText = false),
    text: (text) => {
      if (isText && font !== undefined && /\p{Script=Han}/u.test(text)) fonts.delete(font);
    },
  };
}
