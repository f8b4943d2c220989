import { defineRules } from "../entry.ts";
import { nothing } from "./advice.ts";

/** Findings about OFD packages. */
export const ofdRules = defineRules({
  "signature-not-checked": {
    severity: "notice",

    en: "The document is signed; the signature and its seal were not checked.",
    zh: "文件含电子签章，签章未予验证。",
    about: { en: "Signature not checked", zh: "电子签章未验证" },
    means: {
      en: "What the pages show was read; whether they were changed after signing is not known.",
      zh: "已读取版面内容，但未核实签章后是否被改动。",
    },
    todo: { en: "Open the file in an OFD reader to check the seal.", zh: "如需核实，请用 OFD 阅读器验章。" },
  },
  "several-documents": {
    severity: "notice",
    args: { count: "number" },
    en: "The file holds {count} documents; they were read one after another.",
    zh: "文件内含 {count} 个文档，已依次读取。",
    about: { en: "Several documents in one file", zh: "一个文件含多个文档" },
    means: { en: "The pages of all of them make one record.", zh: "各文档的页面合为一份记录。" },
    todo: nothing,
  },
});
