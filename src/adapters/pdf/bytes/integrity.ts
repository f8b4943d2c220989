import type { ObjectScan, PdfObject } from "./objects.ts";
import { isFontProgram } from "./streams.ts";
import { objectsReferredTo } from "./references.ts";

/** What the bytes themselves say about how far a reading may be trusted. Pages are object numbers. */
export interface Integrity {
  /** Whether the streams carry checksums that can be checked. */
  readonly checked: boolean;
  /** Pages whose text comes from a stream with a wrong checksum. */
  readonly damagedPages: ReadonlySet<number>;
  /** Pages that need an object which is missing or no longer parses, or a font program with a wrong checksum. */
  readonly weakPages: ReadonlySet<number>;
}

/**
 * Checks the Adler-32 of every Flate stream that each page depends on, and the syntax of the objects between. Both
 * engines ignore the checksum, so they read the same wrong digits from one damaged content stream and agree: only this
 * check reveals it.
 */
export function checkIntegrity(
  { objects }: ObjectScan,
  pages: readonly number[],
  fontSums: readonly number[],
): Integrity {
  const flate = [...objects.values()]
    .flatMap(({ stream }) => (stream !== undefined && stream.layers > 0 ? [stream] : []))
    .sort((a, b) => a.most - b.most);
  // Where no checksum in the file is right, its writer gets them wrong as a habit, and they prove nothing.
  const habit = flate.length > 1 && !flate.some((stream) => stream.inflate().intact);
  const checked = !habit && flate.length > 0;
  const none = new Set<number>();
  if (!checked && ![...objects.values()].some(isUndecodable))
    return { checked, damagedPages: none, weakPages: none };
  // Object and cross-reference streams hold the dictionaries of any page. In the decrypted copy of a file, its
  // cross-reference stream is left over and means nothing.
  const everywhere = [...objects.values()].some(
    ({ text, stream }) =>
      checked &&
      /\/(?:ObjStm|XRef)\b/.test(text) &&
      !/\/Encrypt\b/.test(text) &&
      stream?.inflate().intact === false,
  );
  const findings = new Map<number, Finding>();
  const findingOf = (number: number) => {
    let finding = findings.get(number);
    if (finding === undefined) findings.set(number, (finding = find(objects.get(number), fontSums, checked)));
    return finding;
  };
  const states = new Map(pages.map((page) => [page, everywhere ? "damaged" : stateOf(page, findingOf)]));
  const having = (state: string) => new Set(pages.filter((page) => states.get(page) === state));
  return { checked, damagedPages: having("damaged"), weakPages: having("weak") };
}

/** Entries that lead away from a page: to its siblings, to other pages, to structure and actions. */
const ELSEWHERE =
  /\/(?:Kids|Annots|Dest|Dests|StructTreeRoot|Prev|Next|First|Last|A|P|B|PieceInfo|Metadata|Thumb)\s*(?:\[[^[\]]*\]|\d+\s+\d+\s+R)/g;
/**
 * The streams that draw the glyphs of a Type 3 font. They are not followed where it has a `ToUnicode` map, because its
 * dictionary and its map say which characters these are, and how wide.
 */
const GLYPHS = /\/CharProcs\s*(?:<<[^<>]*>>|\d+\s+\d+\s+R)/;

/** What one object means for the pages that need it, and which other objects it needs. */
interface Finding {
  readonly state: "damaged" | "weak" | "sound";
  readonly needs: readonly number[];
}

function stateOf(page: number, findingOf: (number: number) => Finding): Finding["state"] {
  const seen = new Set([page]);
  let state: Finding["state"] = "sound";
  for (const number of seen) {
    const finding = findingOf(number);
    if (finding.state === "damaged") return "damaged";
    if (finding.state === "weak") state = "weak";
    for (const next of finding.needs) seen.add(next);
  }
  return state;
}

/** The filters that a stream may have (PDF 32000-1, 7.4), with the short names that some writers use for all streams. */
const FILTERS = new Set(
  (
    "ASCIIHexDecode AHx ASCII85Decode A85 LZWDecode LZW FlateDecode Fl RunLengthDecode RL " +
    "CCITTFaxDecode CCF JBIG2Decode DCTDecode DCT JPXDecode Crypt"
  ).split(" "),
);

/** Whether the stream has a filter that nobody knows, so that viewers show nothing of it. A picture is no text. */
function isUndecodable({ text, stream }: PdfObject): boolean {
  if (stream === undefined || /\/Subtype\s{0,8}\/Image\b/.test(text)) return false;
  const names = /\/Filter\s{0,8}(\[[^[\]]{0,200}\]|\/[A-Za-z0-9]{1,40})/.exec(text)?.[1] ?? "";
  return [...names.matchAll(/\/([A-Za-z0-9]{1,40})/g)].some(([, name]) => !FILTERS.has(name!));
}

/** Where the checksums of the file prove nothing (not `checked`), only what cannot be decoded at all counts. */
function find(object: PdfObject | undefined, fontSums: readonly number[], checked: boolean): Finding {
  // A reference to nothing is one to null (PDF 32000-1, 7.3.10).
  if (object === undefined || object.text.trim() === "null")
    return { state: checked ? "weak" : "sound", needs: [] };
  const { text, stream } = object;
  const near = text.replace(ELSEWHERE, "").replace(/\/ToUnicode\b/.test(text) ? GLYPHS : "", "");
  const needs = objectsReferredTo(near);
  if (isUndecodable(object)) return { state: "damaged", needs };
  if (!checked) return { state: "sound", needs };
  const syntax = parses(text) ? "sound" : "weak";
  if (stream === undefined || isColourProfile(text)) return { state: syntax, needs };
  // Font programs draw the characters, and what these are is said elsewhere; but a damaged program moves them into
  // other cells.
  const program = isFontProgram(text);
  if ((program && fontSums.some(stream.endsWith)) || stream.inflate().intact) return { state: syntax, needs };
  return { state: program ? "weak" : "damaged", needs };
}

function isColourProfile(dictionary: string): boolean {
  return /\/ICCBased|\/Alternate\b|\/N\s+[134]\b/.test(dictionary);
}

/**
 * Whether the text holds nothing but tokens (PDF 32000-1, 7.2 and 7.3). Strings may hold any byte; everything else is
 * printable ASCII.
 */
function parses(text: string): boolean {
  const plain = text
    .replace(/\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S]|\([^()]*\))*\))*\)/g, " ")
    .replace(/%[^\r\n]*/g, " ");
  const rest = plain.replace(
    /<[0-9A-Fa-f\s]*>(?!>)|\/[^\s/<>[\]()]*|<<|>>|[[\]]|(?<![\d.+-])[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?![^\s/<>[\]()])|\b(?:R|true|false|null)\b|[\s\0]/g,
    "",
  );
  if (rest !== "") return false;
  return count(plain, "<<") === count(plain, ">>") && count(plain, "[") === count(plain, "]");
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
