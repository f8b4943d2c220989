import { prepared, remembered } from "../../../arithmetic/prepared.ts";
import type { KnownBlock } from "../../form/known.ts";
import type { FormHeader, HeaderColumn } from "../../rows/form-row.ts";
import type { HeaderMatch } from "./header-match.ts";

type Match = (header: FormHeader, block: KnownBlock) => HeaderMatch | null;

/**
 * Works each match out once for all documents whose headers read the same, as nearly all do that print one form. Beside
 * header and block it may depend on the labels and the year alone.
 */
export function keepingMatches(labels: ReadonlySet<string>, year: number | null, match: Match): Match {
  const matchesOf = keptFor(labels);
  const keyOf = remembered((header: FormHeader) => ({ text: textOf(header, year) }));
  return (header, block) => {
    const { text } = keyOf(header);
    if (text === null) return match(header, block);
    const matches = matchesOf(block);
    const kept = matches.get(text);
    if (kept !== undefined) return kept && placedIn(header, kept);
    const found = match(header, block);
    const indexed = found && indexedIn(header, found);
    if (matches.size >= MOST) matches.clear();
    if (found === null || indexed !== null) matches.set(text, indexed);
    return found;
  };
}

/** How many headers are kept for a block, and how long what is printed in one may be: a form's has some 300 characters. */
const [MOST, LONGEST] = [100, 1000];

type Kept = Map<string, IndexedMatch | null>;

const keptFor = prepared<ReadonlySet<string>, (block: KnownBlock) => Kept>(() =>
  prepared<KnownBlock, Kept>(() => new Map()),
);

/** A match with the indexes of its columns in the header, so that it leads to nothing of the document it was made for. */
interface IndexedMatch {
  readonly match: HeaderMatch;
  readonly columns: readonly (number | null)[];
  readonly beside: readonly number[];
  readonly others: readonly number[];
  readonly added: readonly number[];
}

/** Null where the match has columns that were made for it. */
function indexedIn(header: FormHeader, match: HeaderMatch): IndexedMatch | null {
  const indexOf = (column: HeaderColumn) => header.columns.indexOf(column);
  const columns = match.columns.map((column) => column && indexOf(column));
  const [beside, others, added] = [match.beside, match.others, match.added].map((some) => some.map(indexOf));
  if ([columns, beside!, others!, added!].some((indexes) => indexes.includes(-1))) return null;
  const plain = { ...match, columns: [], beside: [], others: [], added: [] };
  return { match: plain, columns, beside: beside!, others: others!, added: added! };
}

function placedIn(header: FormHeader, { match, columns, beside, others, added }: IndexedMatch): HeaderMatch {
  const at = (index: number) => header.columns[index]!;
  return {
    ...match,
    columns: columns.map((index) => (index === null ? null : at(index))),
    beside: beside.map(at),
    others: others.map(at),
    added: added.map(at),
  };
}

/**
 * All that is printed in a header, and the year of the report; null where it is too much to keep. Lengths stand before
 * the texts, so that no two headers are written alike whatever characters they print.
 */
function textOf({ columns, foreign }: FormHeader, year: number | null): string | null {
  let text = `${year} ${foreign}`;
  for (const { column, columnSpan, leaf, texts } of columns) {
    text += `\n${column} ${columnSpan} ${leaf.length} ${leaf}`;
    for (const one of texts) text += `\t${one.length} ${one}`;
    if (text.length > LONGEST) return null;
  }
  return text;
}
