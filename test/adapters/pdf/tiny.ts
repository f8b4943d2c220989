/** A PDF of a few hundred bytes, written by hand: Helvetica as /F1, a black square as /Im, everything uncompressed. */
export function tinyPdf(
  contents: readonly string[],
  page = "/MediaBox [0 0 300 200]",
  extra: readonly string[] = [],
): Uint8Array {
  const objects: string[] = ["<< /Type /Catalog /Pages 2 0 R >>", ""];
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  objects.push(
    stream(
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
      "\0",
    ),
  );
  // Objects 5, 6 …
  objects.push(...extra);
  const kids: string[] = [];
  for (const content of contents) {
    objects.push(stream("", content));
    objects.push(
      `<< /Type /Page /Parent 2 0 R ${page} /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /Im 4 0 R /Fm 5 0 R >> >> >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`;
  return pdfFile("1.4", objects);
}

/** A file of these objects, numbered from 1, the first its catalog. */
export function pdfFile(version: string, objects: readonly string[]): Uint8Array {
  let file = `%PDF-${version}\n`;
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

export function stream(dictionary: string, data: string): string {
  return `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

/** Text at a point, 10 points high. */
export function text(x: number, y: number, words: string, before = ""): string {
  return `BT ${before} /F1 10 Tf 1 0 0 1 ${x} ${y} Tm (${words}) Tj ET\n`;
}

/** Words of one row, each at the start of its column; an empty one is not printed. */
export function row(xs: readonly number[], y: number, ...words: readonly string[]): string {
  return words.map((word, index) => (word === "" ? "" : text(xs[index]!, y, word))).join("");
}

/** Lines of a grid, stroked. */
export function grid(xs: readonly number[], ys: readonly number[]): string {
  const lines = [
    ...xs.map((x) => `${x} ${ys[0]} m ${x} ${ys.at(-1)} l S`),
    ...ys.map((y) => `${xs[0]} ${y} m ${xs.at(-1)} ${y} l S`),
  ];
  return `${lines.join("\n")}\n`;
}
