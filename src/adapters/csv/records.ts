export interface CsvRecord {
  readonly fields: readonly string[];
  /** The line of the file, from 1, in which the record begins. */
  readonly line: number;
}

/** Records of comma-separated values (RFC 4180); a quote that is never closed takes everything after it. */
export function valueRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let [line, begun] = [1, 1];
  const token = /"((?:[^"]|"")*)(?:"|$)|[^,"\r\n][^,\r\n]*|,|\r?\n|\r/gy;
  let field = "";
  const endField = (): void => {
    fields.push(field);
    field = "";
  };
  const endRecord = (): void => {
    endField();
    records.push({ fields, line: begun });
    fields = [];
  };
  for (const [whole, quoted] of text.matchAll(token)) {
    if (quoted !== undefined) {
      field += quoted.replaceAll('""', '"');
      line += quoted.split("\n").length - 1;
    } else if (whole === ",") endField();
    else if (whole === "\n" || whole === "\r\n" || whole === "\r") {
      line += 1;
      endRecord();
      begun = line;
    } else field += whole;
  }
  endRecord();
  return records;
}
