/**
 * Marks up the lines of a text that holds HTML tables: a Markdown heading becomes a heading, and any other line without
 * a tag becomes a paragraph. Lines keep their numbers; those inside a table or with a tag of their own are left as they
 * are.
 */
export function markUpLines(text: string): string {
  let depth = 0;
  return text
    .split("\n")
    .map((line) => {
      const isInside = depth > 0;
      depth = Math.max(0, depth + count(line, /<table\b/gi) - count(line, /<\/table\b/gi));
      if (isInside || /[<>]/.test(line) || line.trim() === "") return line;
      const [, marks, title] = /^ {0,3}(#{1,6})[ \t](.*)$/.exec(line) ?? [];
      return marks === undefined ? `<p>${line}</p>` : `<h${marks.length}>${title!}</h${marks.length}>`;
    })
    .join("\n");
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0;
}
