import { SaxesParser } from "saxes";
import type { Limits } from "../../../model/index.ts";
import type { Archive } from "../../package/zip.ts";
import { Refusal, tooLarge } from "../../refusal.ts";
import { partNames } from "./names.ts";

/** An element of a part; the names of elements and attributes are spelled as the standard has them. */
export interface OfdElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly OfdElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  /** Of the outermost element of a part: some of the part's names are spelled in another letter case. */
  readonly isMisspelt?: boolean;
}

interface Growing extends OfdElement {
  children: Growing[];
  text: string;
}

/** Shared by the elements without children, which are most of them. */
const NO_CHILDREN: Growing[] = [];

/** Limit for the elements of one part: the largest page of a report has some ten thousand, a map a hundred thousand. */
const MOST_ELEMENTS = 400_000;

/** The outermost element of a part. Throws a Refusal: `damaged` or `too-large`. */
export function readTree(archive: Archive, part: string, limits: Limits): OfdElement {
  const damaged = (reason: string): never => {
    throw new Refusal("damaged", { part, reason });
  };
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const outermost: Growing = { name: "", attributes: {}, children: NO_CHILDREN, text: "" };
  let attributes: Record<string, string> = {};
  const open: Growing[] = [outermost];
  const names = partNames();
  let elements = 0;
  parser.on("error", () => damaged("xml"));
  parser.on("doctype", () => damaged("doctype"));
  parser.on("attribute", ({ name, value }) => {
    attributes[names.standard(name)] = hasSpaceAround(value) ? value.trim() : value;
  });
  parser.on("opentag", ({ name }) => {
    if (open.length > limits.maximumDepth) throw tooLarge("depth", open.length, limits.maximumDepth);
    if (++elements > MOST_ELEMENTS) throw tooLarge("elements", elements, MOST_ELEMENTS);
    const element: Growing = { name: names.standard(name), attributes, children: NO_CHILDREN, text: "" };
    attributes = {};
    const parent = open[open.length - 1]!;
    // Most elements have one child at most: a list that has room for more is made for the second.
    if (parent.children === NO_CHILDREN) parent.children = [element];
    else parent.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  const take = (text: string): void => {
    open[open.length - 1]!.text += text;
  };
  parser.on("text", take);
  parser.on("cdata", take);

  let decoder: TextDecoder | undefined;
  archive.read(part, (chunk) => {
    try {
      decoder ??= decoderOf(chunk);
      parser.write(decoder.decode(chunk, { stream: true }));
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal("damaged", { part, reason: "encoding" });
    }
  });
  parser.close();
  const [root] = outermost.children;
  if (root === undefined) return damaged("xml");
  return names.areMisspelt() ? { ...root, isMisspelt: true } : root;
}

/** Numbers, names and boxes mean the same with spaces around them (XML Schema, 4.3.6). */
function hasSpaceAround(value: string): boolean {
  return value.charCodeAt(0) <= SPACE || value.charCodeAt(value.length - 1) <= SPACE;
}

const SPACE = 0x20;

export function childOf({ children }: OfdElement, name: string): OfdElement | undefined {
  for (const child of children) if (child.name === name) return child;
  return undefined;
}

export function childrenOf({ children }: OfdElement, name: string): readonly OfdElement[] {
  return children.filter((child) => child.name === name);
}

/** Whether an element, or one within it, has text other than spaces. */
export function hasText({ text, children }: OfdElement): boolean {
  return text.trim() !== "" || children.some(hasText);
}

/**
 * GB/T 33190 7.1 asks for UTF-8; some writers declare and write GBK. Throws where the declared encoding does not exist.
 */
function decoderOf(start: Uint8Array): TextDecoder {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le", { fatal: true });
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be", { fatal: true });
  const head = String.fromCharCode(...start.subarray(0, 120));
  const declared = /^[^<]{0,3}<\?xml[^>]{0,80}?encoding=["']([\w-]{1,20})["']/.exec(head)?.[1];
  return new TextDecoder(declared ?? "utf-8", { fatal: true });
}

/** Undefined for a damaged part, which is treated like a missing one: the text can be read without it. */
export function readOrNothing(archive: Archive, part: string, limits: Limits): OfdElement | undefined {
  try {
    return readTree(archive, part, limits);
  } catch (error) {
    if (error instanceof Refusal && error.isDamage) return undefined;
    throw error;
  }
}
