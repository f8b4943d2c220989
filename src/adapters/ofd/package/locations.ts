import type { Archive } from "../../package/zip.ts";

/**
 * The stored name of the part that a location refers to. It is looked for beside the part that states the location,
 * unless it begins with `/`, and then from the root, ignoring letter case and with either slash, because writers
 * confuse these.
 */
export function resolvePart(archive: Archive, from: string, location: string): string | null {
  const plain = location.trim().replaceAll("\\", "/");
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  const beside = plain.startsWith("/") ? null : archive.find(normalized(folder + plain));
  return beside ?? archive.find(normalized(plain));
}

function normalized(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
