/** Tables that differ from two-of-three agreement, and why ours is right. */
export const consensusDifferences: Readonly<Record<string, string>> = {
  "docling-docx--docx_rich_cells.docx 1":
    "the list's numbers 1. 2. 3. are in numbering.xml; the readers drop them",
  "docling-docx--docx_rich_cells.docx 2":
    "a nested table stands after its table here, not glued into the cell's text",
  "docling-docx--table_with_equations.docx 1":
    "the cells hold formulas; the readers drop them, here they are doubtful text",
  "docling-docx--tablecell.docx 2": "a one-cell frame around a table gives way to that table",
  "docx-merged-nested--docx4j__separator_missing.docx 1": "the readers drop the boxes of form fields",
  "docx-merged-nested--kreuzberg__tablecell.docx 2":
    "a one-cell frame around a table gives way to that table",
  "docx-merged-nested--unstructured__docx-tables.docx 2": "a nested table stands after its table",
  "unstructured-docx--docx-tables.docx 2": "a nested table stands after its table",
};

/** Tables that differ from mammoth's, and why ours is right. */
export const mammothDifferences: Readonly<Record<string, string>> = {
  "docling-docx--docx_checkboxes.docx 1": "mammoth drops the boxes ☒ and ☐ of checkbox controls",
  "docling-docx--docx_rich_cells.docx 1": "mammoth drops automatic numbers",
  "docling-docx--table_with_equations.docx 1": "mammoth drops formulas",
  "docling-docx--word_tables.docx 6": "mammoth ignores gridBefore: the row starts in column 2",
  "docling-docx--word_tables.docx 7": "mammoth ignores gridBefore: the row starts in column 2",
  "docx-merged-nested--docx4j__separator_missing.docx 1": "mammoth drops the boxes of form fields",
  "docx-merged-nested--node-word-extractor__test07.docx 2": "mammoth drops what drop-down fields show",
  "docx-merged-nested--node-word-extractor__test07.docx 3": "mammoth glues the note's mark [1] to the text",
  "docx-merged-nested--node-word-extractor__test07.docx 4": "mammoth drops what drop-down fields show",
  "docx-merged-nested--node-word-extractor__test07.docx 6": "mammoth drops automatic numbers",
  "docx-merged-nested--node-word-extractor__test07.docx 8": "mammoth drops the boxes of form fields",
  "docx-merged-nested--python-docx__tbl-props.docx 8": "mammoth ignores gridBefore",
  "docx-merged-nested--unstructured__tables-with-incomplete-rows.docx 5": "mammoth ignores gridBefore",
  "unstructured-docx--tables-with-incomplete-rows.docx 5": "mammoth ignores gridBefore",
  "unstructured-docx--grid_offset_error.docx 1":
    "the row between has no cell there: mammoth merges across the gap",
};
