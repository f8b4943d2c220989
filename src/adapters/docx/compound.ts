import type { Limits } from "../../model/index.ts";
import { openCompoundFile } from "../compound/index.ts";
import { Refusal } from "../refusal.ts";

/**
 * The refusal of an OLE compound file that no adapter reads: it holds encrypted OOXML, or another program's binary
 * format.
 */
export function compoundFileRefusal(bytes: Uint8Array, limits: Limits): Refusal {
  const names = openCompoundFile(bytes, limits).names.map((name) => name.toLowerCase());
  // MS-OFFCRYPTO 2.3: the encrypted package is a stream of its own; rights management uses DRMContent.
  if (names.some((name) => name === "encryptedpackage" || name.endsWith("drmcontent")))
    return new Refusal("encrypted", { format: "ooxml" });
  if (names.includes("workbook") || names.includes("book"))
    return new Refusal("unsupported", { format: "xls" });
  if (names.includes("powerpoint document")) return new Refusal("unsupported", { format: "ppt" });
  // The streams in which Microsoft Works keeps its text.
  if (names.includes("contents") || names.includes("matost"))
    return new Refusal("unsupported", { format: "works" });
  return new Refusal("unsupported", { format: "ole" });
}
