import type { XmlHandler } from "../../package/xml.ts";
import { mostNotes } from "../../sheet/notes.ts";
import type { SheetNote } from "../../sheet/notes.ts";
import { cellAt } from "../../sheet/reference.ts";
import type { WorkbookPalette } from "../styles/colours.ts";
import { stringReader } from "../cells/strings.ts";

/** Reads a part of notes (CT_Comments, ISO 29500-1 18.7); those of a conversation stand in it as one text. */
export function notesReader(palette: WorkbookPalette): {
  readonly handler: XmlHandler;
  readonly notes: readonly SheetNote[];
} {
  const string = stringReader(palette);
  const notes: SheetNote[] = [];
  let place: ReturnType<typeof cellAt> = null;
  return {
    handler: {
      ...string.handler,
      open: (name, attributes, path, scope) => {
        if (name === "x:comment") place = cellAt(attributes["ref"] ?? "");
        return string.handler.open(name, attributes, path, scope);
      },
      close: (name, path) => {
        string.handler.close(name, path);
        if (name !== "x:comment") return;
        const text = string
          .take()
          .map((run) => run.text)
          .join("");
        if (place !== null && notes.length < mostNotes) notes.push({ ...place, text });
      },
    },
    notes,
  };
}
