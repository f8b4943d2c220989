import { SaxesParser } from "saxes";
import type { Limits } from "../../model/index.ts";
import { xmlEncodingOf } from "./encoding.ts";
import { canonicalAttributes, canonicalName, innerScope, outermostScope } from "./namespaces.ts";
import type { Scope } from "./namespaces.ts";
import { Refusal, tooLarge } from "../refusal.ts";

export type Attributes = Readonly<Record<string, string>>;

/**
 * Receives one part's elements in document order, under our own prefixes; elements of unknown namespaces never arrive.
 * `path` holds the names of the open elements, the current one last.
 */
export interface XmlHandler {
  /** "skip" means that neither the element's content nor its end is reported. */
  readonly open: (
    name: string,
    attributes: Attributes,
    path: readonly string[],
    scope: Scope,
  ) => "skip" | void;
  readonly close: (name: string, path: readonly string[]) => void;
  readonly text?: (text: string, path: readonly string[]) => void;
}

/**
 * Translates an element, as it opens, into the vocabulary of ISO 29500. With a dialect, elements of unknown namespaces
 * are read too, under `other:` and their name: Word 2003 puts smart tags and the user's own elements around text.
 */
export type Dialect = (
  name: string,
  attributes: Attributes,
  path: readonly string[],
) => { readonly name: string; readonly attributes: Attributes };

export interface XmlReader {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => void;
}

/** A bounded reader of one XML part. Throws a Refusal: `damaged` when not well-formed, `too-large` when too deep. */
export function xmlReader(part: string, handler: XmlHandler, limits: Limits, dialect?: Dialect): XmlReader {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const path: string[] = [];
  const scopes: Scope[] = [outermostScope];
  let scope = outermostScope;
  let skipped = 0;
  /**
   * Whether the next tag may declare a namespace. Nearly all are declared at the top; looking at every attribute of the
   * tags below takes longer than looking for the word in their text.
   */
  let mayDeclare = true;
  /** Where the last declaration begins, and how much text was read, in characters from the start of the part. */
  let [lastDeclared, length] = [0, 0];
  let decoder: TextDecoder | null = null;
  const damaged = (reason: string): never => {
    throw new Refusal("damaged", { part, reason });
  };

  // Handle at most seven kinds of events: with an eighth, V8 turns the parser into a slow dictionary, which takes five
  // times as long.
  parser.on("error", () => damaged("xml"));
  // Entity bombs and external entities both need a document type; Office writes none (OPC 2nd edition, 9.2.2: shall be
  // refused).
  parser.on("doctype", () => damaged("doctype"));
  parser.on("opentagstart", (tag) => {
    tag.attributes = new NamedAttributes();
  });
  parser.on("opentag", ({ name: raw, attributes }) => {
    if (path.length === 0 && !isReadable(parser.xmlDecl.encoding)) damaged("encoding");
    if (path.length + skipped >= limits.maximumDepth) {
      throw tooLarge("depth", limits.maximumDepth + 1, limits.maximumDepth);
    }
    if (skipped > 0) {
      skipped++;
      return;
    }
    if (mayDeclare) scope = innerScope(scope, attributes);
    mayDeclare = parser.position <= lastDeclared;
    scopes.push(scope);
    const known = canonicalName(scope, raw) ?? damaged("namespace");
    if (known === "" && dialect === undefined) {
      path.push(known);
      skipped = 1;
    } else {
      const plain = scope.plain ? attributes : canonicalAttributes(scope, attributes);
      const said = { name: known === "" ? "other:element" : known, attributes: plain };
      const { name, attributes: ours } = dialect?.(said.name, said.attributes, path) ?? said;
      path.push(name);
      if (handler.open(name, ours, path, scope) === "skip") skipped = 1;
    }
  });
  parser.on("closetag", () => {
    if (skipped > 1) {
      skipped--;
      return;
    }
    if (skipped === 0) handler.close(path[path.length - 1]!, path);
    skipped = 0;
    path.pop();
    scopes.pop();
    scope = scopes[scopes.length - 1]!;
  });
  const { text } = handler;
  if (text !== undefined) {
    const take = (value: string): void => {
      if (skipped === 0) text(value, path);
    };
    parser.on("text", take);
    parser.on("cdata", take);
  }

  const decode = (chunk: Uint8Array | null): string => {
    decoder ??= new TextDecoder(xmlEncodingOf(chunk ?? new Uint8Array()), { fatal: true });
    try {
      return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      return damaged("encoding");
    }
  };
  return {
    write: (chunk) => {
      const text = decode(chunk);
      const declared = text.lastIndexOf("xmlns");
      if (declared >= 0) lastDeclared = length + declared;
      length += text.length;
      // The first tag may have begun in the piece before.
      mayDeclare = true;
      // In one piece: reading the characters of a slice takes an eighth longer.
      parser.write(text);
    },
    end: () => {
      parser.write(decode(null));
      parser.close();
    },
  };
}

/**
 * Attributes by name. It inherits no names that the part does not give, as an object without a prototype does, which V8
 * keeps as a dictionary: filling one takes as long as reading its names.
 */
const NamedAttributes = function () {} as unknown as new () => Record<string, string>;
NamedAttributes.prototype = Object.create(null) as object;

/** Whether a part may have the encoding that it declares. */
function isReadable(encoding: string | undefined): boolean {
  return encoding === undefined || /^(utf-8|utf-16|us-ascii)$/i.test(encoding);
}
