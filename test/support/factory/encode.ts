export interface EncodeOptions {
  readonly encoding?: Encoding;
  readonly newline?: "\n" | "\r\n";
}

export type Encoding = "utf-8" | "utf-8-bom" | "gb18030" | "utf-16le" | "utf-16be";
export const encodings: readonly Encoding[] = ["utf-8", "utf-8-bom", "gb18030", "utf-16le", "utf-16be"];

/** UTF-16 comes with a byte order mark. */
export function encode(text: string, { encoding = "utf-8", newline = "\n" }: EncodeOptions = {}): Uint8Array {
  const lines = newline === "\n" ? text : text.replaceAll("\n", newline);
  switch (encoding) {
    case "utf-8":
      return new TextEncoder().encode(lines);
    case "utf-8-bom":
      return new TextEncoder().encode(`\ufeff${lines}`);
    case "gb18030":
      return encodeGb18030(lines);
    default:
      return encodeUtf16(`\ufeff${lines}`, encoding === "utf-16le");
  }
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
}

function encodeGb18030(text: string): Uint8Array {
  gbCodes ??= invertDecoder();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) bytes.push(point);
    // Beyond the BMP the four-byte codes run in order from 0x90308130 (GB 18030-2005, 5.2).
    else if (point >= 0x10000) bytes.push(...fourBytes(point - 0x10000 + 189_000));
    else bytes.push(...(gbCodes.get(character) ?? fail(character)));
  }
  return Uint8Array.from(bytes);
}

let gbCodes: Map<string, readonly number[]> | undefined;

/** No runtime ships a GB 18030 encoder, all ship the decoder: decode every code once and turn the table round. */
function invertDecoder(): Map<string, readonly number[]> {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder("gb18030");
  const add = (code: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(code));
    if ([...character].length === 1 && character !== "\ufffd" && !codes.has(character))
      codes.set(character, code);
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add([lead, trail]);
  }
  for (let linear = 0; linear < 39_420; linear += 1) add(fourBytes(linear));
  return codes;
}

function fourBytes(linear: number): number[] {
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1_260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
}

function fail(character: string): never {
  throw new RangeError(`${JSON.stringify(character)} has no GB 18030 code`);
}
