import type { Limits } from "../../model/index.ts";
import { joinedBytes } from "../joined-bytes.ts";
import { Refusal, tooLarge } from "../refusal.ts";
import { xmlEncodingOf } from "./encoding.ts";
import { xmlScanner } from "./xml-scanner.ts";
import type { Archive } from "./zip.ts";

/** An element of a small part; names without their prefixes. */
export interface SmallElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SmallElement | string)[];
}

/** Relationships, content types and properties of real packages have a few kilobytes. */
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

interface Growing extends SmallElement {
  readonly children: (Growing | string)[];
}

/** Values are left as they stand: 1.0 stays 1.0. OPC 9.2.2: a part shall have no document type declaration. */
function treeOf(text: string, limits: Limits, damaged: (reason: string) => never): SmallElement {
  const top: Growing = { name: "", attributes: {}, children: [] };
  const open: Growing[] = [top];
  const scanner = xmlScanner(
    {
      open: ({ name, attributes }) => {
        if (open.length > limits.maximumDepth) throw tooLarge("depth", open.length, limits.maximumDepth);
        const named = Object.entries(attributes).map(([own, value]) => [local(own), value] as const);
        const element = { name: local(name), attributes: Object.fromEntries(named), children: [] };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      close: () => void open.pop(),
      text: (own) => void open.at(-1)!.children.push(own),
    },
    damaged,
  );
  scanner.write(text);
  scanner.end();
  return top.children[0] as SmallElement;
}

export function elementsOf({ children }: SmallElement): readonly SmallElement[] {
  return children.filter((child) => typeof child !== "string");
}

export function textOfSmallElement({ children }: SmallElement): string {
  return children.map((child) => (typeof child === "string" ? child : textOfSmallElement(child))).join("");
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);
