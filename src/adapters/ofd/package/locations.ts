import type { Archive } from "../../package/zip.ts";

/**
 * The stored name of the part a location means: from the root where it begins with `/`, else beside the part it stands in.
 * Writers mix up both, the slashes and the letter case.
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
