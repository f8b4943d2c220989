import { packParts, relationships } from "../office-package.ts";

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export interface DocxParts {
  readonly document: string;
  readonly numbering: string;
  readonly producer: string;
  readonly fontFamily: string;
  /** In points. */
  readonly fontSize: number;
}

/** A package of the given document and numbering parts with the styles and settings of a Chinese office. */
export function packDocx({ document, numbering, producer, fontFamily, fontSize }: DocxParts): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      "document.main",
      "styles",
      "numbering",
      "settings",
      "footer",
    ]
      .map(
        (part) =>
          `<Override PartName="/word/${part === "document.main" ? "document" : part === "footer" ? "footer1" : part}.xml" ContentType="${mainType}.${part}+xml"/>`,
      )
      .join(
        "",
      )}<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`,
    "_rels/.rels": relationships([
      ["officeDocument", "word/document.xml"],
      ["extended-properties", "docProps/app.xml"],
    ]),
    "docProps/app.xml": `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${producer}</Application></Properties>`,
    "word/_rels/document.xml.rels": relationships([
      ["styles", "styles.xml"],
      ["numbering", "numbering.xml"],
      ["settings", "settings.xml"],
      ["footer", "footer1.xml"],
    ]),
    "word/document.xml": document,
    "word/numbering.xml": numbering,
    "word/settings.xml": `<w:settings ${word}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/></w:settings>`,
    "word/styles.xml": stylesXml(fontFamily, fontSize),
    // The page number is a field between dashes, as offices print it.
    "word/footer1.xml": `<w:ftr ${word}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">- </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p></w:ftr>`,
  };
  return packParts(parts);
}

const headingStyle = (id: number): string =>
  `<w:style w:type="paragraph" w:styleId="${id + 1}"><w:name w:val="heading ${id}"/><w:basedOn w:val="1"/><w:next w:val="1"/><w:pPr><w:keepNext/><w:outlineLvl w:val="${id - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`;

function stylesXml(fontFamily: string, fontSize: number): string {
  const fonts = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${fontFamily}" w:cs="Times New Roman"/>`;
  return (
    `<w:styles ${word}><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="${fontSize * 2}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
    `<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>${[1, 2].map(headingStyle).join("")}` +
    `<w:style w:type="paragraph" w:styleId="10"><w:name w:val="Title"/><w:basedOn w:val="1"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>` +
    '<w:style w:type="table" w:default="1" w:styleId="11"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="28" w:type="dxa"/><w:right w:w="28" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>'
  );
}
