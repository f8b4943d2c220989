const transitional = "http://schemas.openxmlformats.org/";
const strict = "http://purl.oclc.org/ooxml/";
const oasis = "urn:oasis:names:tc:opendocument:xmlns:";
const microsoft = "http://schemas.microsoft.com/office/";

/**
 * Namespace → the prefix that this adapter uses for it, whatever prefix the file declares. Strict (ISO 29500-1) and
 * transitional namespaces share one.
 */
const knownNamespaces: ReadonlyMap<string, string> = new Map([
  [`${transitional}wordprocessingml/2006/main`, "w"],
  [`${strict}wordprocessingml/main`, "w"],
  [`${transitional}officeDocument/2006/relationships`, "r"],
  [`${strict}officeDocument/relationships`, "r"],
  [`${transitional}officeDocument/2006/math`, "m"],
  [`${strict}officeDocument/math`, "m"],
  [`${transitional}drawingml/2006/wordprocessingDrawing`, "wp"],
  [`${strict}drawingml/wordprocessingDrawing`, "wp"],
  [`${transitional}drawingml/2006/main`, "a"],
  [`${strict}drawingml/main`, "a"],
  [`${transitional}drawingml/2006/picture`, "pic"],
  [`${strict}drawingml/picture`, "pic"],
  [`${transitional}drawingml/2006/chart`, "c"],
  [`${strict}drawingml/chart`, "c"],
  [`${transitional}drawingml/2006/diagram`, "dgm"],
  [`${strict}drawingml/diagram`, "dgm"],
  [`${transitional}spreadsheetml/2006/main`, "x"],
  [`${strict}spreadsheetml/main`, "x"],
  [`${transitional}drawingml/2006/spreadsheetDrawing`, "xdr"],
  [`${strict}drawingml/spreadsheetDrawing`, "xdr"],
  [`${transitional}markup-compatibility/2006`, "mc"],
  [`${microsoft}word/2010/wordprocessingShape`, "wps"],
  [`${microsoft}word/2010/wordprocessingGroup`, "wpg"],
  [`${microsoft}word/2010/wordprocessingCanvas`, "wpc"],
  [`${microsoft}word/2010/wordprocessingDrawing`, "wp14"],
  [`${microsoft}word/2010/wordml`, "w14"],
  [`${microsoft}word/2012/wordml`, "w15"],
  [`${microsoft}word/2003/wordml`, "w"],
  [`${microsoft}spreadsheetml/2009/9/main`, "x14"],
  [`${microsoft}excel/2006/main`, "xm"],
  ["http://schemas.microsoft.com/aml/2001/core", "aml"],
  ["urn:schemas-microsoft-com:office:spreadsheet", "ss"],
  ["urn:schemas-microsoft-com:office:excel", "xl"],
  ["http://www.w3.org/TR/REC-html40", "html40"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["urn:schemas-microsoft-com:office:office", "o"],
  ["urn:schemas-microsoft-com:office:word", "w10"],
  [`${transitional}package/2006/content-types`, "ct"],
  [`${transitional}package/2006/relationships`, "rel"],
  [`${transitional}package/2006/metadata/core-properties`, "cp"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
  ...["office", "style", "text", "table", "manifest", "meta", "config"].map((name): [string, string] => [
    `${oasis}${name}:1.0`,
    name,
  ]),
  ["urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "calcext"],
  [`${oasis}drawing:1.0`, "draw"],
  [`${oasis}datastyle:1.0`, "number"],
  [`${oasis}svg-compatible:1.0`, "svg"],
  [`${oasis}xsl-fo-compatible:1.0`, "fo"],
  ["urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"],
  ["urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0", "field"],
]);

const ourPrefixes: ReadonlySet<string> = new Set(knownNamespaces.values());

/** The prefixes that one element declares, the scope around it, and the names already looked up in it. */
export interface Scope {
  readonly outer: Scope | null;
  /** Raw prefix → our prefix; "" for a namespace we do not know. */
  readonly declared: ReadonlyMap<string, string>;
  /** Every known namespace in force has our own prefix in the file too, so attribute names need no rewriting. */
  readonly plain: boolean;
  readonly names: Map<string, string | null>;
}

export const outermostScope: Scope = {
  outer: null,
  declared: new Map([["xml", "xml"]]),
  plain: true,
  names: new Map(),
};

/** The scope inside an element that declares namespaces, or `outer` itself when it declares none. */
export function innerScope(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let declared: Map<string, string> | null = null;
  let { plain } = outer;
  for (const name in attributes) {
    if (!name.startsWith("xmlns") || (name.length > 5 && name[5] !== ":")) continue;
    const raw = name.slice(6);
    const ours = knownNamespaces.get(attributes[name]!) ?? "";
    (declared ??= new Map()).set(raw, ours);
    // The default namespace does not apply to attributes (Namespaces in XML 6.2).
    plain &&= raw === "" || (ours === "" ? !ourPrefixes.has(raw) : raw === ours);
  }
  return declared === null ? outer : { outer, declared, plain, names: new Map() };
}

/** Our prefix for a raw one; "" for a namespace we do not know, undefined where it is not declared. */
export function ourPrefix(scope: Scope, raw: string): string | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const ours = at.declared.get(raw);
    if (ours !== undefined) return ours;
  }
  return raw === "" ? "" : undefined;
}

/** Our name (`w:p`) of an element; "" in a namespace we do not know, null where the prefix is not declared. */
export function canonicalName(scope: Scope, raw: string): string | null {
  const cached = scope.names.get(raw);
  if (cached !== undefined) return cached;
  const colon = raw.indexOf(":");
  const prefix = colon < 0 ? "" : raw.slice(0, colon);
  const ours = ourPrefix(scope, prefix) ?? null;
  const name = ours === null || ours === "" ? ours : `${ours}:${raw.slice(colon + 1)}`;
  scope.names.set(raw, name);
  return name;
}

export function canonicalAttributes(
  scope: Scope,
  raw: Readonly<Record<string, string>>,
): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name in raw) {
    // An attribute without a prefix is in no namespace (Namespaces in XML 6.2).
    const ours = name.includes(":") ? canonicalName(scope, name) : name;
    if (ours !== null && ours !== "") attributes[ours] = raw[name]!;
  }
  return attributes;
}
