import type { Format } from "../format.ts";
import { sniff } from "./sniff.ts";

export const htmlFormat: Format = {
  id: "html",
  description: "HTML and XHTML pages as saved from government sites, whole or in part, in any encoding",
  sniff,
};
