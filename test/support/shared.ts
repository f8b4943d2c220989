import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Real reports and other projects' test documents, read in place where they are present beside the checkout. */
export const shared = resolve(dirname(fileURLToPath(import.meta.url)), "../../../shared");
export const hasShared = existsSync(join(shared, "corpus"));
