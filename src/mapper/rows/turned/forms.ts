import { prepared } from "../../../arithmetic/prepared.ts";
import type { Template } from "../../../model/index.ts";
import { knownTables } from "../../form/form.ts";
import { vocabularyOf, type Vocabulary } from "./vocabulary.ts";

export interface FormTable {
  readonly template: Template;
  readonly table: string;
}

/** A table with at least this share of a form's labels is that form's, however it is printed. */
export const MOST = 0.6;

export interface KnownForm extends FormTable {
  readonly title: string;
  readonly vocabulary: Vocabulary;
  /** The names of each row that every copy of the form has. */
  readonly labels: readonly (readonly string[])[];
}

export interface TurnableForms {
  readonly tables: readonly KnownForm[];
  /** Labels of the rows and columns of all tables. */
  readonly rows: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
}

export const turnableForms = prepared((templates: readonly Template[]): TurnableForms => {
  const tables = templates.flatMap((template) =>
    knownTables(template).map((variants) => ({
      template,
      table: variants[0]!.table.id,
      title: variants[0]!.table.title,
      vocabulary: vocabularyOf(variants),
      labels: variants[0]!.rows
        .filter(({ row, label }) => label.length > 0 && !row.optional)
        .map(({ label }) => label.map(({ text }) => text)),
    })),
  );
  return {
    tables,
    rows: new Set(tables.flatMap(({ vocabulary }) => [...vocabulary.rows.keys()])),
    columns: new Set(tables.flatMap(({ vocabulary }) => [...vocabulary.columns])),
  };
});

/** The table with the greatest share of its labels in the document; none where every share is too small. */
export function likeliest(
  tables: readonly KnownForm[],
  shareOf: (form: KnownForm) => number,
): readonly FormTable[] {
  let best: { readonly form: KnownForm; readonly share: number } | null = null;
  for (const form of tables) {
    const share = shareOf(form);
    if (share >= MOST && share > (best?.share ?? 0)) best = { form, share };
  }
  return best ? [{ template: best.form.template, table: best.form.table }] : [];
}
