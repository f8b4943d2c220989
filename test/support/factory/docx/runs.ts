export interface RunOptions {
  /** Whose habits the file shows: Word cuts runs at script changes and marks proofing, WPS repeats every property. */
  readonly writer?: "word" | "wps";
  /** A run ends inside every number of two digits or more, as after an edit. */
  readonly splitRuns?: boolean;
  /** Every cell's number is a tracked insertion beside the tracked deletion of another number. */
  readonly trackedChanges?: boolean;
}

export function paragraph(properties: string, content: string): string {
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

export function runs(
  text: string,
  { writer = "word", splitRuns = false, trackedChanges = false }: RunOptions,
): string {
  if (text === "") return "";
  const pieces =
    writer === "word"
      ? text.split(/(?<=[^0-9A-Za-z.])(?=[0-9A-Za-z.])|(?<=[0-9A-Za-z.])(?=[^0-9A-Za-z.])/)
      : [text];
  const cut = splitRuns ? pieces.flatMap((piece) => piece.split(/(?<=\d)(?=\d)/)) : pieces;
  const xml = cut
    .map(
      (piece, index) =>
        run(piece, writer) +
        (writer === "word" && index === 0 && cut.length > 1 ? '<w:proofErr w:type="gramStart"/>' : ""),
    )
    .join("");
  if (!trackedChanges || !/\d/.test(text)) return xml;
  const mark = (id: number): string => `w:id="${id}" w:author="校对" w:date="2021-01-05T09:00:00Z"`;
  return `<w:del ${mark(1)}><w:r><w:delText>${text.replace(/\d/g, "9")}8</w:delText></w:r></w:del><w:ins ${mark(2)}>${xml}</w:ins>`;
}

function run(text: string, writer: "word" | "wps"): string {
  const latin = /^[0-9A-Za-z.]+$/.test(text);
  const properties =
    writer === "word"
      ? `<w:rFonts${latin ? "" : ' w:hint="eastAsia"'}/>`
      : '<w:rFonts w:hint="eastAsia" w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/><w:kern w:val="0"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>';
  const lines = text.split("\n").map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r><w:rPr>${properties}</w:rPr>${lines.join("<w:br/>")}</w:r>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
