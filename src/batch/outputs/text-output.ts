import { join, posix } from "node:path";
import type { Conversion, Template } from "../../model/index.ts";
import type { TextFile } from "../../writers/index.ts";
import type { DatasetOutput, Drafted, OutputPlace } from "./dataset-output.ts";
import { fileSink } from "./file-sink.ts";
import type { Packer } from "./packing.ts";
import { unsettled } from "./tables.ts";
import type { DatasetConversion } from "./tables.ts";

/** Writes text piece by piece, as `cells.csv` or for one shard as `cells/3-of-16.csv`; `start` is put before all of it. */
export function textOutput(
  writer: TextFile,
  {
    out,
    table,
    extension,
    part,
    packer,
    start,
  }: OutputPlace & { readonly packer: Packer | null; readonly start: string },
  templates: readonly Template[],
): DatasetOutput {
  const name = part === null ? `${table}.${extension}` : `${table}/${part}.${extension}`;
  const file = fileSink(join(out, name), packer);
  const { header, separator, footer } = writer.frame("many");
  file.write(start + header);
  let first = true;
  return {
    draft: (conversion) => writer.piece(conversion, templates),
    settle(drafted, { preferred, changed }) {
      if (!first) file.write(separator);
      first = false;
      if (changed) file.write(writer.piece(changed, templates));
      else for (const piece of filledIn(drafted, String(preferred))) file.write(piece);
    },
    finish() {
      file.write(footer);
      const written = file.finish();
      return [{ ...written, name: posix.join(posix.dirname(name), written.name) }];
    },
  };
}

/** What was drafted, with a value in each place left for it; in bytes, because to decode and encode them takes longer. */
function* filledIn(drafted: Drafted, value: string): Generator<string | Buffer> {
  const bytes = typeof drafted === "string" ? Buffer.from(drafted) : drafted;
  let end = 0;
  for (let at = bytes.indexOf(place); at >= 0; at = bytes.indexOf(place, end)) {
    yield bytes.subarray(end, at);
    yield value;
    end = at + place.length;
  }
  yield bytes.subarray(end);
}

const place = Buffer.from(unsettled);

/** An output of JSON Lines that takes over lines that are there already. */
export function linesAsStored(lines: DatasetOutput): DatasetOutput {
  return { ...lines, draft: (conversion, line) => line ?? lines.draft(conversion, null) };
}

/** Writes a conversion by itself, without the report it is a copy of. */
export function withoutDataset({ frame, piece }: TextFile): TextFile {
  return {
    frame,
    piece: (conversion, templates) => {
      const plain: Partial<DatasetConversion> = { ...conversion };
      delete (plain as { dataset?: unknown }).dataset;
      return piece(plain as Conversion, templates);
    },
  };
}
