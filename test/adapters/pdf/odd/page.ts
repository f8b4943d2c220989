import { zlibSync } from "fflate";
import { pdfFile, stream } from "../tiny.ts";

/** One page with its resources, written by hand: what odd cells are drawn on. Objects 1 and 2 are the catalog and the pages. */
export interface OddPage {
  /** Adds an object and gives its number. */
  readonly add: (object: string) => number;
  /** Adds to the page's resources and gives the name: `resource("Font", 5)` is `/Font5`. */
  readonly resource: (kind: ResourceKind, object: number) => string;
  readonly annotate: (dictionary: string) => void;
  /** A field of the form is an annotation, too. */
  readonly field: (dictionary: string) => void;
  /** A layer that is off, or on; gives its object. */
  readonly layer: (on: boolean) => number;
  readonly bytes: (content: string, page?: string) => Uint8Array;
}

export type ResourceKind =
  "Font" | "XObject" | "ExtGState" | "Pattern" | "Shading" | "ColorSpace" | "Properties";

/** `deflated`: its contents carry a checksum, as those of most files do. */
export function oddPage(box: string, deflated: boolean): OddPage {
  const objects: string[] = ["", ""];
  const resources = new Map<ResourceKind, string[]>();
  const annotations: number[] = [];
  const fields: number[] = [];
  const layers: { object: number; on: boolean }[] = [];
  const add = (object: string) => objects.push(object);
  const annotate = (dictionary: string) => annotations.push(add(`<< /Type /Annot ${dictionary} >>`));
  return {
    add,
    annotate,
    field(dictionary) {
      annotate(`/Subtype /Widget ${dictionary}`);
      fields.push(objects.length);
    },
    resource(kind, object) {
      const name = `/${kind}${object}`;
      const known = resources.get(kind) ?? [];
      resources.set(kind, [...known, `${name} ${object} 0 R`]);
      return name;
    },
    layer(on) {
      layers.push({ object: add("<< /Type /OCG /Name (layer) >>"), on });
      return objects.length;
    },
    bytes(content, page = "") {
      const dictionaries = [...resources].map(([kind, list]) => `/${kind} << ${list.join(" ")} >>`);
      const contents = add(deflated ? stream("/Filter /FlateDecode", deflate(content)) : stream("", content));
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] ${page} /Contents ${contents} 0 R ` +
          `/Resources << ${dictionaries.join(" ")} >> /Annots [${references(annotations)}] >>`,
      );
      const off = layers.filter(({ on }) => !on).map(({ object }) => object);
      const all = layers.map(({ object }) => object);
      const optional = `/OCProperties << /OCGs [${references(all)}] /D << /OFF [${references(off)}] >> >>`;
      objects[0] =
        `<< /Type /Catalog /Pages 2 0 R ${all.length > 0 ? optional : ""} ` +
        `${fields.length > 0 ? `/AcroForm << /Fields [${references(fields)}] /DA (/Helv 10 Tf 0 g) /DR << /Font << /Helv << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> >>` : ""} >>`;
      objects[1] = `<< /Type /Pages /Kids [${objects.length} 0 R] /Count 1 >>`;
      return pdfFile("1.7", objects);
    },
  };
}

function deflate(content: string): string {
  return String.fromCharCode(...zlibSync(Uint8Array.from(content, (character) => character.charCodeAt(0))));
}

function references(numbers: readonly number[]): string {
  return numbers.map((number) => `${number} 0 R`).join(" ");
}
