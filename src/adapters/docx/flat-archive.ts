import { SaxesParser } from "saxes";
import type { Limits } from "../../model/index.ts";
import { Refusal, tooLarge } from "../refusal.ts";
import { xmlEncodingOf } from "../package/encoding.ts";
import type { Archive } from "../package/zip.ts";

/** The text of an XML file. Throws a Refusal `damaged`. */
export function decodeXml(bytes: Uint8Array): string {
  try {
    return new TextDecoder(xmlEncodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("damaged", { reason: "encoding" });
  }
}

/** An archive whose parts are texts that are already read. */
export function textArchive(parts: ReadonlyMap<string, string>): Archive {
  const byLowerCase = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  return {
    names: [...parts.keys()],
    find: (name) => byLowerCase.get(name.toLowerCase()) ?? null,
    read: (name, sink) => {
      const text = parts.get(name);
      if (text === undefined) throw new Refusal("damaged", { part: name, reason: "missing-part" });
      const bytes = new TextEncoder().encode(text);
      for (let at = 0; at < bytes.length; at += piece) sink(bytes.subarray(at, at + piece));
    },
  };
}

const piece = 1 << 16;

/** Depth of pkg:package, pkg:part and pkg:xmlData together; the outermost element of the part itself is inside them. */
const partDepth = 3;

/**
 * The parts of a package written as one XML file (Flat OPC): each part is whole inside a pkg:xmlData. The parts
 * themselves state their content types. Binary parts are left out. Throws a Refusal.
 */
export function flatArchive(bytes: Uint8Array, limits: Limits): Archive {
  // Line ends are unified first, because the positions that the parser counts must be positions in this text, from
  // which the parts are cut.
  const text = decodeXml(bytes).replace(/\r\n?/g, "\n");
  const parts = new Map<string, string>();
  const types: string[] = [];
  const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  const damaged = (reason: string): never => {
    throw new Refusal("damaged", { reason });
  };
  const declared: Record<string, string>[] = [];
  let depth = 0;
  let part = "";
  let start = -1;
  parser.on("error", () => damaged("xml"));
  parser.on("doctype", () => damaged("doctype"));
  parser.on("opentagstart", () => {
    if (++depth > limits.maximumDepth + partDepth) throw tooLarge("depth", depth, limits.maximumDepth);
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (depth <= partDepth) declared[depth] = attributes;
    const local = name.slice(name.indexOf(":") + 1);
    const prefix = name.slice(0, name.length - local.length);
    if (depth === 2 && local === "part") {
      part = (attributes[`${prefix}name`] ?? "").replace(/^\//, "");
      const type = attributes[`${prefix}contentType`] ?? "";
      types.push(`<Override PartName="/${escaped(part)}" ContentType="${escaped(type)}"/>`);
    } else if (depth === partDepth && local === "xmlData") start = parser.position;
  });
  parser.on("closetag", () => {
    if (depth === partDepth && start >= 0) {
      const end = text.lastIndexOf("</", parser.position - 1);
      const own = text.slice(start, Math.max(start, end)).trim();
      if (parts.has(part)) throw new Refusal("damaged", { part, reason: "duplicate-entry" });
      parts.set(part, withNamespaces(own, declared.slice(1, partDepth + 1)));
      start = -1;
    }
    depth--;
  });
  parser.write(text).close();
  const root = "http://schemas.openxmlformats.org/package/2006/content-types";
  parts.set("[Content_Types].xml", `<Types xmlns="${root}">${types.join("")}</Types>`);
  return textArchive(parts);
}

/** Adds the prefixes declared around a part, because they also apply inside it. */
function withNamespaces(part: string, around: readonly Record<string, string>[]): string {
  const tag = /^<[^\s/>]+/.exec(part);
  if (tag === null) return part;
  const head = part.slice(0, part.indexOf(">") + 1);
  const all: Record<string, string> = Object.assign({}, ...around);
  const missing = Object.entries(all).filter(
    ([name]) => /^xmlns(?::|$)/.test(name) && !head.includes(` ${name}=`) && !head.includes(`\n${name}=`),
  );
  const declarations = missing.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  return tag[0] + declarations + part.slice(tag[0].length);
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
