import { everyMatch } from "../../../printed/matches.ts";
import type { ObjectScan } from "./objects.ts";
import { objectsReferredTo } from "./references.ts";

type Objects = ObjectScan["objects"];

/** The most ancestors of a page from which it may have its resources. */
const DEEPEST = 50;
/** The most streams of one page that are looked at. */
const MOST_STREAMS = 200;
/** A font's name and size with the operator that chooses them (PDF 32000-1, 9.3.1), and an XObject that is painted (8.8). */
const CHOSEN = /\/([^\s/<>[\]()]{1,120})\s{1,8}[-+.\d]{1,20}\s{1,8}Tf\b/g;
const PAINTED = /\/([^\s/<>[\]()]{1,120})\s{1,8}Do\b/g;
const FONT = /\/Subtype\s{0,8}\/(?:Type0|Type1|MMType1|TrueType|Type3)\b/;
const FORM = /\/Subtype\s{0,8}\/Form\b/;

/**
 * Whether a page sets text in a font that its resources do not name, or that is none: this engine takes Helvetica for
 * it, and others draw nothing. `page` is the number of its object.
 */
export function lacksFonts({ objects }: ObjectScan, page: number): boolean {
  const text = objects.get(page)?.text ?? "";
  const ofPage = resourcesOf(text, objects);
  const visited = new Set<number>();
  return contentsOf(text, objects).some((stream) => lacks(stream, [ofPage]));

  /** Resources that a form does not have are sought among those of its page. */
  function lacks(stream: number, resources: readonly string[]): boolean {
    const data = visited.has(stream) ? undefined : objects.get(stream)?.stream?.inflate().data;
    if (data === undefined || visited.size > MOST_STREAMS) return false;
    visited.add(stream);
    const content = new TextDecoder("latin1").decode(data);
    const under = (kind: string, name: string) =>
      resources.map((one) => valueUnder(name, valueUnder(kind, one, objects), objects));
    if (namesIn(content, CHOSEN).some((name) => !under("Font", name).some((font) => FONT.test(font))))
      return true;
    return namesIn(content, PAINTED).some((name) => {
      const form = resources.flatMap((one) => referencesUnder(name, valueUnder("XObject", one, objects)))[0];
      const dictionary = form === undefined ? "" : (objects.get(form)?.text ?? "");
      return FORM.test(dictionary) && lacks(form!, [valueUnder("Resources", dictionary, objects), ofPage]);
    });
  }
}

function namesIn(content: string, pattern: RegExp): readonly string[] {
  return [...new Set(everyMatch(content, pattern).map(([, name]) => name!))];
}

/** The streams of a page: one, or a list of them. */
function contentsOf(page: string, objects: Objects): readonly number[] {
  const list = valueUnder("Contents", page, objects);
  return list.trimStart().startsWith("[") ? objectsReferredTo(list) : referencesUnder("Contents", page);
}

/** The resources of a page, which may be those of its parents (7.7.3.4). */
function resourcesOf(page: string, objects: Objects): string {
  let text: string | undefined = page;
  for (let depth = 0; text !== undefined && depth < DEEPEST; depth++) {
    const own = valueUnder("Resources", text, objects);
    if (own !== "") return own;
    text = objects.get(referencesUnder("Parent", text)[0] ?? -1)?.text;
  }
  return "";
}

/** The dictionary or list under a key, where it stands in the text or is referred to; empty where it is neither. */
function valueUnder(key: string, text: string, objects: Objects): string {
  const at = endOfKey(key, text);
  if (at < 0) return "";
  const rest = text.slice(at, at + 200).trimStart();
  if (rest.startsWith("<<") || rest.startsWith("[")) return nestedIn(text, at);
  return referencesUnder(key, text).map((number) => objects.get(number)?.text ?? "")[0] ?? "";
}

function referencesUnder(key: string, text: string): readonly number[] {
  const at = endOfKey(key, text);
  const found = at < 0 ? null : /^\s{0,8}\d{1,8}\s{1,8}\d{1,5}\s{1,8}R\b/.exec(text.slice(at, at + 60));
  return found === null ? [] : objectsReferredTo(found[0]);
}

/** Where a key ends that is no part of a longer name; below 0 where there is none. */
function endOfKey(key: string, text: string): number {
  for (let at = text.indexOf(`/${key}`); at >= 0; at = text.indexOf(`/${key}`, at + 1)) {
    const end = at + 1 + key.length;
    if (/^[\s/<>[\]()]|^$/.test(text.charAt(end))) return end;
  }
  return -1;
}

/** What the brackets enclose that open first after a place. */
function nestedIn(text: string, from: number): string {
  const brackets = /<<|>>|\[|\]/g;
  brackets.lastIndex = from;
  let depth = 0;
  for (let found = brackets.exec(text); found !== null; found = brackets.exec(text)) {
    depth += /<<|\[/.test(found[0]) ? 1 : -1;
    if (depth <= 0) return text.slice(from, brackets.lastIndex);
  }
  return text.slice(from);
}
