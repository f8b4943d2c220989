/**
 * First bytes of formats that are not text and that no adapter reads; `at` is their offset where they do not stand at
 * the start of the file.
 */
const SIGNATURES: readonly { readonly format: string; readonly bytes: string; readonly at?: number }[] = [
  { format: "png", bytes: "\x89PNG" },
  { format: "jpeg", bytes: "\xff\xd8\xff" },
  { format: "gif", bytes: "GIF8" },
  { format: "tiff", bytes: "II*\0" },
  { format: "webp", bytes: "WEBP", at: 8 },
  { format: "gzip", bytes: "\x1f\x8b" },
  { format: "bzip2", bytes: "BZh" },
  { format: "zstd", bytes: "\x28\xb5\x2f\xfd" },
  { format: "xz", bytes: "\xfd7zXZ" },
  { format: "rar", bytes: "Rar!" },
  { format: "7z", bytes: "7z\xbc\xaf" },
  { format: "caj", bytes: "CAJ\0" },
  { format: "caj", bytes: "HN\0\0" },
  { format: "kdh", bytes: "KDH " },
  { format: "ceb", bytes: "Founder CEB" },
  { format: "chm", bytes: "ITSF" },
  { format: "djvu", bytes: "AT&TFORM" },
  { format: "tar", bytes: "ustar", at: 257 },
  { format: "cab", bytes: "MSCF" },
  { format: "lha", bytes: "-lh", at: 2 },
  { format: "postscript", bytes: "%!PS" },
  { format: "psd", bytes: "8BPS" },
  { format: "wordperfect", bytes: "\xffWPC" },
  { format: "word-2", bytes: "\xdb\xa5\x2d\0" },
  // The BOF record of Excel 2, 3 and 4, whose workbooks are not compound files (MS-XLS 2.4.21).
  { format: "excel-4", bytes: "\x09\0\x04\0" },
  { format: "excel-4", bytes: "\x09\x02\x06\0" },
  { format: "excel-4", bytes: "\x09\x04\x06\0" },
  { format: "sylk", bytes: "ID;P" },
  { format: "dif", bytes: "TABLE\r\n0,1\r\n" },
  { format: "dif", bytes: "TABLE\n0,1\n" },
  { format: "heic", bytes: "ftyphei", at: 4 },
  { format: "heic", bytes: "ftypmif1", at: 4 },
  { format: "mp4", bytes: "ftyp", at: 4 },
  { format: "webm", bytes: "\x1aE\xdf\xa3" },
  { format: "avi", bytes: "AVI ", at: 8 },
  { format: "wav", bytes: "WAVE", at: 8 },
  { format: "works", bytes: "\x01\xfe" },
  { format: "write", bytes: "\x31\xbe\0\0" },
];

/** The format that the first bytes of a file show; undefined where they show none. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, longest));
  return SIGNATURES.find(({ bytes: signature, at = 0 }) => head.startsWith(signature, at))?.format;
}

const longest = Math.max(...SIGNATURES.map(({ bytes, at = 0 }) => at + bytes.length));

/** The kind of XML, read by no adapter, that a text is: `uof` (GB/T 20916) or `xml`; undefined for all other text. */
export function foreignXml(text: string): string | undefined {
  const start = text.slice(0, 4096);
  if (!/^\ufeff?\s{0,200}<\?xml\s/.test(start)) return undefined;
  return /schemas\.uof\.org|<(?:uof:)?UOF[\s>]/.test(start) ? "uof" : "xml";
}
