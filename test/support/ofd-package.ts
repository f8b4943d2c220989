import { zipSync } from "fflate";

export interface OfdParts {
  /** What stands inside each page's Content, or whole pages where they begin with `<ofd:Page`. */
  readonly pages: readonly string[];
  /** Inside CommonData. */
  readonly common?: string;
  /** Inside Document. */
  readonly more?: string;
  /** Inside OFD.xml's DocBody. */
  readonly body?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

export const xmlns = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** An OFD package written by hand, for one trait at a time. Sheets are 100 by 100 mm. */
export function ofdPackage({ pages, common = "", more = "", body = "", files = {} }: OfdParts): Uint8Array {
  const listed = pages.map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/P${index}.xml"/>`);
  const parts: Record<string, string | Uint8Array> = {
    "OFD.xml": `<ofd:OFD ${xmlns} Version="1.0"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${body}</ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `<ofd:Document ${xmlns}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 100 100</ofd:PhysicalBox></ofd:PageArea>${common}</ofd:CommonData><ofd:Pages>${listed.join("")}</ofd:Pages>${more}</ofd:Document>`,
    ...Object.fromEntries(
      pages.map((page, index) => [
        `Doc_0/Pages/P${index}.xml`,
        page.startsWith("<ofd:Page")
          ? page
          : `<ofd:Page ${xmlns}><ofd:Content>${page}</ofd:Content></ofd:Page>`,
      ]),
    ),
    ...files,
  };
  const bytes = Object.entries(parts).map(
    ([name, part]) => [name, typeof part === "string" ? new TextEncoder().encode(part) : part] as const,
  );
  return zipSync(Object.fromEntries(bytes), { mtime: new Date(2020, 0, 2) });
}

/** Lines of a table of two columns and two rows, 10 to 90 mm across, 10 to 30 mm down. */
export const grid = [10, 20, 30]
  .map((y) => line(10, y, 90, y))
  .concat([10, 50, 90].map((x) => line(x, 10, x, 30)))
  .join("");

export function line(x0: number, y0: number, x1: number, y1: number, attributes = ""): string {
  return `<ofd:PathObject Boundary="0 0 100 100" LineWidth="0.25" ${attributes}><ofd:AbbreviatedData>M ${x0} ${y0} L ${x1} ${y1}</ofd:AbbreviatedData></ofd:PathObject>`;
}

/** A text object with its baseline at the box's lower part; digits half an em wide. */
export function words(text: string, x: number, y: number, attributes = "", inner = ""): string {
  const deltas = [...text].slice(0, -1).map((character) => (character > "\u2e80" ? 4 : 2));
  return `<ofd:TextObject Boundary="${x} ${y - 4} 40 5" Size="4" ${attributes}>${inner}<ofd:TextCode X="0" Y="4" DeltaX="${deltas.join(" ")}">${text}</ofd:TextCode></ofd:TextObject>`;
}
