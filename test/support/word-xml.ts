import { strFromU8, strToU8, unzipSync } from "fflate";

const instruction = '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>';

/** A document's body in the XML in which Word 2003 keeps it; its words have the same names, in another name space. */
export function word2003Of(docx: Uint8Array): Uint8Array {
  const document = strFromU8(unzipSync(docx)["word/document.xml"]!);
  const body = document.slice(document.indexOf("<w:body"), document.lastIndexOf("</w:document>"));
  const prefixes = [
    ...new Set([...body.matchAll(/[<\s]([a-z]\w{0,9}):[a-z]/gi)].map(([, prefix]) => prefix!)),
  ];
  const others = prefixes
    .filter((one) => one !== "w" && one !== "xml")
    .map((one) => ` xmlns:${one}="urn:${one}"`);
  // A vertical merge is the only word of these documents that is spelled otherwise.
  const spelled = body.replaceAll("<w:vMerge", "<w:vmerge");
  return strToU8(
    `${instruction}<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"${others.join("")}>${spelled}</w:wordDocument>`,
  );
}

/** A document's package in one XML file (Flat OPC). */
export function flatPackageOf(docx: Uint8Array): Uint8Array {
  const files = unzipSync(docx);
  const types = strFromU8(files["[Content_Types].xml"]!);
  const typeOf = (name: string): string =>
    new RegExp(`PartName="/${name}" ContentType="([^"]*)"`).exec(types)?.[1] ??
    (name.endsWith(".rels") ? "application/vnd.openxmlformats-package.relationships+xml" : "application/xml");
  const written = Object.entries(files)
    .filter(([name]) => /\.(?:xml|rels)$/.test(name) && name !== "[Content_Types].xml")
    .map(
      ([name, part]) =>
        `<pkg:part pkg:name="/${name}" pkg:contentType="${typeOf(name)}"><pkg:xmlData>${strFromU8(part).replace(/^\s*<\?xml[^>]*\?>/, "")}</pkg:xmlData></pkg:part>`,
    );
  return strToU8(
    `${instruction}<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${written.join("")}</pkg:package>`,
  );
}
