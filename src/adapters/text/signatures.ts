/** First bytes of formats that are not text and that no adapter reads; `at` where they do not stand first. */
const SIGNATURES: readonly { readonly format: string; readonly bytes: string; readonly at?: number }[] = [
  { format: "png", bytes: "\x89PNG" },
  { format: "jpeg", bytes: "\xff\xd8\xff" },
  { format: "gif", bytes: "GIF8" },
  { format: "tiff", bytes: "II*\0" },
  { format: "webp", bytes: "WEBP", at: 8 },
  { format: "gzip", bytes: "\x1f\x8b" },
  { format: "bzip2", bytes: "BZh" },
  { format: "xz", bytes: "\xfd7zXZ" },
  { format: "rar", bytes: "Rar!" },
  { format: "7z", bytes: "7z\xbc\xaf" },
  { format: "caj", bytes: "CAJ\0" },
  { format: "caj", bytes: "HN\0\0" },
  { format: "kdh", bytes: "KDH " },
  { format: "ceb", bytes: "Founder CEB" },
  { format: "chm", bytes: "ITSF" },
  { format: "djvu", bytes: "AT&TFORM" },
  { format: "mp4", bytes: "ftyp", at: 4 },
  { format: "webm", bytes: "\x1aE\xdf\xa3" },
  { format: "avi", bytes: "AVI ", at: 8 },
  { format: "wav", bytes: "WAVE", at: 8 },
  { format: "works", bytes: "\x01\xfe" },
  { format: "write", bytes: "\x31\xbe\0\0" },
];

/** What the first bytes say a file is; undefined where they say nothing. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 32));
  return SIGNATURES.find(({ bytes: signature, at = 0 }) => head.startsWith(signature, at))?.format;
}
