import type { Limits, Source } from "../../model/index.ts";
import { elementsOf, readSmallPart } from "../package/small-part.ts";
import type { SmallElement } from "../package/small-part.ts";
import { openArchive } from "../package/zip.ts";
import type { Archive } from "../package/zip.ts";
import { Refusal, tooLarge } from "../refusal.ts";

/** Opens a package of OpenDocument. Throws a Refusal: `too-large`, `encrypted`, `damaged`. */
export function openOdfPackage(
  { bytes }: Source,
  limits: Limits,
  format: "odt" | "ods",
): { readonly archive: Archive; readonly content: string } {
  if (bytes.length > limits.maximumBytes) throw tooLarge("file", bytes.length, limits.maximumBytes);
  const archive = openArchive(bytes, limits);
  const manifest = archive.find("META-INF/manifest.xml");
  if (manifest !== null && isEncrypted(readSmallPart(archive, manifest, limits)))
    throw new Refusal("encrypted", { format });
  const content = archive.find("content.xml");
  if (content === null) throw new Refusal("damaged", { part: "content.xml", reason: "missing-part" });
  return { archive, content };
}

/** The entry of a part, or of the package itself, states how it is encrypted (ODF 1.3 part 2, 4.8). */
function isEncrypted(manifest: SmallElement): boolean {
  return elementsOf(manifest).some((entry) =>
    elementsOf(entry).some(({ name }) => name === "encryption-data"),
  );
}
