/** What `gongkai review` writes and its pages read. */
export { packRow, unpackRow, type ReviewedArchive, type ArchiveRow } from "./archive.ts";
export { originalId, type Review } from "./document.ts";
