import { createHash } from "node:crypto";
import type { Template } from "../model/index.ts";
import { FORMER_NAMES, namesNoPlace, placeIssuer } from "../places/index.ts";
import type { FormerName, PlaceHint, Placement } from "../places/index.ts";
import { issuerKey, plainName } from "./issuer.ts";

/** What shows whose report a document is. */
export interface Signs {
  /** As printed. */
  readonly issuer: string;
  readonly title: string | null;
  /** The office that signed it, where it has a signature. */
  readonly signature?: string | null | undefined;
  /** Name of the input, with the folders it lay in. */
  readonly name: string;
  /** Columns of the manifest, where there is one. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
}

export interface Identity {
  /** An id that all reports of one office share, and no other's: its place and office, or its name. */
  readonly id: string;
  readonly placement: Placement;
}

/**
 * Issuers of one name in two places are two issuers. A name that fits several places, or names none (教育局, 市教育局),
 * follows a `?` and the folder of its files, so that reports from two places never become one office. A division that
 * was merged into another keeps its name, because both published reports until then. A signature decides the place where
 * nothing else does, but not the id, because another copy of the report may lack it. `formerNames` are those that the
 * built-in table lacks.
 */
export function identify(
  { issuer, title, signature, name, fields }: Signs,
  formerNames: readonly FormerName[] = [],
): Identity {
  const plain = plainName(issuer);
  const names = [...formerNames, ...FORMER_NAMES];
  const unsigned = placeIssuer(plain, hintsOf(title, name, fields), names);
  const { code, merged, department, candidates } = unsigned;
  if (code !== null) return { id: joined([code, merged ?? "", officeKey(department)]), placement: unsigned };
  const signed = signature ? placeIssuer(plain, [{ kind: "signature", text: signature }], names) : unsigned;
  const placement = signed.code === null ? unsigned : signed;
  if (candidates.length === 0 && !namesNoPlace(plain)) return { id: issuerKey(issuer), placement };
  return { id: UNDECIDED + joined([issuerKey(issuer), whereabouts(name, fields)]), placement };
}

/**
 * Whose a document is that lies in several places, such as a page in the folders of a province and of a county. A place
 * that one of them shows holds for all; where two show different ones, neither is known to be right.
 */
export function identifyAmong(
  signs: readonly [Signs, ...Signs[]],
  formerNames: readonly FormerName[] = [],
): Identity {
  const found = signs.map((it) => identify(it, formerNames));
  const isPlaced = ({ id, placement }: Identity): boolean =>
    placement.code !== null && !isUndecidedIssuer(id);
  const placed = new Map(found.filter(isPlaced).map((it) => [it.id, it]));
  const [only = found[0]!] = placed.values();
  if (placed.size < 2) return only;
  const ids = [...placed.keys()].sort();
  const candidates = [...new Set([...placed.values()].map(({ placement }) => placement.code!))].sort();
  return {
    id: UNDECIDED + joined([issuerKey(signs[0].issuer), markOf(ids)]),
    placement: { ...only.placement, code: null, level: null, path: [], how: null, candidates },
  };
}

/** Whether it is unknown which of several offices of one name an issuer is. */
export function isUndecidedIssuer(issuerId: string): boolean {
  return issuerId.startsWith(UNDECIDED);
}

const UNDECIDED = "?:";
/** Folders that divide the reports of one office by year or by format. */
const OF_ONE_OFFICE = /^(?:(?:19|20)\d{2}年?(?:度|报告|年报)?|html?|pdf|docx?|word|ofd|txt|xlsx?)$/iu;
/** Columns of a manifest that say where an office is. */
const PLACE_COLUMN = /省|市|县|区|地|province|city|county|district|region|place|division|code/iu;

/** What tells offices of one name apart, besides the name: places and web sites in the manifest, and folders. */
function whereabouts(name: string, fields: Readonly<Record<string, string>> = {}): string {
  const places = Object.entries(fields).filter(([column]) => PLACE_COLUMN.test(column));
  const sites = Object.values(fields).flatMap((text) => /^https?:\/\/([^/?#]+)/iu.exec(text)?.[1] ?? []);
  const folders = name.split("/").slice(0, -1);
  const signs = [
    ...places.map(([, text]) => text),
    ...sites,
    ...folders.filter((folder) => !OF_ONE_OFFICE.test(folder)),
  ];
  return markOf(signs);
}

function markOf(signs: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(signs)).digest("hex").slice(0, 8);
}

/** Reports of one office and kind, year after year; with the year it is a report's id. */
export function seriesId(issuerId: string, family: string): string {
  return joined([issuerId, family === DISCLOSURE ? "" : family]);
}

/** The official forms of all years are one kind of report, whatever each year called it. */
export function familyOf(
  layouts: Readonly<Record<string, string>>,
  templates: readonly Pick<Template, "id" | "name">[],
): string {
  const names = [...new Set(Object.values(layouts))].map(
    (id) => templates.find((it) => it.id === id)?.name ?? id,
  );
  return names.find((name) => !name.includes(DISCLOSURE)) ?? DISCLOSURE;
}

const DISCLOSURE = "信息公开";

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(":");
}

/**
 * 政府办 and 人民政府办公室 are one office: names are compared behind that of a place, as `issuerKey` compares them.
 */
function officeKey(department: string): string {
  return issuerKey(`某县政府${department}`).replace(/^某县(?:政府)?/u, "");
}

/** Texts that name the place besides the issuer: the manifest's columns, the title, the folders the document lay in. */
function hintsOf(
  title: string | null,
  name: string,
  fields: Readonly<Record<string, string>> | undefined,
): readonly PlaceHint[] {
  return [
    ...(fields ? [{ kind: "manifest" as const, text: Object.values(fields).join(" ") }] : []),
    ...(title === null ? [] : [{ kind: "title" as const, text: title }]),
    { kind: "folder", text: name.split("/").slice(0, -1).join("/") },
  ];
}
