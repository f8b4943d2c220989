import * as z from "zod/mini";
import type {
  BlockTemplate,
  ColumnTemplate,
  OpenRowsTemplate,
  RowTemplate,
  Template,
} from "../model/index.ts";

// The written contract of a form family: `schema/template.schema.json` is generated from it (`npm run schema`), and
// `load.ts` checks every file against it. The last lines tie it to `Template`, so that neither can change alone.

/** Names and descriptions for the generated schema. */
export const templateRegistry = z.registry<{ id?: string; description?: string }>();

function described<T extends z.ZodMiniType>(schema: T, description: string, id?: string): T {
  templateRegistry.add(schema, id === undefined ? { description } : { id, description });
  return schema;
}

const text = () => z.string().check(z.maxLength(300));
const someText = () => z.string().check(z.minLength(1), z.maxLength(300));
const texts = (description: string) =>
  z._default(described(z.array(someText()).check(z.maxLength(100)), description), []);

// A key becomes a step of a JSON Pointer, a name in rules and a property of a record. It may have letters, digits and
// `_` only, may not start with a digit (JavaScript would reorder it), and may not be a name that every object has.
const step = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const unborn = z.refine<string>((key) => !key.split(".").some((part) => part in {}));
const name = () => z.string().check(z.maxLength(100), z.regex(new RegExp(`^${step}$`, "u")), unborn);
const key = () =>
  z.string().check(z.maxLength(200), z.regex(new RegExp(`^(${step}(\\.${step})*)?$`, "u")), unborn);

const valueType = () =>
  described(
    z.enum(["count", "signed-change", "amount", "signed-amount", "percent", "text", "date", "choice"]),
    "count: whole and not negative; signed-change: whole, either sign; amount: not negative, decimals allowed; signed-amount: decimals, either sign; percent: with or without its %; text; date: an ISO date in the record; choice: the option that is ticked",
  );
const basis = () => described(z.literal("recall"), "the wording was not read in a source");
const optional = () => described(z.boolean(), "printed by some only; its absence is no finding");
const options = () =>
  described(
    z
      .record(name(), z.array(someText()).check(z.minLength(1), z.maxLength(20)))
      .check(z.refine((record) => Object.keys(record).length > 0)),
    "for a choice: what the record calls each option, and the words printed beside its box",
  );
const several = () => described(z.boolean(), "for a choice: several may be ticked; the record has a list");
const unit = () => described(someText(), "as the form prints it: 万元");
const sectionNumber = () => z.int().check(z.minimum(1), z.maximum(99));
const year = () => z.int().check(z.minimum(1900), z.maximum(2999));

const section = described(
  z.strictObject({
    number: described(sectionNumber(), "its ordinal: 1 for 一、"),
    title: described(someText(), "without the ordinal"),
    aliases: texts("other wordings, without the ordinal"),
  }),
  "A chapter of the report. Its title, with an ordinal before it, opens the chapter.",
  "Section",
);

const column = described(
  z.strictObject({
    key: described(
      key(),
      "step of the path to its cells, dotted for several; empty where the block has one column",
    ),
    label: described(text(), "the lowest header cell"),
    group: texts("header cells above the label, outermost first"),
    aliases: texts("other wordings of the label"),
    type: valueType(),
    unit: z.exactOptional(unit()),
    options: z.exactOptional(options()),
    several: z.exactOptional(several()),
    basis: z.exactOptional(basis()),
    groupBasis: z.exactOptional(basis()),
    optional: z.exactOptional(optional()),
  }),
  "A column of values.",
  "Column",
);

const row = described(
  z.strictObject({
    key: described(
      key(),
      "step of the path to its cells, dotted for several; empty where the block has one row",
    ),
    label: described(
      text(),
      "the label nearest the values, without its enumerator; empty for a row of values alone",
    ),
    enumerator: z._default(described(text(), "printed before the label: 一、 （一） 1."), ""),
    group: texts("label cells to the left, outermost first, as printed"),
    aliases: texts("other wordings of the label"),
    type: z.exactOptional(valueType()),
    unit: z.exactOptional(unit()),
    options: z.exactOptional(options()),
    several: z.exactOptional(several()),
    basis: z.exactOptional(basis()),
    groupBasis: z.exactOptional(basis()),
    optional: z.exactOptional(optional()),
  }),
  "A row of values. Its type and unit override its columns'.",
  "Row",
);

const open = described(
  z.strictObject({
    key: z._default(described(key().check(z.minLength(1)), "where the list stands below its table"), "rows"),
    label: z._default(described(text(), "what is printed above the names of its rows"), ""),
    code: z.exactOptional(
      described(
        someText(),
        "what is printed above the codes left of the names, in one column or several; the record keeps them as `code`",
      ),
    ),
  }),
  "A list of rows that each report names itself; the record has an array, each row with its name as `label`.",
  "OpenRows",
);

const blockShape = {
  caption: z.exactOptional(described(someText(), "a merged row above the block")),
  captionAliases: z.exactOptional(z.array(someText()).check(z.maxLength(100))),
  corner: texts("texts that may stand above the row labels"),
  columns: z.array(column).check(z.minLength(1), z.maxLength(100)),
};
const fixedRows = z.array(row).check(z.minLength(1), z.maxLength(500));
const openRows = z.strictObject({
  open,
  fixed: described(z._default(z.array(row).check(z.maxLength(500)), []), "rows that every report prints"),
});
const block = described(
  z.pipe(
    z.strictObject({ ...blockShape, rows: z.union([fixedRows, openRows]) }),
    // The program sees the fixed rows as the rows, with the list beside them.
    z.transform(({ rows, ...rest }): BlockTemplate => {
      return Array.isArray(rows) ? { ...rest, rows } : { ...rest, rows: rows.fixed, open: rows.open };
    }),
  ),
  "Rows × columns. A table has several where the columns change half-way down.",
  "Block",
);

const table = described(
  z.strictObject({
    id: described(
      name(),
      "first step of the path to its cells; families with the same id are candidates for one table",
    ),
    section: z.exactOptional(described(sectionNumber(), "number of the chapter it stands in")),
    title: described(someText(), "for people"),
    pathOrder: z._default(
      described(
        z.enum(["row-column", "column-row"]),
        "whether a cell's path names its row first or its column",
      ),
      "row-column",
    ),
    optional: z.exactOptional(
      described(z.boolean(), "printed by some only; a report without it lacks nothing"),
    ),
    editions: z.exactOptional(
      described(
        z.array(z.array(z.string().check(z.maxLength(201))).check(z.maxLength(500))).check(z.maxLength(20)),
        "the sets of rows it was printed with, as row keys in order, ? behind one that may be missing",
      ),
    ),
    blocks: z.array(block).check(z.minLength(1), z.maxLength(50)),
  }),
  "A table of the form.",
  "Table",
);

const severity = () =>
  described(
    z.enum(["error", "warning", "notice"]),
    "error: the report contradicts itself; warning: doubtful",
  );

const ruleShape = {
  id: described(z.string().check(z.maxLength(100), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)), "kebab-case"),
  severity: z._default(severity(), "error"),
  table: described(name(), "id of the table whose cells it reads"),
  each: z._default(
    described(
      z.enum(["column", "row", "once"]),
      "column: tried in every column, its operands are row keys; row: in every row, operands are column keys; once: operands are whole paths",
    ),
    "once",
  ),
  expression: described(
    z.string().check(z.minLength(1), z.maxLength(2_000)),
    "sums of cells compared: a + b.* == total; when total == 0: max(a, b.*) == 0; tried once also with another table's cell: total == tables.money.tickets",
  ),
};

const rule = described(z.strictObject(ruleShape), "A rule over the cells of one report.", "Rule");

const acrossYears = described(
  z.strictObject({
    ...ruleShape,
    meaning: z.exactOptional(described(someText(), "what the rule says in words")),
    lastForms: z.exactOptional(
      described(
        z.array(z.string().check(z.maxLength(60))).check(z.maxLength(20)),
        "ids of other forms that the report of the year before may be in",
      ),
    ),
  }),
  "A rule over the reports of two consecutive years: lastYear.total + received == total.",
  "AcrossYearsRule",
);

const sumOfCells = (meaning: string) =>
  described(z.string().check(z.minLength(1), z.maxLength(1_000)), meaning);
const someWords = () => z.array(someText().check(z.maxLength(200))).check(z.minLength(1), z.maxLength(50));

const fact = described(
  z.strictObject({
    id: ruleShape.id,
    severity: z._default(severity(), "notice"),
    table: ruleShape.table,
    cells: sumOfCells("sum of cells of the table that the figure must equal: thisYear.total, kinds.*"),
    fact: described(name(), "name of the figure among the report's facts"),
    phrases: z.exactOptional(
      described(
        someWords(),
        "words around the figure with {number} in its place; left out for figures that gongkai reads by itself",
      ),
    ),
    beside: z.exactOptional(described(name(), "a figure that the same sentence must state")),
    together: z.exactOptional(
      described(
        z.int().check(z.minimum(1), z.maximum(20)),
        "how many figures of the rule a sentence must state",
      ),
    ),
    first: z.exactOptional(
      described(z.boolean(), "only where the sentence states no other such figure of the rule before it"),
    ),
    or: z.exactOptional(
      described(
        z.strictObject({
          cells: sumOfCells("another sum that the figure may equal"),
          words: z.exactOptional(described(someWords(), "words of which the sentence must have one")),
          unless: z.exactOptional(described(someWords(), "words that do not stand right before the figure")),
        }),
        "another sum that the words around the figure may mean",
      ),
    ),
  }),
  "A figure of the text that cells of a table give, too.",
  "Fact",
);

const file = described(
  z.strictObject({
    $schema: z.exactOptional(described(z.string(), "for editors; not part of the family")),
    id: described(
      z.string().check(z.maxLength(60), z.regex(/^[\p{L}\p{N}]+([-_][\p{L}\p{N}]+)*$/u)),
      "names the layout in conversions",
    ),
    name: described(someText(), "the words that end the title of such a report: 政府信息公开工作年度报告"),
    years: described(
      z.tuple([year(), z.nullable(year())]),
      "first and last report year, null where it is still in use; breaks ties only",
    ),
    basis: z._default(described(text(), "law or notice that prescribes the form"), ""),
    named: z.exactOptional(
      described(
        z.boolean(),
        "looked for only where its name or a table's title is printed; for forms whose labels many others have",
      ),
    ),
    records: z.exactOptional(
      described(
        z.literal("many"),
        "a report has several records of the form, one a site or a department; each table is then a list in the record",
      ),
    ),
    sections: z._default(z.array(section).check(z.maxLength(99)), []),
    tables: z.array(table).check(z.minLength(1), z.maxLength(50)),
    rules: z._default(z.array(rule).check(z.maxLength(500)), []),
    facts: z.exactOptional(z.array(fact).check(z.maxLength(200))),
    acrossYears: z.exactOptional(z.array(acrossYears).check(z.maxLength(500))),
  }),
  "A family of report forms. Built-in families are held against the same schema.",
);

/**
 * The shape of a template file, with defaults filled in. Checks that it cannot express (unique paths, rules that parse)
 * are in `load-checks.ts`.
 */
export const templateSchema = z.pipe(
  file,
  z.transform(({ $schema, ...template }) => {
    void $schema;
    return template;
  }),
);

/**
 * Whether two types have the same keys, the same optional marks and the same types at every level; assignability alone
 * would overlook a new optional key.
 */
type Same<A, B> =
  (<T>() => T extends Frozen<A> ? 1 : 2) extends <T>() => T extends Frozen<B> ? 1 : 2 ? true : false;

/** A type with all its arrays readonly: the model's are, those of zod are not, and that difference does not count. */
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

true satisfies Same<z.output<typeof templateSchema>, Template>;
true satisfies Same<z.output<typeof column>, ColumnTemplate>;
true satisfies Same<z.output<typeof row>, RowTemplate>;
true satisfies Same<z.output<typeof open>, OpenRowsTemplate>;
