import { unzipSync, zipSync } from "fflate";
import writeWorkbook from "write-excel-file/universal";
import { laidOutAsPrinted } from "../../arithmetic/open-rows.ts";
import type { Language } from "../../findings/index.ts";
import type { Conversion, Template } from "../../model/index.ts";
import { comments } from "./comments.ts";
import { heightened } from "./heights.ts";
import { overview } from "./overview.ts";
import { printing } from "./print.ts";
import { withOwnNames } from "./sheet-names.ts";
import { tableSheet } from "./table-sheet.ts";
import { workbookWords } from "./words.ts";

/**
 * One report as a workbook that prints: a sheet for each table in the form's own layout, findings as comments on the cells they
 * are about, and a first sheet with what the report says of itself and every finding. Same conversion, same bytes.
 * `templates` must hold every layout the conversion names; `language` is that of its findings.
 */
export async function xlsxWriter(
  conversion: Conversion,
  templates: readonly Template[],
  language: Language,
): Promise<Uint8Array> {
  const families = laidOutAsPrinted(templates, conversion);
  const tables = Object.entries(conversion.layouts).map(([id, layout]) => {
    const table = families.find((it) => it.id === layout)?.tables.find((it) => it.id === id);
    if (table === undefined) throw new Error(`no template given for table ${id} of layout ${layout}`);
    return tableSheet(table, conversion, workbookWords[language]);
  });
  const sheets = withOwnNames([overview(conversion, workbookWords[language]), ...tables]);
  const written = await writeWorkbook(
    sheets.map(({ name, data, widths }) => ({
      sheet: name,
      data: heightened(data, widths),
      columns: widths.map((width) => ({ width })),
    })),
    {
      features: [
        comments(sheets.map(({ notes }) => notes)),
        printing(
          sheets.map(({ name, widths, repeated }) => ({
            name,
            repeated,
            width: widths.reduce((sum, one) => sum + one, 0),
          })),
        ),
      ],
    },
  ).toBlob();
  return timeless(new Uint8Array(await written.arrayBuffer()));
}

/** Sets the archive's clock back to the earliest time a ZIP can state. */
function timeless(archive: Uint8Array): Uint8Array {
  return zipSync(unzipSync(archive), { mtime: new Date(1980, 0, 1), level: 6 });
}
