import type { Limits } from "../../../model/index.ts";
import type { Archive } from "../../package/zip.ts";
import { resolvePart } from "./locations.ts";
import { childOf, childrenOf, readOrNothing } from "./tree.ts";
import type { OfdElement } from "./tree.ts";
import { parsedBox } from "./values.ts";

/** Where a seal stands on a page: left, top, width and height in millimetres of the sheet. */
export interface Stamp {
  /** ID of the page. */
  readonly page: string;
  readonly box: readonly [left: number, top: number, width: number, height: number];
}

const mostSignatures = 100;
const mostStamps = 1_000;

/**
 * Where the seals of a document's signatures stand (StampAnnot, GB/T 33190 18.2.3). A seal's appearance is signed data
 * in a format of its own (GB/T 38540), so only its place is known.
 */
export function stampsOf(
  archive: Archive,
  entry: string,
  body: OfdElement,
  limits: Limits,
): readonly Stamp[] {
  const list = resolvePart(archive, entry, childOf(body, "Signatures")?.text ?? "");
  const signatures = list === null ? undefined : readOrNothing(archive, list, limits);
  if (list === null || signatures === undefined) return [];
  const stamps = childrenOf(signatures, "Signature")
    .slice(0, mostSignatures)
    .flatMap(({ attributes }) => {
      const part = resolvePart(archive, list, attributes["BaseLoc"] ?? "");
      const signature = part === null ? undefined : readOrNothing(archive, part, limits);
      const signed = signature && childOf(signature, "SignedInfo");
      return signed === undefined ? [] : childrenOf(signed, "StampAnnot").flatMap(stampOf);
    });
  return stamps.slice(0, mostStamps);
}

/** Of a seal across the edges of several pages, each page shows one part, which is cut out by `Clip`. */
function stampOf({ attributes }: OfdElement): Stamp | [] {
  const box = parsedBox(attributes["Boundary"]);
  if (box === undefined) return [];
  const [x, y, width, height] = parsedBox(attributes["Clip"]) ?? [0, 0, box[2], box[3]];
  return { page: attributes["PageRef"] ?? "", box: [box[0] + x, box[1] + y, width, height] };
}
