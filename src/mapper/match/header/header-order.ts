import { prepared } from "../../../arithmetic/prepared.ts";
import { NEAR } from "../weights.ts";
import type { KnownBlock } from "../../form/known.ts";

/**
 * Whether the text before a row shows the block's column labels in another order than the form's. Lines show only the
 * order of words, not columns, and a heading merged over two rows comes before those below its neighbour (自然人 总计
 * 商业企业 …). So only labels of one group are compared with each other, and only where all of them are there as often
 * as in the form.
 */
export function contradictsOrder(printed: string, block: KnownBlock): boolean {
  const { lists, aliases } = orderOf(block);
  if (printed === "" || lists.length === 0) return false; // nearly every row of a grid
  const context = aliases.reduce((text, [alias, usual]) => text.replaceAll(alias, usual), printed);
  return lists.some(({ labels, times }) => isDisordered(context, labels, times));
}

interface LabelOrder {
  /** The form's labels in lists, and how often each list is printed; none where a list has a label twice. */
  readonly lists: readonly { readonly labels: readonly string[]; readonly times: number }[];
  /** Other texts of the labels, each with the usual one. */
  readonly aliases: readonly (readonly [alias: string, usual: string])[];
}

const orderOf = prepared(({ columns }: KnownBlock): LabelOrder => {
  const groups = new Map<string, string[]>();
  for (const { label, group } of columns) {
    const key = group.join("\t");
    groups.set(key, [...(groups.get(key) ?? []), label[0]?.text ?? ""]);
  }
  const lists = [...groups.values()];
  if (lists.some((labels) => new Set(labels).size !== labels.length || labels.includes("")))
    return { lists: [], aliases: [] };
  const kinds = [...new Set(lists.map((labels) => labels.join("\t")))];
  // A group that covers both columns and another group (预算数) may stand before that group and all its siblings, or
  // between them.
  const outer = new Set(columns.flatMap(({ group }) => group.slice(0, -1)));
  const innermost = [...new Set(columns.flatMap(({ group }) => group.slice(-1)))].filter(
    (name) => !outer.has(name),
  );
  const outermost = [
    ...new Set(columns.flatMap(({ group }) => (group.length > 1 ? group.slice(0, -1) : group))),
  ];
  const ofGroups = kinds.length < lists.length ? [innermost, outermost] : [];
  return {
    lists: [
      ...kinds.map((kind) => ({
        labels: kind.split("\t"),
        times: lists.filter((list) => list.join("\t") === kind).length,
      })),
      ...ofGroups.map((labels) => ({ labels, times: 1 })),
    ],
    aliases: columns.flatMap(({ label: [usual, ...others] }) =>
      others.map(({ text }) => [text, usual!.text] as const),
    ),
  };
});

/** Whether the last `times` runs of the labels are complete, yet at least one of them is in another order. */
function isDisordered(context: string, labels: readonly string[], times: number): boolean {
  const found = labels
    .flatMap((label) => lastPlaces(context, label, times).map((place) => ({ label, place })))
    .sort((a, b) => a.place - b.place);
  return (
    found.length === labels.length * times &&
    found.some(({ label }, index) => label !== labels[index % labels.length])
  );
}

function lastPlaces(context: string, label: string, times: number): readonly number[] {
  const places: number[] = [];
  for (
    let at = context.lastIndexOf(label);
    at >= 0 && places.length < times;
    at = at === 0 ? -1 : context.lastIndexOf(label, at - 1)
  )
    places.push(at);
  return places;
}

/**
 * Whether a heading of no form at `at` stands between two headings that are neighbours in the form, or behind the
 * form's last one, while another heading of the form was not found. Then the values are not the form's, even if there
 * are as many as it has columns. `chosen` has -1 for headings that were not found.
 */
export function crowds(at: number, chosen: readonly number[]): boolean {
  const found = chosen.flatMap((index, column) => (index >= 0 ? [{ index, column }] : []));
  const before = found.findLast(({ index }) => index < at);
  if (before === undefined || found.length === chosen.length) return false;
  const after = found.find(({ index }) => index > at)?.column ?? chosen.length;
  return after === before.column + 1;
}

/** Index of the best score if no other score is near it; otherwise -1. */
export function onlyBest(scores: readonly number[]): number {
  const best = Math.max(...scores);
  const isNear = (score: number) => score > 0 && score > best - NEAR;
  const at = scores.findIndex(isNear);
  return at === scores.findLastIndex(isNear) ? at : -1;
}
