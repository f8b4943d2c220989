/** What to do about a finding, where many rules say the same. */
export const comparePlaces = {
  en: "Compare the cells it names with the document.",
  zh: "请将所涉单元格与原件核对。",
} as const;

export const compareText = {
  en: "Compare what it names with the document.",
  zh: "请与原件核对所涉内容。",
} as const;

export const correctNumber = {
  en: "Find the wrong figure and have it corrected; gongkai changes none.",
  zh: "请找出有误的数字并予更正；本工具不改动任何数值。",
} as const;

export const saveAgain = {
  en: "Open the file, save it again as .docx or PDF, and convert that.",
  zh: "请打开文件，另存为 .docx 或 PDF 后再转换。",
} as const;

export const anotherCopy = {
  en: "Get another copy of the file.",
  zh: "请重新获取该文件。",
} as const;

export const nothing = {
  en: "Nothing, as long as the figures are what you see in the document.",
  zh: "数值与原件所见一致时无需处理。",
} as const;

export const describeForm = {
  en: "If the office has a form of its own, describe it in a template; otherwise take the figures from the other tables.",
  zh: "如系自有表式，请用模板描述；否则可从其他表格中取用数值。",
} as const;
