/** Elements whose text is not part of the body. */
export const skipped: ReadonlySet<string> = new Set(
  (
    "office:master-styles office:scripts office:settings office:meta office:forms " +
    "office:binary-data text:number text:note-citation text:script text:sequence-decls text:variable-decls " +
    "text:dde-connection-decls text:format-change text:table-of-content-source " +
    "text:alphabetical-index-source text:illustration-index-source text:table-index-source text:user-index-source " +
    "text:object-index-source text:bibliography-source table:shapes table:desc table:title svg:desc svg:title draw:glue-point"
  ).split(" "),
);
/** Drawn shapes, which may hold text. */
export const shapes: ReadonlySet<string> = new Set(
  "custom-shape rect circle ellipse line polyline polygon path connector regular-polygon measure caption"
    .split(" ")
    .map((name) => `draw:${name}`),
);

/** Bodies of documents that are not text documents, and the parts that hold styles. */
export const otherBodies: ReadonlySet<string> = new Set(
  ["spreadsheet", "presentation", "drawing", "chart", "image", "database"].map((name) => `office:${name}`),
);
export const styleParts: ReadonlySet<string> = new Set([
  "office:automatic-styles",
  "office:styles",
  "office:font-face-decls",
]);
