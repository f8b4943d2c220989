import type { Limits } from "../../model/index.ts";
import { openCompoundFile } from "../compound/index.ts";
import { Refusal } from "../refusal.ts";

/** What an OLE compound file holds that no adapter reads: encrypted OOXML, or another program's binary format. */
export function compoundFileRefusal(bytes: Uint8Array, limits: Limits): Refusal {
  const names = openCompoundFile(bytes, limits).names.map((name) => name.toLowerCase());
  // MS-OFFCRYPTO 2.3: the package is a stream of its own; rights management uses DRMContent.
  if (names.some((name) => name === "encryptedpackage" || name.endsWith("drmcontent")))
    return new Refusal("encrypted", { format: "ooxml" });
  if (names.includes("workbook") || names.includes("book"))
    return new Refusal("unsupported", { format: "xls" });
  if (names.includes("powerpoint document")) return new Refusal("unsupported", { format: "ppt" });
  // Microsoft Works keeps its text in these.
  if (names.includes("contents") || names.includes("matost"))
    return new Refusal("unsupported", { format: "works" });
  return new Refusal("unsupported", { format: "ole" });
}
