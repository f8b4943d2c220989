import { defaultLimits } from "./limits.ts";
import type { Limits, Source } from "./model/index.ts";
import type { ConvertOptions } from "./converter.ts";

/** A document as a caller has it: read from disk, fetched, or chosen in a page. */
export interface SourceInput {
  readonly name: string;
  readonly bytes: Uint8Array | ArrayBuffer | Blob;
}

/** The files of one report, at least one. Rejects with a TypeError that says what is wrong. */
export async function sourcesOf(input: SourceInput | readonly SourceInput[]): Promise<readonly Source[]> {
  if (!Array.isArray(input)) return [await sourceOf(input as SourceInput)];
  if (input.length === 0) throw new TypeError("source must be a document or a list of at least one");
  return Promise.all(input.map((one) => sourceOf(one)));
}

/** The bytes as the core reads them. Rejects with a TypeError that says what is wrong. */
export async function sourceOf(input: SourceInput): Promise<Source> {
  const { name, bytes } = asObject(input, "source");
  if (typeof name !== "string") throw new TypeError(`source.name must be a string, not ${kindOf(name)}`);
  if (bytes instanceof Uint8Array) return { name, bytes };
  if (ArrayBuffer.isView(bytes)) {
    const { buffer, byteOffset, byteLength } = bytes;
    return { name, bytes: new Uint8Array(buffer, byteOffset, byteLength) };
  }
  // Asked by its tag, because a buffer of another realm, such as a frame's, is no instance of this realm's class.
  if (tagOf(bytes) === "ArrayBuffer") return { name, bytes: new Uint8Array(bytes as ArrayBuffer) };
  if (tagOf(bytes) === "Blob" || tagOf(bytes) === "File")
    return { name, bytes: new Uint8Array(await (bytes as Blob).arrayBuffer()) };
  throw new TypeError(`source.bytes must be a Uint8Array, an ArrayBuffer or a Blob, not ${kindOf(bytes)}`);
}

/** Throws a TypeError that names the first option which is unknown or has a wrong value. */
export function isOptions(options: ConvertOptions): void {
  for (const [name, value] of Object.entries(asObject(options, "options"))) {
    if (!Object.hasOwn(OPTIONS, name))
      throw new TypeError(`options.${name} is unknown; there are ${Object.keys(OPTIONS).join(", ")}`);
    if (value === undefined) continue;
    const wrong = OPTIONS[name as keyof ConvertOptions](value);
    if (wrong !== null)
      throw new TypeError(
        `options.${wrong.of ?? name} must be ${wrong.must}, not ${kindOf(wrong.is ?? value)}`,
      );
  }
}

interface Wrong {
  readonly must: string;
  /** The part of the option that is wrong, where only a part is. */
  readonly of?: string;
  readonly is?: unknown;
}

const OPTIONS: Readonly<Record<keyof ConvertOptions, (value: unknown) => Wrong | null>> = {
  language: (value) => (value === "en" || value === "zh" ? null : { must: `"en" or "zh"` }),
  infer: (value) => (typeof value === "boolean" ? null : { must: "true or false" }),
  limits: limitsWrong,
  signal: (value) => (tagOf(value) === "AbortSignal" ? null : { must: "an AbortSignal" }),
  templates: list("templates"),
  adapters: list("adapters"),
  corrections: list("corrections"),
  ocr: (value) =>
    value === false ||
    typeof value === "function" ||
    (isObject(value) && typeof value.recognize === "function")
      ? null
      : { must: "false, a line reader or a function that starts one" },
  pdfium: (value) => {
    const wasm = isObject(value) ? value.wasm : undefined;
    const isBinary = ArrayBuffer.isView(wasm) || tagOf(wasm) === "ArrayBuffer";
    return isBinary ? null : { of: "pdfium.wasm", must: "a Uint8Array or an ArrayBuffer", is: wasm ?? null };
  },
};

function limitsWrong(value: unknown): Wrong | null {
  if (!isObject(value)) return { must: "an object" };
  for (const [name, limit] of Object.entries(value)) {
    if (!Object.hasOwn(LIMITS, name))
      return { of: `limits.${name}`, must: `one of ${Object.keys(LIMITS).join(", ")}` };
    if (limit !== undefined && !(typeof limit === "number" && !Number.isNaN(limit)))
      return { of: `limits.${name}`, must: "a number", is: limit };
  }
  return null;
}

const LIMITS: Readonly<Record<keyof Limits, unknown>> = { ...defaultLimits, maximumMilliseconds: null };

function list(name: string): (value: unknown) => Wrong | null {
  return (value) => {
    if (!Array.isArray(value)) return { must: "an array" };
    const at = value.findIndex((item) => !isObject(item));
    return at < 0 ? null : { of: `${name}[${at}]`, must: "an object", is: (value as unknown[])[at] };
  };
}

function asObject<Value>(value: Value, name: string): Value & object {
  if (!isObject(value)) throw new TypeError(`${name} must be an object, not ${kindOf(value)}`);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as a message names it: short, and never more of its content than a word. */
function kindOf(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value === null || value === undefined) return String(value);
  return tagOf(value);
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
