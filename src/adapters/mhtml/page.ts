import { decode } from "../decode.ts";
import type { Decoded } from "../decode.ts";
import { asciiHead, declaredCharset } from "../html/sniff.ts";
import type { Message, MessagePart } from "./message.ts";

/** How deep frames inside frames are followed. */
const maximumNesting = 4;

/**
 * The part to begin with: the one that `start` names, or else the first page (RFC 2557 8) that is not attached. Null
 * where no part is a page.
 */
export function rootOf({ parts, start }: Message): MessagePart | null {
  const isPage = ({ type }: MessagePart): boolean => type === "text/html" || type === "application/xhtml+xml";
  const named = start === undefined ? undefined : parts.find((part) => part.id === start);
  if (named !== undefined && isPage(named)) return named;
  return parts.find((part) => isPage(part) && !part.isAttached) ?? parts.find(isPage) ?? null;
}

/**
 * A part as text. The charset in the part's header takes precedence over the page's own; the bytes overrule both.
 */
export function decodePart(part: MessagePart): Decoded {
  const bytes = part.content();
  return decode(bytes, part.charset ?? declaredCharset(asciiHead(bytes)));
}

/**
 * The page with the other parts of the archive that it needs put in their places: its style sheets, because they decide
 * what is seen, and its frames. Each part is used once, so that the page cannot grow longer than the archive.
 */
export function wholePage(root: Decoded, page: MessagePart, { parts }: Message): string {
  const byName = new Map<string, MessagePart>();
  for (const part of parts) {
    if (part === page) continue;
    if (part.location !== undefined) byName.set(part.location, part);
    if (part.id !== undefined) byName.set(`cid:${part.id}`, part);
  }
  const take = (address: string | undefined, base: string | undefined): MessagePart | null => {
    if (address === undefined) return null;
    const name = [address, resolved(address, base)].find((one) => one !== undefined && byName.has(one));
    const part = name === undefined ? undefined : byName.get(name);
    if (part === undefined) return null;
    for (const [key, value] of byName) if (value === part) byName.delete(key);
    return part;
  };
  const inlined = (text: string, base: string | undefined, depth: number): string =>
    framesetAsBody(withAllSheets(text)).replace(/<(?:link|i?frame)\b[^<>]*>/gi, (tag) => {
      const isLink = /^<link/i.test(tag);
      if (isLink && !isSheetInUse(tag)) return tag;
      if (!isLink && depth >= maximumNesting) return tag;
      const part = take(attribute(tag, isLink ? "href" : "src"), base);
      if (part === null || (!isLink && !part.type.startsWith("text/"))) return tag;
      const { text: content } = decodePart(part);
      if (!isLink) {
        const isHidden = /<x:Visible>\s{0,99}Sheet(?:Very)?Hidden/i.test(content) || isWithoutRoom(tag);
        const look = isHidden ? ' style="display:none"' : lookOf(tag);
        return `<div${look}>${inlined(content, part.location ?? base, depth + 1)}</div>`;
      }
      if (/<\/style/i.test(content)) return tag;
      return `<style${attributesOf(tag, ["media"])}>${content.replaceAll("\n", " ")}</style>`;
    });
  return inlined(root.text, page.location, 0);
}

/** Finds the pictures and fonts of the archive by the addresses that a page, a frame or a sheet in it writes (RFC 2557 8.2). */
export function partFinder({ parts }: Message): (address: string) => Uint8Array | null {
  const byName = new Map<string, MessagePart>();
  for (const part of parts) {
    if (!/^image\/|font|octet-stream/.test(part.type)) continue;
    if (part.location !== undefined) byName.set(part.location, part);
    if (part.id !== undefined) byName.set(`cid:${part.id}`, part);
  }
  const bases = parts.flatMap(({ type, location }) =>
    /^text\/(?:html|css)/.test(type) ? (location ?? []) : [],
  );
  const contents = new Map<MessagePart, Uint8Array>();
  return (address) => {
    const names = [address, ...bases.slice(0, maximumBases).map((base) => resolved(address, base))];
    const name = names.find((one) => one !== undefined && byName.has(one));
    if (name === undefined) return null;
    const part = byName.get(name)!;
    if (!contents.has(part)) contents.set(part, part.content());
    return contents.get(part)!;
  };
}

/**
 * Excel saves a workbook as a page with two frames: one shows a sheet, and the other holds the tabs through which a
 * person reaches all sheets. Here every sheet gets a frame of its own instead.
 */
function withAllSheets(text: string): string {
  if (!/<frameset\b/i.test(text)) return text;
  const sheets = [...text.matchAll(/<x:WorksheetSource\s+HRef\s*=\s*"([^"<>]{1,500})"/gi)].map(
    (match) => match[1]!,
  );
  return sheets.length < 2
    ? text
    : `<body>${sheets
        .slice(0, mostSheets)
        .map((source) => `<iframe src="${source}">`)
        .join("")}</body>`;
}

const mostSheets = 255;

/** Number of addresses that relative links are resolved against; a page has few frames. */
const maximumBases = 20;

/** A page of frames has no body of its own; the text it has for browsers without frames is not shown. */
function framesetAsBody(text: string): string {
  if (!/<frameset\b/i.test(text)) return text;
  return withoutNoFrames(text).replace(/<(\/?)frameset\b[^<>]*>/gi, "<$1div>");
}

function withoutNoFrames(text: string): string {
  const pieces = text.split(/<(\/?)noframes\b[^<>]*>/i);
  // The split gives a text, then "" or "/" for the tag that follows it, then the next text, and so on.
  return pieces.filter((_, index) => index % 2 === 0 && (index === 0 || pieces[index - 1] === "/")).join("");
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, "i").exec(tag);
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.trim().replaceAll("&amp;", "&");
}

function resolved(address: string, base: string | undefined): string | undefined {
  return base !== undefined && URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

/** A frame that is given no room, as pages do with frames that only load something. */
function isWithoutRoom(tag: string): boolean {
  return ["width", "height"].some((side) => /^0(?:px)?$/.test(attribute(tag, side)?.trim() ?? ""));
}

/** Whether a link names a style sheet that the page begins with, and not one to be chosen by the reader. */
function isSheetInUse(link: string): boolean {
  const kinds = (attribute(link, "rel") ?? "").toLowerCase().split(/\s/);
  return kinds.includes("stylesheet") && !kinds.includes("alternate") && !/\sdisabled\b/i.test(link);
}

/** The attributes of a frame that say whether it is seen. */
function lookOf(tag: string): string {
  return attributesOf(tag, ["style", "class", "id"]) + (/\shidden\b/i.test(tag) ? " hidden" : "");
}

/** The attributes of these names that a tag has, as they are written. */
function attributesOf(tag: string, names: readonly string[]): string {
  const said = names.flatMap((name) => {
    const value = attribute(tag, name);
    return value === undefined ? [] : [` ${name}="${value.replaceAll('"', "&quot;")}"`];
  });
  return said.join("");
}
