import type { Adapter, Source } from "../model/index.ts";
import { doc } from "./doc/index.ts";
import { docx, flatOpc, word2003Xml } from "./docx/index.ts";
import { html } from "./html/index.ts";
import { image } from "./image/index.ts";
import { mhtml } from "./mhtml/index.ts";
import { ofd } from "./ofd/index.ts";
import { fodt, odt } from "./odt/index.ts";
import { pdf } from "./pdf/index.ts";
import { rtf } from "./rtf/index.ts";
import { xls } from "./xls/index.ts";
import { xlsx } from "./xlsx/index.ts";
import { text } from "./text/index.ts";

/** Every format, in the order their content is asked for; text takes what no other claims. */
export const adapters: readonly Adapter[] = [
  pdf,
  ofd,
  image,
  doc,
  xls,
  xlsx,
  odt,
  docx,
  flatOpc,
  word2003Xml,
  fodt,
  rtf,
  mhtml,
  html,
  text,
];

/** The adapter whose format the content is, or null. */
export function detect(source: Source, among: readonly Adapter[] = adapters): Adapter | null {
  return among.find((adapter) => adapter.sniff(source)) ?? null;
}
