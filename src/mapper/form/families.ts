import { prepared } from "../../arithmetic/prepared.ts";
import type { Block, Template } from "../../model/index.ts";
import { wordsOf } from "../../printed/words.ts";

/**
 * The selections made from a list of templates. Each selection is kept as one array, so that whatever was prepared for
 * it is found again.
 */
const choices = prepared(
  (templates: readonly Template[]) => new Map([["1".repeat(templates.length), templates]]),
);

function kept(templates: readonly Template[], isKept: (template: Template) => boolean): readonly Template[] {
  const flags = templates.map(isKept);
  const key = flags.map(Number).join("");
  const known = choices(templates);
  const found = known.get(key) ?? templates.filter((_, index) => flags[index]);
  known.set(key, found);
  return found;
}

/**
 * The families to which a document may belong: families that must be named are left out where none of their titles is
 * printed.
 */
export function familiesIn(blocks: readonly Block[], templates: readonly Template[]): readonly Template[] {
  if (!templates.some(({ named }) => named)) return templates;
  const text = blocks
    .map((block) =>
      block.kind === "line" ? block.text : block.grid.cells.map((cell) => cell.text).join("|"),
    )
    .join("\n")
    .replace(/[\s“”"]+/gu, "");
  const has = wordsOf(text);
  return kept(templates, (template) => !template.named || titlesOf(template).some(has));
}

const titlesOf = prepared(({ name, tables }: Template) =>
  [name, ...tables.map(({ title }) => title)].map((title) => title.replace(/[\s“”"]+/gu, "")),
);
