import { prepared } from "../../../arithmetic/prepared.ts";
import type { Block, Place, Template } from "../../../model/index.ts";
import { withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { isPageEnd } from "../../../printed/page-numbers.ts";
import { isStatedUnit, statedMoney } from "../../../printed/units.ts";
import { holdsWord } from "../../../printed/words.ts";
import { knownTables } from "../../form/form.ts";
import type { FormRow } from "../../rows/form-row.ts";
import { textsOf } from "./block-texts.ts";

/** The text printed above a record that names it. */
export interface Heading {
  readonly name: string;
  readonly raw: string;
  readonly at: Place;
  /** Whether it is a title of the form; above the first record this may be the title of the report. */
  readonly isTitle: boolean;
}

/**
 * The rows between which a record's heading stands: the last row of the record before, and the record's own first row.
 */
export interface Above {
  readonly after: FormRow | null;
  readonly before: FormRow;
}

/** A line that names a record is at most this long, and is no sentence. */
const LONGEST = 60;
const SENTENCE = /[，。；？！,;?!]/u;
/** A field that names the office explicitly: 填报单位：青石市教育局. */
const FIELD =
  /(?:(?:填报|编制|报送|预算)?(?:单位|部门)(?:名称|全称)?|机构名称|名称)[:：][ \t\u3000]{0,8}([^\s:：]{2,40})/u;
/** Parts of a line that do not say whose table it is. */
const YEAR = /[(（]?20\d\d(?:[-—~至]20\d\d)?(?:学年|年)?度?[)）]?/gu;
const ABOUT =
  /[(（]?续表[)）]?|^附[件表]?[一二三四五六七八九十\d]{0,3}[:：]?|(?:情况|统计|年报|报表|[附总分]?表)$/gu;

/** More rows than any grid has. */
const ROWS_OF_A_BLOCK = 1_000_000;

/** A number that orders rows as in the document: by block, then by row of the grid. */
export function placeOf({ block, row = 0 }: Pick<FormRow, "block" | "row">): number {
  return block * ROWS_OF_A_BLOCK + row;
}

/** For each record the nearest line above its first row that names it; null where none does. */
export function headingsOf(
  blocks: readonly Block[],
  parts: readonly Above[],
  template: Template,
): readonly (Heading | null)[] {
  const headings = parts.map((part) => nearestHeading(blocks, part, template));
  // A title above the first record is the report's, unless a later record has one, too.
  const own = headings.slice(1).some((heading) => heading?.isTitle);
  return headings.map((heading, index) => (index === 0 && heading?.isTitle && !own ? null : heading));
}

/** All words of the form; a line that is one of them names no record. */
const wordsOf = prepared(
  (template: Template): ReadonlySet<string> =>
    new Set(knownTables(template).flatMap((variants) => variants.flatMap((known) => known.words))),
);

function nearestHeading(
  blocks: readonly Block[],
  { after, before }: Above,
  template: Template,
): Heading | null {
  const from = after === null ? -1 : placeOf(after);
  for (let index = before.block; index >= Math.max(0, after?.block ?? 0); index--) {
    const block = blocks[index];
    if (!block) continue;
    const texts = textsOf(block)
      .map((text) => ({ ...text, place: placeOf({ block: index, row: text.row }) }))
      .filter(({ place }) => place > from && place < placeOf(before));
    // Rows of another table stand between, so the text above them is not about this record.
    if (index < before.block && texts.some(({ alone }) => !alone)) return null;
    for (const { text, at, alone } of texts.toReversed()) {
      const found =
        alone && !wordsOf(template).has(withoutEnumerator(normalizeLabel(text)))
          ? nameIn(text, template)
          : null;
      if (found) return { ...found, raw: text, at };
    }
  }
  return null;
}

/** The form's name and its tables' titles, the longest first. */
const titlesOf = prepared(({ name, tables }: Template) =>
  [name, ...tables.map(({ title }) => title)].map(normalizeLabel).sort((a, b) => b.length - a.length),
);

function nameIn(text: string, template: Template): Pick<Heading, "name" | "isTitle"> | null {
  const line = text.trim();
  if (line === "" || line.length > LONGEST || isPageEnd(line)) return null;
  const field = FIELD.exec(line)?.[1];
  if (field !== undefined && statedMoney(normalizeLabel(line)) === undefined)
    return { name: field, isTitle: false };
  const plain = normalizeLabel(line);
  if (isStatedUnit(plain)) return null;
  const title = titlesOf(template).find((one) => plain.includes(one));
  const rest = withoutEnumerator((title === undefined ? plain : plain.replace(title, "")).replace(YEAR, ""))
    .replace(ABOUT, "")
    .replace(/^的|的$/gu, "");
  if (SENTENCE.test(rest) || /[:：]/u.test(rest) || !holdsWord(rest)) return null;
  return { name: rest === plain ? line : rest, isTitle: title !== undefined };
}
