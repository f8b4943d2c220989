import { zipSync } from "fflate";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of an Office Open XML package by name, each with its declaration, as one file; the same bytes everywhere. */
export function packParts(parts: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder();
  const files = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [name, encoder.encode(declaration + xml)]),
  );
  // zip dates are local time without a zone: the parts, not an instant, keep the bytes the same everywhere.
  return zipSync(files, { level: 6, mtime: new Date(2020, 0, 2) });
}

/** A part of relationships, numbered rId1, rId2 … */
export function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const rows = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`;
}
