import { SaxesParser } from "saxes";
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
  return treeOf(text, limits, damaged);
}

/** An element to which children are still added. */
interface OpenElement extends SmallElement {
  readonly children: (SmallElement | string)[];
}

/** Values stay as they are written: 1.0 stays 1.0. */
function treeOf(text: string, { maximumDepth }: Limits, damaged: (reason: string) => never): SmallElement {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const document: OpenElement = { name: "", attributes: {}, children: [] };
  const open = [document];
  // A name that no part declares stands as it is written; it is no reason to refuse a document.
  parser.on("error", ({ message }) => message.includes("undefined entity") || damaged("xml"));
  // OPC 9.2.2: a part shall have no document type declaration.
  parser.on("doctype", () => damaged("doctype"));
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length > maximumDepth) throw tooLarge("depth", open.length, maximumDepth);
    const own = Object.entries(attributes).map(([key, value]) => [local(key), value]);
    const element: OpenElement = { name: local(name), attributes: Object.fromEntries(own), children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  const add = (value: string): void => void open.at(-1)!.children.push(value);
  parser.on("text", add);
  parser.on("cdata", add);
  parser.write(text).close();
  return elementsOf(document)[0] ?? damaged("xml");
}

export function elementsOf({ children }: SmallElement): readonly SmallElement[] {
  return children.filter((child) => typeof child !== "string");
}

export function textOfSmallElement({ children }: SmallElement): string {
  return children.map((child) => (typeof child === "string" ? child : textOfSmallElement(child))).join("");
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);
