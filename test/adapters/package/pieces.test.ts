import { describe, expect, it } from "vitest";
import { xmlReader } from "../../../src/adapters/package/xml.ts";
import { defaultLimits } from "../../../src/limits.ts";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const xml = `<w:a xmlns:w="${W}"><w:b/><z:c xmlns:z="${W}" title="&gt;"><z:d/></z:c><w:e xmlns:z="urn:other"><z:f/></w:e><g xmlns="${W}"/></w:a>`;

/** The names of the elements in text that comes in pieces of this many bytes. */
function namesIn(size: number): string {
  const names: string[] = [];
  const handler = { open: (name: string) => void names.push(name), close: () => undefined };
  const reader = xmlReader("part.xml", handler, defaultLimits);
  const bytes = new TextEncoder().encode(xml);
  for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size));
  reader.end();
  return names.join(" ");
}

describe("namespaces that are declared anywhere", () => {
  it.each([1, 2, 3, 7, 50, 1000])("are known in text that comes in pieces of %d bytes", (size) => {
    expect(namesIn(size)).toBe("w:a w:b w:c w:d w:e w:g");
  });
});
