import type { Limits } from "../../model/index.ts";
import { Refusal } from "../refusal.ts";
import { elementsOf, readSmallPart } from "../package/small-part.ts";
import { xmlReader } from "../package/xml.ts";
import type { XmlHandler } from "../package/xml.ts";
import type { Archive } from "../package/zip.ts";

/** The parts of a word-processing package that are read; null for a part that the package does not have. */
export interface WordPackage {
  readonly document: string;
  /** The related part by the last step of the relationship's type: `styles`, `numbering`, `footnotes`, `endnotes`. */
  readonly related: (type: string) => string | null;
  /** Headers and footers. */
  readonly margins: () => readonly (readonly ["header" | "footer", string])[];
  readonly properties: string | null;
  /** Parts of custom XML with the id of their store (22.5). */
  readonly customXml: () => readonly (readonly [store: string, part: string])[];
  /** Parts that relationships name but the archive does not hold. */
  readonly missing: readonly string[];
}

export interface Relationship {
  /** The last step of the type, which is the same word in transitional and strict packages. */
  readonly type: string;
  readonly id: string;
  readonly target: string;
}

export function readPart(archive: Archive, part: string, handler: XmlHandler, limits: Limits): void {
  const reader = xmlReader(part, handler, limits, archive.dialect?.());
  archive.read(part, reader.write);
  reader.end();
}

/**
 * Finds the main part by relationships and content types, never by its name (OPC 9.3, ISO 29500-1 8.2). For another
 * kind of package it throws a Refusal `unsupported` that names the kind.
 */
export function openWordPackage(archive: Archive, limits: Limits): WordPackage {
  const typesPart = archive.find("[Content_Types].xml");
  if (typesPart === null) throw new Refusal("unsupported", { format: foreignFormat(archive) });
  const contentType = readContentTypes(archive, typesPart, limits);
  const top = readRelationships(archive, "", limits);
  const document =
    top.find((one) => one.type === "officeDocument")?.target ??
    archive.names.find((name) => contentType(name).includes("wordprocessingml.document.main"));
  if (document === undefined) throw new Refusal("unsupported", { format: foreignFormat(archive) });
  const format = officeFormat(contentType(document));
  if (format !== null) throw new Refusal("unsupported", { format });
  const part = archive.find(document);
  if (part === null) throw new Refusal("damaged", { part: document, reason: "missing-part" });
  const relationships = readRelationships(archive, part, limits);
  const missing = relationships
    .filter(({ type, target }) => partsRead.has(type) && archive.find(target) === null)
    .map(({ target }) => target);
  const resolve = (list: readonly Relationship[], type: string): string | null => {
    const target = list.find((one) => one.type === type)?.target;
    return target === undefined ? null : archive.find(target);
  };
  return {
    document: part,
    related: (type) => resolve(relationships, type),
    margins: () =>
      relationships.flatMap(({ type, target }) => {
        const found = type === "header" || type === "footer" ? archive.find(target) : null;
        return found === null ? [] : [[type as "header" | "footer", found] as const];
      }),
    properties: resolve(top, "core-properties"),
    customXml: () => customXmlParts(archive, relationships, limits),
    missing,
  };
}

/** The id of each part is in its properties, which the part's own relationships name. */
function customXmlParts(
  archive: Archive,
  relationships: readonly Relationship[],
  limits: Limits,
): (readonly [string, string])[] {
  return relationships.flatMap(({ type, target }) => {
    const part = type === "customXml" ? archive.find(target) : null;
    if (part === null) return [];
    const properties = readRelationships(archive, part, limits).find((one) => one.type === "customXmlProps");
    const found = properties === undefined ? null : archive.find(properties.target);
    const id = found === null ? undefined : readSmallPart(archive, found, limits).attributes["itemID"];
    return [[id ?? "", part] as const];
  });
}

const partsRead = new Set(["styles", "numbering", "footnotes", "endnotes"]);

export function readContentTypes(archive: Archive, part: string, limits: Limits): (name: string) => string {
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  for (const { name, attributes } of elementsOf(readSmallPart(archive, part, limits))) {
    const type = attributes["ContentType"] ?? "";
    if (name === "Override")
      overrides.set((attributes["PartName"] ?? "").replace(/^\//, "").toLowerCase(), type);
    else if (name === "Default") defaults.set((attributes["Extension"] ?? "").toLowerCase(), type);
  }
  return (name) => {
    const lower = name.toLowerCase();
    return overrides.get(lower) ?? defaults.get(lower.slice(lower.lastIndexOf(".") + 1)) ?? "";
  };
}

/**
 * The relationships of a part, or of the package for "". External targets are dropped: nothing outside the package is
 * ever read.
 */
export function readRelationships(archive: Archive, source: string, limits: Limits): Relationship[] {
  const slash = source.lastIndexOf("/") + 1;
  const folder = source.slice(0, slash);
  const part = archive.find(`${folder}_rels/${source.slice(slash)}.rels`);
  if (part === null) return [];
  return elementsOf(readSmallPart(archive, part, limits)).flatMap(({ name, attributes }) => {
    if (name !== "Relationship" || attributes["TargetMode"] === "External") return [];
    const type = attributes["Type"] ?? "";
    const target = resolveTarget(folder, attributes["Target"] ?? "");
    return target === null
      ? []
      : [{ type: type.slice(type.lastIndexOf("/") + 1), id: attributes["Id"] ?? "", target }];
  });
}

/** The name of the part that a target leads to; null where the target leaves the package. */
function resolveTarget(folder: string, target: string): string | null {
  const steps = target.startsWith("/") ? [] : folder.split("/").filter((step) => step !== "");
  for (const step of target.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join("/");
}

function officeFormat(contentType: string): string | null {
  if (/spreadsheetml|ms-excel/.test(contentType)) return "xlsx";
  if (/presentationml|ms-powerpoint/.test(contentType)) return "pptx";
  if (/ms-visio/.test(contentType)) return "vsdx";
  return null;
}

/** The kind of a ZIP that is not an Office package, recognised by its entries. */
function foreignFormat(archive: Archive): string {
  const mimetype = archive.find("mimetype");
  if (mimetype !== null) {
    let type = "";
    archive.read(mimetype, (chunk) => {
      if (type.length < 200) type += new TextDecoder().decode(chunk.subarray(0, 200));
    });
    if (type.includes("opendocument.text")) return "odt";
    if (type.includes("opendocument.spreadsheet")) return "ods";
    if (type.includes("opendocument.presentation")) return "odp";
    if (type.includes("epub")) return "epub";
    if (type.includes("sun.xml.writer")) return "sxw";
    if (type.includes("sun.xml.calc")) return "sxc";
  }
  // Pages, Numbers and Keynote keep an archive of their own inside the package.
  if (archive.names.some((name) => /^Index\/Document\.iwa$|^Index\.zip$|^index\.(?:xml|apxl)$/i.test(name)))
    return "iwork";
  // UOF of 2011 and later (GB/T 20916) is a package as well.
  if (archive.find("uof.xml") !== null) return "uof";
  return "zip";
}
