import type { Adapter, Diagnostic, DocumentRule, Limits, Reading, Source } from "../../model/index.ts";
import { analysePage, assemble } from "./document.ts";
import { pdfium } from "./pdfium.ts";
import { tokensOf } from "./tokens.ts";

export const pdf: Adapter = {
  id: "pdf",
  description: "PDF with a text layer: ruled and unruled tables, joined over page breaks",
  sniff: ({ bytes }) => headerAt(bytes) >= 0,
  read,
};

async function read(source: Source, limits: Limits): Promise<Reading> {
  if (source.bytes.length === 0) return nothing("empty");
  if (source.bytes.length > limits.maximumBytes) return nothing("too-large");
  const reading = await pdfium.open(source.bytes, limits);
  if (reading.outcome !== undefined) return nothing(reading.outcome);
  const diagnostics: Diagnostic[] = [];
  const analysed = reading.pages.map(analysePage);
  const back = new Map(analysed.map((one) => [one.page.number, one.back]));
  const tokens = tokensOf(assemble(analysed), (page, box) => back.get(page)?.(box) ?? box);
  return { tokens, metadata: [], diagnostics };
}

function nothing(rule: DocumentRule): Reading {
  return { tokens: [], metadata: [], diagnostics: [{ rule, severity: "error" }] };
}

/** PDF 32000-1, Annex H: readers accept the header anywhere in the first 1024 bytes. */
function headerAt(bytes: Uint8Array): number {
  const end = Math.min(bytes.length - 4, 1024);
  for (let i = 0; i < end; i++)
    if (bytes[i] === 0x25 && bytes[i + 1] === 0x50 && bytes[i + 2] === 0x44 && bytes[i + 3] === 0x46 && bytes[i + 4] === 0x2d) return i;
  return -1;
}
