import { laidOutAsPrinted } from "../../arithmetic/open-rows.ts";
import { cellPointer } from "../../arithmetic/paths.ts";
import type { Conversion, TableTemplate, Template } from "../../model/index.ts";
import { valueAt } from "../../record/index.ts";
import { formSheet, type FormSheetCell } from "../../writers/layout/form-sheet.ts";
import { FLAG_SIGNS, looks, type DoubtLook } from "../state/doubts.ts";
import type { PageWords } from "../wording/words.ts";

interface Props {
  readonly conversion: Conversion;
  readonly templates: readonly Template[];
  readonly words: PageWords;
}

/** What the report says about itself, and each of its tables as the statute prints it, filled with the values. */
export function Form({ conversion, templates, words }: Props) {
  const lookAt = looks(conversion);
  const families = laidOutAsPrinted(templates, conversion);
  const tables = Object.entries(conversion.layouts).flatMap(([id, layout]) => {
    const table = families.find((it) => it.id === layout)?.tables.find((it) => it.id === id);
    return table ? [table] : [];
  });
  return (
    <div>
      <Fields conversion={conversion} lookAt={lookAt} words={words} />
      {tables.map((table) => (
        <FormTable table={table} conversion={conversion} lookAt={lookAt} words={words} />
      ))}
    </div>
  );
}

interface PartProps extends Omit<Props, "templates"> {
  readonly lookAt: (pointer: string) => DoubtLook;
}

const FIELDS = ["title", "issuer", "year", "publicationDate", "indexNumber", "documentNumber"] as const;

function Fields({ conversion: { report, evidence }, lookAt, words }: PartProps) {
  if (report === null) return null;
  const printed = FIELDS.filter((field) => field in evidence || report[field] !== null).map((field) => ({
    field,
    pointer: `/report/${field}`,
    value: report[field],
  }));
  return (
    <dl class="fields">
      {printed.map(({ field, pointer, value }) => (
        <div>
          <dt>{words.fields[field]}</dt>
          <dd>
            <ValueButton
              pointer={pointer}
              text={value === null ? "" : String(value)}
              label={words.fields[field] ?? field}
              look={lookAt(pointer)}
              words={words}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FormTable({ table, conversion, lookAt, words }: PartProps & { readonly table: TableTemplate }) {
  const { height, labelColumns, cells } = formSheet(table);
  const rows: FormSheetCell[][] = Array.from({ length: height }, () => []);
  for (const cell of cells) rows[cell.row]?.push(cell);
  return (
    <section class="form-table">
      <h2>{table.title}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={table.title}>
        <table>
          <tbody>
            {rows.map((row) => (
              <tr>
                {[...row]
                  .sort((a, b) => a.column - b.column)
                  .map((cell) => (
                    <FormCell
                      cell={cell}
                      isRowLabel={cell.column < labelColumns}
                      table={table}
                      conversion={conversion}
                      lookAt={lookAt}
                      words={words}
                    />
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface CellProps extends PartProps {
  readonly cell: FormSheetCell;
  readonly isRowLabel: boolean;
  readonly table: TableTemplate;
}

function FormCell({ cell, isRowLabel, table, conversion, lookAt, words }: CellProps) {
  const { rowSpan, columnSpan, content } = cell;
  if ("label" in content)
    return content.label === "" ? (
      <td rowSpan={rowSpan} colSpan={columnSpan} class="label" />
    ) : (
      <th rowSpan={rowSpan} colSpan={columnSpan} scope={isRowLabel ? "row" : "col"} class="label">
        {content.label}
      </th>
    );
  const pointer = cellPointer(table, content.row.key, content.column.key);
  const value = conversion.report && valueAt(conversion.report, pointer);
  if (value === undefined) return <td rowSpan={rowSpan} colSpan={columnSpan} class="absent" />;
  return (
    <td rowSpan={rowSpan} colSpan={columnSpan}>
      <ValueButton
        pointer={pointer}
        text={value === null ? (conversion.evidence[pointer]?.raw ?? "").trim().slice(0, 40) : String(value)}
        label={[...content.row.group, content.row.label, ...content.column.group, content.column.label]
          .filter((part) => part !== "")
          .join(" ")}
        look={lookAt(pointer)}
        words={words}
      />
    </td>
  );
}

interface ButtonProps {
  readonly pointer: string;
  readonly text: string;
  readonly label: string;
  readonly look: DoubtLook;
  readonly words: PageWords;
}

function ValueButton({ pointer, text, label, look: { status, flag, sign }, words }: ButtonProps) {
  const said = [
    `${label}: ${text === "" ? words.blank : text}`,
    ...(status === "given" ? [] : [words.status[status]]),
    ...(flag ? [words.severity[flag]] : []),
  ];
  return (
    <button
      type="button"
      class={`value is-${status}${flag ? ` has-${flag}` : ""}`}
      data-pointer={pointer}
      tabIndex={-1}
      aria-label={said.join(", ")}
    >
      {flag && <span class="flag">{FLAG_SIGNS[flag]}</span>}
      {sign !== "" && text !== sign && <span class="sign">{sign}</span>}
      <span>{text}</span>
    </button>
  );
}
