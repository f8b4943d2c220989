import { indexedColours } from "./picture.ts";
import { TAG, type TiffFields } from "./tiff-fields.ts";

/**
 * The entries of an image dictionary for a strip of so many rows: a PDF has a filter for each coding of TIFF 6.0. Null
 * where it has none, such as for tiles, planes, alpha and samples of 16 bits, whose bytes may stand the other way round.
 */
export function stripCoding(fields: TiffFields, width: number): ((rows: number) => string) | null {
  const { first, all } = fields;
  const [samples, photometric] = [first(TAG.samples, 1), first(TAG.photometric)];
  const [bits = 1, ...others] = all(TAG.bits);
  const colour = colourOf(fields, bits);
  const alike = others.every((one) => one === bits) && first(TAG.planes, 1) === 1;
  if (colour === null || colour.samples !== samples || !alike || ![1, 2, 4, 8].includes(bits)) return null;
  const depth = `/ColorSpace ${colour.space} /BitsPerComponent ${bits}`;
  const fax = faxOf(fields);
  if (fax !== null)
    return samples === 1 && bits === 1
      ? (rows) =>
          `${depth} /Filter /CCITTFaxDecode /DecodeParms << ${fax} /Columns ${width} /Rows ${rows} /BlackIs1 ${photometric === 1} >>`
      : null;
  const filter = filterOf(fields, samples, bits, width);
  const decode = photometric === 0 ? "/Decode [1 0]" : "";
  return filter === null ? null : () => `${depth} ${decode} ${filter}`;
}

const YCBCR = 6;
const JPEG = 7;

/** The colour space that PhotometricInterpretation names, and its samples a pixel; null for one that is not read. */
function colourOf(
  { first, all }: TiffFields,
  bits: number,
): { readonly space: string; readonly samples: number } | null {
  const photometric = first(TAG.photometric);
  if (photometric <= 1) return { space: "/DeviceGray", samples: 1 };
  if (photometric === 2) return { space: "/DeviceRGB", samples: 3 };
  if (photometric === 5) return { space: "/DeviceCMYK", samples: 4 };
  if (photometric === YCBCR && first(TAG.compression) === JPEG) return { space: "/DeviceRGB", samples: 3 };
  const colours = all(TAG.colours);
  const count = 2 ** bits;
  if (photometric !== 3 || bits > 8 || colours.length !== 3 * count) return null;
  // Reds, greens and blues stand one after another, in 16 bits each.
  const palette = Uint8Array.from(
    { length: 3 * count },
    (_, at) => colours[(at % 3) * count + Math.floor(at / 3)]! >> 8,
  );
  return { space: indexedColours(palette), samples: 1 };
}

/** Parameters of CCITTFaxDecode (TIFF 6.0, sections 10 and 11); null where the page is no fax. */
function faxOf({ first }: TiffFields): string | null {
  const options = first(TAG.faxOptions);
  switch (first(TAG.compression)) {
    case 2:
      return "/K 0 /EncodedByteAlign true";
    case 3:
      return `/K ${options & 1} /EncodedByteAlign ${(options & 4) !== 0}`;
    case 4:
      return "/K -1";
    default:
      return null;
  }
}

function filterOf({ first }: TiffFields, samples: number, bits: number, width: number): string | null {
  const predictor = first(TAG.predictor, 1);
  const parameters =
    predictor === 1
      ? ""
      : `/DecodeParms << /Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width} >>`;
  switch (first(TAG.compression, 1)) {
    case 1:
      return "";
    case 5:
      return predictor > 2 ? null : `/Filter /LZWDecode ${parameters}`;
    case JPEG:
      return `/Filter /DCTDecode /DecodeParms << /ColorTransform ${Number(first(TAG.photometric) === YCBCR)} >>`;
    case 8:
    case 32_946:
      return predictor > 2 ? null : `/Filter /FlateDecode ${parameters}`;
    case 32_773:
      return "/Filter /RunLengthDecode";
    default:
      return null;
  }
}

/** Bytes whose lowest bit comes first, as some fax machines write them, the usual way round. */
export function reversedBits(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => {
    let turned = 0;
    for (let bit = 0; bit < 8; bit++) turned |= ((byte >> bit) & 1) << (7 - bit);
    return turned;
  });
}
