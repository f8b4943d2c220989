import type { TableTemplate, Template } from "../../src/model/index.ts";
import { drawNeighbour, neighbours, renderings } from "../../test/support/factory/index.ts";
import type { NeighbourTruth, ReportTruth } from "../../test/support/factory/index.ts";
import type { ScoredDocument } from "./documents.ts";
import { nothingKnown } from "./expected.ts";
import type { Expected } from "./expected.ts";

/** Portal pages are left out, because their heads state facts that these reports do not draw. */
const writable = renderings.filter(({ id, keeps }) => keeps !== "text" && !id.includes("portal"));

/** `count` reports of every family beside the annual report, each rendering that keeps its cells in turn. */
export function* neighbourDocuments(
  count: number,
  from: number,
  { only = "", form = "" }: { readonly only?: string; readonly form?: string } = {},
): Generator<ScoredDocument> {
  const chosen = writable.filter(({ id, extension }) => id.startsWith(only) || extension.startsWith(only));
  if (chosen.length === 0) return;
  for (const template of neighbours.filter(({ id }) => id.startsWith(form))) {
    for (let index = 0; index < count; index++) {
      const { id, extension, render } = chosen[index % chosen.length]!;
      const { blocks, ...truth } = drawNeighbour(template, from + index);
      yield {
        group: id,
        format: extension,
        form: truth.layout,
        clean: true,
        profile: "plain",
        source: {
          name: `${truth.layout}-${truth.seed}.${extension}`,
          bytes: render({ blocks } as unknown as ReportTruth),
        },
        expected: expectedOfNeighbour(truth),
        seed: truth.seed,
      };
    }
  }
}

/** What a report of such a form, drawn or kept in the corpus, says of itself. */
export type StatedTruth = Pick<NeighbourTruth, "layout" | "issuer" | "year" | "values">;

/** What a reader must give back of it. Throws for a layout that belongs to no family beside the annual report. */
export function expectedOfNeighbour({ layout, issuer, year, values }: StatedTruth): Expected {
  const template = neighbours.find(({ id }) => id === layout);
  if (!template) throw new Error(`No form ${layout} beside the annual report`);
  return {
    ...nothingKnown,
    values,
    layouts: Object.fromEntries(
      template.tables.flatMap((table) => idsOf(template, table, values).map((id) => [id, layoutsOf(table)])),
    ),
    fields: { issuer, year },
    broken: [],
  };
}

/** The table's own id or, for a form with several records, one id for each, numbered as their values are. */
function idsOf(
  { records }: Template,
  { id }: TableTemplate,
  values: StatedTruth["values"],
): readonly string[] {
  if (records === undefined) return [id];
  const numbers = Object.keys(values)
    .filter((path) => path.startsWith(`${id}.`))
    .map((path) => path.split(".")[1]!);
  return [...new Set(numbers)].map((number) => `${id}/${number}`);
}

/** The families that have exactly this table; it makes no difference which of them names it. */
function layoutsOf({ id, blocks }: TableTemplate): readonly string[] {
  const own = JSON.stringify(blocks);
  const isSame = (other: TableTemplate) => other.id === id && JSON.stringify(other.blocks) === own;
  return neighbours.filter(({ tables }) => tables.some(isSame)).map((template) => template.id);
}
