import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Limits } from "../../model/index.ts";
import { joinedBytes } from "../joined-bytes.ts";
import { Refusal, tooLarge } from "../refusal.ts";
import { xmlEncodingOf } from "./encoding.ts";
import type { Archive } from "./zip.ts";

/** An element of a small part; names without their prefixes. */
export interface SmallElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SmallElement | string)[];
}

/** Relationships, content types and properties of real packages take a few kilobytes. */
const largestPart = 1 << 20;

/**
 * Values stay as they are written: 1.0 stays 1.0. Entities are decoded here, because a part may declare none of its
 * own.
 */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  removeNSPrefix: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: "#cdata",
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** The outermost element of a package's small part as a tree. Throws a Refusal: `damaged` or `too-large`. */
export function readSmallPart(archive: Archive, part: string, limits: Limits): SmallElement {
  const damaged = (reason: string): never => {
    throw new Refusal("damaged", { part, reason });
  };
  const chunks: Uint8Array[] = [];
  let size = 0;
  archive.read(part, (chunk) => {
    size += chunk.length;
    if (size > largestPart) throw tooLarge("inflated-bytes", size, largestPart);
    chunks.push(chunk.slice());
  });
  const bytes = joinedBytes(chunks);
  let text = "";
  try {
    text = new TextDecoder(xmlEncodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    damaged("encoding");
  }
  // OPC 9.2.2: a part shall have no document type declaration.
  if (text.includes("<!DOCTYPE")) damaged("doctype");
  const depth = depthOf(text);
  if (depth > limits.maximumDepth) throw tooLarge("depth", depth, limits.maximumDepth);
  if (text.includes("\0") || XMLValidator.validate(text) !== true) damaged("xml");
  const outermost = (parser.parse(text) as readonly ParsedNode[])
    .flatMap(elementOf)
    .filter((child) => typeof child !== "string");
  return outermost.length === 1 ? outermost[0]! : damaged("xml");
}

export function elementsOf({ children }: SmallElement): readonly SmallElement[] {
  return children.filter((child) => typeof child !== "string");
}

export function textOfSmallElement({ children }: SmallElement): string {
  return children.map((child) => (typeof child === "string" ? child : textOfSmallElement(child))).join("");
}

type ParsedNode = Readonly<Record<string, unknown>>;

function elementOf(node: ParsedNode): (SmallElement | string)[] {
  const text = node["#text"];
  if (typeof text === "string") return [decoded(text)];
  const verbatim = node["#cdata"] as readonly ParsedNode[] | undefined;
  if (verbatim) return verbatim.map((piece) => String(piece["#text"]));
  const raw = Object.keys(node).find((key) => key !== ":@");
  if (raw === undefined) return [];
  const attributes = Object.entries((node[":@"] ?? {}) as Record<string, string>);
  return [
    {
      name: local(raw),
      attributes: Object.fromEntries(attributes.map(([name, value]) => [local(name), decoded(value)])),
      children: (node[raw] as readonly ParsedNode[]).flatMap(elementOf),
    },
  ];
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name as string] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

/** How deep elements nest at most, found by counting tags, because the parser itself would recurse as deep. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) {
    const next = text[at + 1];
    if (next === "/") depth--;
    else if (next !== "?" && next !== "!") deepest = Math.max(deepest, ++depth);
    const end = text.indexOf(">", at);
    if (end > 0 && text[end - 1] === "/" && next !== "/") depth--;
  }
  return deepest;
}
