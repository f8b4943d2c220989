/** The bytes of a part that is kept beside the page, in an archive; null where it is not. */
export type PartFinder = (address: string) => Uint8Array | null;

/** What the file holds at an address: the bytes of a data URL, or of a part beside the page. */
export function bytesAt(address: string, find: PartFinder): Uint8Array | null {
  return /^data:/i.test(address) ? bytesOfDataUrl(address) : find(address);
}

/** The bytes of a base64 data URL (RFC 2397); empty for other data URLs, which never hold a picture or font of a page. */
function bytesOfDataUrl(address: string): Uint8Array {
  const comma = address.indexOf(",");
  if (comma < 0 || !/;\s{0,9}base64\s{0,9}$/i.test(address.slice(0, comma).slice(-30)))
    return new Uint8Array();
  try {
    const body = address.slice(comma + 1);
    return Uint8Array.from(atob(body.includes("%") ? decodeURIComponent(body) : body), (one) =>
      one.charCodeAt(0),
    );
  } catch {
    return new Uint8Array();
  }
}
