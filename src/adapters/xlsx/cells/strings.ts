import type { XmlHandler } from "../../package/xml.ts";
import type { RunLook } from "../../sheet/shown/cell-text.ts";
import { readFont } from "../styles/font.ts";
import type { FontDraft } from "../styles/font.ts";
import type { WorkbookPalette } from "../styles/colours.ts";

/** A stretch of a string; where it has no look of its own, it has the cell's. */
export interface StringRun {
  text: string;
  look: Partial<RunLook> | undefined;
}

/** Collects the runs of a string item (CT_Rst, ISO 29500-1 18.4.8); phonetic runs are not part of the text. */
export function stringReader(palette: WorkbookPalette): {
  readonly handler: XmlHandler;
  readonly take: () => readonly StringRun[];
} {
  let runs: StringRun[] = [];
  let look: StringRun["look"];
  let collecting = false;
  const handler: XmlHandler = {
    open: (name, attributes, path) => {
      if (name === "x:rPh") return "skip";
      if (name === "x:r") look = undefined;
      else if (name === "x:rPr") look = {};
      else if (name === "x:t") {
        collecting = true;
        runs.push({ text: "", look });
      } else if (path[path.length - 2] === "x:rPr" && look !== undefined)
        readFont(look as FontDraft, name, attributes, palette);
      return;
    },
    close: (name) => {
      if (name === "x:t") collecting = false;
      else if (name === "x:r") look = undefined;
    },
    text: (text) => {
      if (collecting) runs.at(-1)!.text += text;
    },
  };
  return {
    handler,
    take: () => {
      const taken = runs.map(({ text, look }) => ({ text: unescaped(text), look }));
      runs = [];
      look = undefined;
      return taken;
    },
  };
}

/** `_x000D_` stands for a character that XML could not hold or would change (ST_Xstring, 22.9.2.19). */
function unescaped(text: string): string {
  const plain = text.includes("_x")
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return plain.replace(/\r\n?/g, "\n");
}

/** Reads sharedStrings.xml: the runs of each string, by its index. */
export function sharedStringsReader(palette: WorkbookPalette): {
  readonly handler: XmlHandler;
  readonly strings: readonly (readonly StringRun[])[];
} {
  const strings: (readonly StringRun[])[] = [];
  const { handler, take } = stringReader(palette);
  return {
    handler: {
      ...handler,
      close: (name, path) => {
        handler.close(name, path);
        if (name === "x:si") strings.push(take());
      },
    },
    strings,
  };
}
