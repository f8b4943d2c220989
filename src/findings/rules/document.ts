import { defineRules } from "../entry.ts";
import { anotherCopy, comparePlaces, nothing, saveAgain } from "./advice.ts";

/** Findings about what became of a file. */
export const documentRules = defineRules({
  empty: {
    severity: "error",

    en: "The file is empty. Get another copy of it, or save the document again as .docx or PDF.",
    zh: "文件为空。请重新获取该文件，或将文档另存为 .docx 或 PDF 后再转换。",
    about: { en: "Empty file", zh: "空文件" },
    means: { en: "There is nothing to read.", zh: "没有可读取的内容。" },
    todo: anotherCopy,
  },
  unsupported: {
    severity: "error",
    args: { format: "text" },
    en: "This is no format gongkai reads ({format}). Save the document as .docx or PDF, or unpack the archive, and convert that.",
    zh: "不支持的文件格式（{format}）。请将文件另存为 .docx 或 PDF（压缩包请先解压）后再转换。",
    about: { en: "Format not supported", zh: "不支持的格式" },
    means: { en: "No reader knows the format; the record is null.", zh: "无法识别该格式，记录为空。" },
    todo: saveAgain,
  },
  "not-a-report": {
    severity: "error",

    en: "No annual disclosure report was found in this document. See whether it is the right file; for a form of your own, give a template.",
    zh: "文件中未找到政府信息公开工作年度报告。请确认文件是否正确；自有表式请指定模板。",
    about: { en: "No report in the document", zh: "文件中没有年度报告" },
    means: {
      en: "Neither a title nor a table nor chapters of a report were recognised; the record is null.",
      zh: "未识别出报告的标题、表格或章节，记录为空。",
    },
    todo: {
      en: "See whether this is the right file; a form of your own needs a template.",
      zh: "请确认文件无误；自有表式需要模板。",
    },
  },
  encrypted: {
    severity: "error",
    args: { format: "text?" },
    en: "The file is password-protected. Save it without a password, or as .docx or PDF.",
    zh: "文件已加密，需要密码。请取消密码，或另存为 .docx 或 PDF。",
    about: { en: "Password-protected file", zh: "加密文件" },
    means: { en: "Its content cannot be seen without the password.", zh: "没有密码无法读取内容。" },
    todo: { en: "Save it without a password.", zh: "请去除密码后另存。" },
  },
  truncated: {
    severity: "error",
    args: { format: "text?", part: "text?" },
    en: "The file is incomplete: its end is missing. Get it again, or open it and save it as .docx or PDF.",
    zh: "文件不完整：末尾缺失。请重新获取，或将其打开后另存为 .docx 或 PDF。",
    about: { en: "File cut short", zh: "文件被截断" },
    means: {
      en: "The end is missing, as after a download that broke off; the record is null.",
      zh: "文件末尾缺失（如下载中断），记录为空。",
    },
    todo: anotherCopy,
  },
  damaged: {
    severity: "error",
    args: { reason: "text", part: "text?" },
    en: "The file is damaged ({reason}). Get it again, or open it and save it as .docx or PDF.",
    zh: "文件已损坏（{reason}）。请重新获取，或将其打开后另存为 .docx 或 PDF。",
    about: { en: "Damaged file", zh: "文件损坏" },
    means: {
      en: "Its structure cannot be followed; the record is null.",
      zh: "文件结构无法解析，记录为空。",
    },
    todo: anotherCopy,
  },
  "too-large": {
    severity: "error",
    args: { what: "text", limit: "number", size: "number?" },
    en: "The document is over a limit: {what} may be {limit} at the most. Split it or save it again as .docx or PDF, or raise the limit if you trust it.",
    zh: "文件超出限制：{what} 上限为 {limit}。请拆分文件，或另存为 .docx 或 PDF；如文件可信，也可调高上限。",
    about: { en: "Over a size limit", zh: "超出大小限制" },
    means: {
      en: "Reading was stopped so that no document can stop an archive.",
      zh: "为避免单个文件影响整批处理，已停止读取。",
    },
    todo: { en: "Raise the limit if the document is trustworthy.", zh: "如文件可信，可调高上限。" },
  },
  timeout: {
    severity: "error",
    args: { limit: "number" },
    en: "The document took longer than {limit} ms; nothing of it was kept.",
    zh: "处理超过 {limit} 毫秒，未保留任何结果。",
    about: { en: "Took too long", zh: "处理超时" },
    means: {
      en: "It was given up so that no document can stop an archive.",
      zh: "为避免单个文件影响整批处理，已放弃。",
    },
    todo: { en: "Run it again with more time.", zh: "请放宽时限后重试。" },
  },
  "needs-ocr": {
    severity: "error",
    args: { reason: "text?" },
    en: "This page is a picture ({reason}; {place}). gongkai-ocr reads scans of 130 pixels an inch and more: install it, or ask for a finer scan or the document itself.",
    zh: "此页为图片（{reason}；{place}）。gongkai-ocr 可读取 130 dpi 及以上的扫描件：请安装后重试，或索取更清晰的扫描件或原始文件。",
    about: { en: "Scanned page", zh: "扫描页" },
    means: {
      en: "The page is a picture, or its text layer is not what it shows; figures on it are not in the record.",
      zh: "该页为图片或文字层不可信，其数值不在记录中。",
    },
    todo: {
      en: "Get the document as text or as a finer scan, or install gongkai-ocr, and convert it again.",
      zh: "请获取文字版或更清晰的扫描件，或安装 gongkai-ocr，再重新转换。",
    },
  },
  "pictures-elsewhere": {
    severity: "error",
    args: { pictures: "number" },
    en: "The report seems to stand in {pictures} pictures that are not in this file: it only links to them. Save the pictures and convert them, or ask for the document itself.",
    zh: "报告内容似乎在 {pictures} 张图片中，而文件只有图片链接，不含图片本身。请下载这些图片后转换，或索取原始文件。",
    about: { en: "Report in pictures outside the file", zh: "报告为文件外的图片" },
    means: {
      en: "Beside links to pictures there is hardly more than a title; figures in the pictures are not in the record.",
      zh: "除图片链接外几乎只有标题，图片中的数值不在记录中。",
    },
    todo: {
      en: "Save the pictures; given together in order they are read as one report.",
      zh: "请保存这些图片，按顺序一并转换即可作为一份报告读取。",
    },
  },
  "page-turned": {
    severity: "notice",
    args: { degrees: "number" },
    en: "This page lies on its side or on its head; it was read turned clockwise by {degrees} degrees ({place}).",
    zh: "此页方向不正，已顺时针旋转 {degrees} 度后识别（{place}）。",
    about: { en: "Scanned page turned", zh: "扫描页已转正" },
    means: {
      en: "Its words showed how it stands; the places of its cells are those on the page as it lies.",
      zh: "方向由页中文字判断；单元格位置仍按原页面给出。",
    },
    todo: nothing,
  },
  "page-recognized": {
    severity: "notice",
    en: "This page is a scan: its numbers were recognized, and taken where the ink agrees ({place}).",
    zh: "此页为扫描件：数字由识别得出，仅在与墨迹相符时采用（{place}）。",
    about: { en: "Scanned page read", zh: "扫描页已识别" },
    means: {
      en: "Its cells have the status recognized, with a probability each; what was not clear is empty and flagged.",
      zh: "其单元格状态为“扫描识别”，并附可信度；不清晰处留空并有提示。",
    },
    todo: comparePlaces,
  },
  "adapter-failure": {
    severity: "error",
    args: { reason: "text" },
    en: "The file could not be read: {reason}",
    zh: "文件无法读取：{reason}",
    about: { en: "The reader gave up", zh: "读取失败" },
    means: {
      en: "The program that reads this format failed unexpectedly; the record is null.",
      zh: "读取程序异常中止，记录为空。",
    },
    todo: { en: "Report it, with a reduced file if you can.", zh: "请反馈，最好附精简后的文件。" },
  },
  "undecodable-text": {
    severity: "warning",
    args: { count: "number", encoding: "text" },
    en: "Characters could not be decoded as {encoding} ({count}).",
    zh: "有 {count} 个字符无法按 {encoding} 解码。",
    about: { en: "Bytes that are no text", zh: "无法解码的字节" },
    means: {
      en: "Some bytes are no text in the encoding found; words or digits may be missing.",
      zh: "部分字节无法解码，文字或数字可能缺失。",
    },
    todo: comparePlaces,
  },
  "charset-mismatch": {
    severity: "notice",
    args: { declared: "text", encoding: "text" },
    en: "The document declares {declared}, its bytes are {encoding}.",
    zh: "文件声明编码为 {declared}，实际为 {encoding}。",
    about: { en: "Wrong charset declared", zh: "声明的编码有误" },
    means: {
      en: "The encoding was found from the bytes, not from what the page says.",
      zh: "已按字节而非声明识别编码。",
    },
    todo: nothing,
  },
});
