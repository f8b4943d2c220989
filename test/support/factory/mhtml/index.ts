import type { FormBlock } from "../blocks.ts";
import { renderHtml } from "../html/index.ts";

export interface MhtmlOptions {
  readonly transfer?: "quoted-printable" | "base64" | "8bit";
  /** Charset of the page, stated in the part's header; the page itself names none. */
  readonly encoding?: "utf-8" | "gb18030";
  /** A row and words of other numbers in every table that its styles hide; of pages in UTF-8. */
  readonly unseen?: boolean;
}

/** A report's page saved as one file, with a picture beside it. */
export function renderMhtml(blocks: readonly FormBlock[], options: MhtmlOptions = {}): Uint8Array {
  const { transfer = "quoted-printable", encoding = "utf-8" } = options;
  const clean = renderHtml(blocks, { encoding, charset: null });
  const page = options.unseen ? withUnseen(clean) : clean;
  const charset = encoding === "utf-8" ? "utf-8" : "gb2312";
  const lines = [
    "From: <Saved by a browser>",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_Part_0001"',
    "",
    "------=_Part_0001",
    `Content-Type: text/html; charset="${charset}"`,
    `Content-Transfer-Encoding: ${transfer}`,
    "Content-Location: http://www.qingshi.example/report.html",
    "",
    transferred(page, transfer),
    "------=_Part_0001",
    "Content-Type: image/gif",
    "Content-Transfer-Encoding: base64",
    "Content-Location: http://www.qingshi.example/line.gif",
    "",
    "R0lGODlhAQABAAAAACw=",
    "------=_Part_0001--",
    "",
  ];
  return Uint8Array.from(lines.join("\r\n"), (character) => character.charCodeAt(0));
}

/** One character a byte. */
function transferred(bytes: Uint8Array, transfer: NonNullable<MhtmlOptions["transfer"]>): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte));
  if (transfer === "8bit") return text.join("");
  if (transfer === "base64") return btoa(text.join("")).replace(/.{76}/g, "$&\r\n");
  const encoded = text.map((character) =>
    character === "\n" || (character >= " " && character <= "~" && character !== "=")
      ? character
      : `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  let column = 0;
  return encoded
    .map((piece) => {
      const wraps = piece !== "\n" && column + piece.length > 73;
      column = piece === "\n" ? 0 : (wraps ? 0 : column) + piece.length;
      return `${wraps ? "=\r\n" : ""}${piece}`;
    })
    .join("");
}

function withUnseen(page: Uint8Array): Uint8Array {
  const hidden = '<tr style="display:none"><td>7</td></tr>';
  const text = new TextDecoder()
    .decode(page)
    .replaceAll("</tr>", `</tr>${hidden}`)
    .replaceAll("</td>", '<span style="font-size:0">7</span><span style="visibility:hidden">7</span></td>');
  return new TextEncoder().encode(text);
}
