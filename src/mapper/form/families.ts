import type { Block, Template } from "../../model/index.ts";

/** The families that a document may be of: those that must be named are left out where none of their titles is printed. */
export function familiesIn(blocks: readonly Block[], templates: readonly Template[]): readonly Template[] {
  if (!templates.some(({ named }) => named)) return templates;
  const text = blocks
    .map((block) =>
      block.kind === "line" ? block.text : block.grid.cells.map((cell) => cell.text).join("|"),
    )
    .join("\n")
    .replace(/[\s“”"]+/gu, "");
  const isPrinted = (title: string) => text.includes(title.replace(/[\s“”"]+/gu, ""));
  return templates.filter(
    ({ named, name, tables }) => !named || [name, ...tables.map(({ title }) => title)].some(isPrinted),
  );
}
