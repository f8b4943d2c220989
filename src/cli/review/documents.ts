import { correct } from "../../corrections/index.ts";
import type { Correction, Template } from "../../model/index.ts";
import { withBuiltIn } from "../../templates/index.ts";
import { plainLine } from "../../writers/plain-line.ts";
import type { CommandContext } from "../terminal/context.ts";
import type { GivenDocument } from "../input/documents.ts";
import { convertLoaded, loadDocument } from "../input/read.ts";
import type { Reviewed, RowOnly } from "./reviewed.ts";

interface Options {
  readonly ocr: boolean;
  readonly templates: readonly Template[];
  readonly corrections: readonly Correction[];
}

/** Converts documents now. A document that the system does not give becomes a row that says so. */
export async function* converted(
  documents: readonly GivenDocument[],
  { ocr, templates, corrections }: Options,
  context: CommandContext,
): AsyncGenerator<Reviewed | RowOnly> {
  const { io, language, done } = context;
  const all = withBuiltIn(templates);
  for (const document of documents) {
    const loaded = await loadDocument(document, context);
    if (typeof loaded === "string") {
      io.err(plainLine(`gongkai: ${loaded}`) + "\n");
      done(2);
      yield { kind: "row", row: { name: document.name, status: "unreadable" } };
      continue;
    }
    const conversion = await convertLoaded([loaded], context, {
      templates: all,
      ...(ocr ? {} : { ocr: false }),
    });
    if (conversion.report === null) done(2);
    yield {
      kind: "reviewed",
      conversion,
      templates,
      corrections: corrections.filter(({ source }) => source.sha256 === conversion.source.sha256),
      corrected: correct(conversion, corrections, { templates: all, language }),
      originals: [loaded.source.bytes],
    };
  }
}
