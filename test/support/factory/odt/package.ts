import { zipSync } from "fflate";

export interface OdtParts {
  /** Content of office:text. */
  readonly text: string;
  /** Automatic styles of the document, and its own common ones. */
  readonly automatic?: string;
  readonly common?: string;
  /** What the manifest says besides. */
  readonly manifest?: string;
}

const oasis = "urn:oasis:names:tc:opendocument:xmlns:";
const namespaces = [
  ...["office", "style", "text", "table"].map((name) => `xmlns:${name}="${oasis}${name}:1.0"`),
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  `xmlns:draw="${oasis}drawing:1.0"`,
  `xmlns:fo="${oasis}xsl-fo-compatible:1.0"`,
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(" ");
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const mediaType = "application/vnd.oasis.opendocument.text";

/** LibreOffice opens no part that the manifest does not list (ODF 1.3 part 2, 3.2). */
const listed = ["content.xml", "styles.xml"]
  .map((part) => `<manifest:file-entry manifest:full-path="${part}" manifest:media-type="text/xml"/>`)
  .join("");

/** A text document as a package. */
export function packOdt({ text, automatic = "", common = "", manifest = "" }: OdtParts): Uint8Array {
  const encode = (xml: string): Uint8Array => new TextEncoder().encode(xml);
  const body = `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body>`;
  const mtime = new Date(2020, 0, 2);
  return zipSync(
    {
      mimetype: [encode(mediaType), { level: 0 }],
      "content.xml": encode(
        `${declaration}<office:document-content ${namespaces} office:version="1.3">${body}</office:document-content>`,
      ),
      "styles.xml": encode(
        `${declaration}<office:document-styles ${namespaces} office:version="1.3"><office:styles>${common}</office:styles></office:document-styles>`,
      ),
      "META-INF/manifest.xml": encode(
        `${declaration}<manifest:manifest xmlns:manifest="${oasis}manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mediaType}"/>${listed}${manifest}</manifest:manifest>`,
      ),
    },
    { level: 6, mtime },
  );
}

/** The same as one XML file. */
export function flatOdt({ text, automatic = "", common = "" }: OdtParts): Uint8Array {
  return new TextEncoder().encode(
    `${declaration}<office:document ${namespaces} office:version="1.3" office:mimetype="${mediaType}"><office:styles>${common}</office:styles>` +
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document>`,
  );
}
