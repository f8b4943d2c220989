import { serializeCorrections } from "../corrections/index.ts";
import type { Language } from "../findings/index.ts";
import { json } from "../writers/json.ts";
import { xlsxWriter } from "../writers/xlsx/index.ts";
import type { CorrectionDraft } from "./state/draft.ts";

/** Files that the page offers for download; each is made here from what the page holds. */
export async function saveRecord({ shown, templates, name }: CorrectionDraft): Promise<void> {
  const { header, footer } = json.frame("one");
  save(`${stem(name)}.json`, [header + json.piece(shown, templates) + footer], "application/json");
}

export async function saveForm(
  { shown, templates, name }: CorrectionDraft,
  language: Language,
): Promise<void> {
  const bytes = await xlsxWriter(shown, templates, language);
  save(`${stem(name)}.xlsx`, [bytes as Uint8Array<ArrayBuffer>], SPREADSHEET);
}

/** Saves the decisions about all documents of the page in one file, for `--corrections`. */
export function saveCorrections(drafts: readonly CorrectionDraft[]): void {
  const all = drafts.flatMap(({ corrections }) => corrections);
  save("corrections.jsonl", [serializeCorrections(all)], "application/x-ndjson");
}

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function stem(name: string): string {
  return (name.split(/[\\/]/u).at(-1) ?? name).replace(/\.[^.]*$/u, "") || "report";
}

function save(name: string, parts: BlobPart[], type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
