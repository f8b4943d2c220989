import type { Template } from "../model/index.ts";
import { placeIssuer } from "../places/index.ts";
import type { PlaceHint, Placement } from "../places/index.ts";
import { issuerKey, plainName } from "./issuer.ts";

/** What tells whose report a document is. */
export interface Signs {
  /** As printed. */
  readonly issuer: string;
  readonly title: string | null;
  /** The input, with the folders it lay in. */
  readonly name: string;
  /** Columns of the manifest, where there is one. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
}

export interface Identity {
  /** The same for every report of one office, and for no other's: its place with the office, or its name. */
  readonly id: string;
  readonly placement: Placement;
}

/** Issuers of one name in two places are two; where the place is not decided, the name stands for it behind a `?`. */
export function identify({ issuer, title, name, fields }: Signs): Identity {
  const placement = placeIssuer(plainName(issuer), hintsOf(title, name, fields));
  const { code, department, candidates } = placement;
  const who =
    code === null ? [candidates.length > 0 ? "?" : "", issuerKey(issuer)] : [code, officeKey(department)];
  return { id: joined(who), placement };
}

/** Reports of one office and kind, year after year; with the year it is a report's id. */
export function seriesId(issuerId: string, family: string): string {
  return joined([issuerId, family === DISCLOSURE ? "" : family]);
}

/** Official forms of all years are one kind of report, whatever each year called it. */
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

/** 政府办 and 人民政府办公室 are one office: compared behind the name of a place, as `issuerKey` compares them. */
function officeKey(department: string): string {
  return issuerKey(`某县政府${department}`).replace(/^某县(?:政府)?/u, "");
}

/** What names the place besides the issuer: the manifest's columns, the title, the folders the document lay in. */
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
