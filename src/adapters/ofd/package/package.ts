import type { Limits } from "../../../model/index.ts";
import type { Archive } from "../../package/zip.ts";
import { ENTRY } from "./entry.ts";
import { Refusal } from "../../refusal.ts";
import { resolvePart } from "./locations.ts";
import { stampsOf } from "./stamps.ts";
import type { Stamp } from "./stamps.ts";
import { childOf, childrenOf, readOrNothing, readTree } from "./tree.ts";
import type { OfdElement } from "./tree.ts";
import { isTrue } from "./values.ts";

/** One document of a package; a file may hold several (GB/T 33190 7.4, DocBody). */
export interface OfdDocument {
  /** The root element of Document.xml, and the name of that part. */
  readonly root: OfdElement;
  readonly part: string;
  readonly stamps: readonly Stamp[];
}

/** Entries that programs leave in a package whose parts they have encrypted (GM/T 0099). */
const ENCRYPTED = /(?:^|\/)(?:encryptions\.xml|decryptseed\.dat)$/i;

/** The documents of a package in order. Throws a Refusal: `encrypted`, `damaged`. */
export function openPackage(
  archive: Archive,
  limits: Limits,
): {
  readonly documents: readonly OfdDocument[];
  readonly signed: boolean;
  /** Parts that are referred to but missing. */
  readonly missing: readonly string[];
} {
  if (archive.names.some((name) => ENCRYPTED.test(name))) throw new Refusal("encrypted", { format: "ofd" });
  const entry = archive.find(ENTRY);
  if (entry === null) throw new Refusal("damaged", { part: ENTRY, reason: "missing-part" });
  const bodies = childrenOf(readTree(archive, entry, limits), "DocBody");
  const missing: string[] = [];
  const documents = bodies.flatMap((body): OfdDocument[] => {
    const current = currentVersion(body);
    const rootOfVersion = current === undefined ? undefined : rootOf(archive, current, limits);
    if (current !== undefined && rootOfVersion === undefined) missing.push(current);
    const root = rootOfVersion ?? childOf(body, "DocRoot")?.text;
    if (root === undefined || root.trim() === "") return [];
    const part = resolvePart(archive, entry, root);
    if (part === null) throw new Refusal("damaged", { part: root.trim(), reason: "missing-part" });
    const stamps = stampsOf(archive, entry, body, limits);
    return [{ root: readTree(archive, part, limits), part, stamps }];
  });
  if (documents.length === 0) throw new Refusal("damaged", { part: entry, reason: "structure" });
  const signed = bodies.some((body) => (childOf(body, "Signatures")?.text ?? "").trim() !== "");
  return { documents, signed, missing };
}

/** Where the current version is described: a body may keep several versions of its document (GB/T 33190 17). */
function currentVersion(body: OfdElement): string | undefined {
  const versions = childOf(body, "Versions")?.children ?? [];
  return versions.find(({ attributes }) => isTrue(attributes["Current"]))?.attributes["BaseLoc"];
}

/** The document's root of a version; undefined where a part of it is missing. */
function rootOf(archive: Archive, version: string, limits: Limits): string | undefined {
  const part = resolvePart(archive, "", version);
  const described = part === null ? undefined : readOrNothing(archive, part, limits);
  const root = described && childOf(described, "DocRoot")?.text.trim();
  if (part === null || root === undefined) return undefined;
  const found = resolvePart(archive, part, root);
  return found === null ? undefined : `/${found}`;
}
