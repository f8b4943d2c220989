import type { Severity } from "./model/index.ts";

export interface Words {
  readonly severity: Severity;
  readonly en: string;
  readonly zh: string;
  /** What the rule is, for lists. */
  readonly about: { readonly en: string; readonly zh: string };
}

/**
 * All sentences of all findings, in both languages. `{cell}` and `{cells}` are printed labels, `{place}` the place in the
 * source, `{sum}` the rule in the form's own labels, `{expected}` and `{actual}` both sides; other names are the rule's `args`.
 */
export const WORDS: Readonly<Record<string, Words>> = {
  // The document
  empty: words("error", "The file is empty.", "文件为空。", "Empty file", "空文件"),
  unsupported: words("error", "This is no format gongkai reads ({format}).", "不支持的文件格式（{format}）。", "Format not supported", "不支持的格式"),
  "not-a-report": words("error", "No annual disclosure report was found in this document.", "文件中未找到政府信息公开工作年度报告。", "No report in the document", "文件中没有年度报告"),
  encrypted: words("error", "The file is password-protected.", "文件已加密，需要密码。", "Password-protected file", "加密文件"),
  truncated: words("error", "The file is incomplete: its end is missing.", "文件不完整：末尾缺失。", "File cut short", "文件被截断"),
  damaged: words("error", "The file is damaged ({reason}).", "文件已损坏（{reason}）。", "Damaged file", "文件损坏"),
  "too-large": words("error", "The document is over a limit: {what} may be {limit} at the most.", "文件超出限制：{what} 上限为 {limit}。", "Over a size limit", "超出大小限制"),
  "needs-ocr": words("error", "The text of this page can only be read by OCR ({place}).", "此页文字须经 OCR 才能读取（{place}）。", "Scanned page", "扫描页"),
  "adapter-failure": words("error", "The file could not be read: {reason}", "文件无法读取：{reason}", "The reader gave up", "读取失败"),
  "undecodable-text": words("warning", "{count} characters could not be decoded as {encoding}.", "有 {count} 个字符无法按 {encoding} 解码。", "Bytes that are no text", "无法解码的字节"),
  "charset-mismatch": words("notice", "The document declares {declared}, its bytes are {encoding}.", "文件声明编码为 {declared}，实际为 {encoding}。", "Wrong charset declared", "声明的编码有误"),
  "hidden-content": words("notice", "Hidden text was not read ({count} parts).", "有 {count} 处隐藏文字未予读取。", "Hidden text left out", "隐藏内容未读"),
  "tracked-changes": words("notice", "The document has tracked changes: {insertions} insertions were read, {deletions} deletions were not.", "文档含修订：读取插入 {insertions} 处，忽略删除 {deletions} 处。", "Tracked changes", "修订痕迹"),
  "merged-cell-text": words("notice", "Text in a covered part of a merged cell was added to it ({place}).", "被合并单元格中的文字已并入（{place}）。", "Text under a merge", "合并区内文字"),
  "pictures-not-read": words("notice", "{pictures} pictures or charts were not read.", "有 {pictures} 张图片或图表未读取。", "Pictures not read", "图片未读"),
  "embedded-objects-not-read": words("warning", "{objects} embedded objects, such as spreadsheets, were not read.", "有 {objects} 个嵌入对象（如表格）未读取。", "Embedded objects not read", "嵌入对象未读"),
  "imported-documents-not-read": words("warning", "{documents} imported documents were not read.", "有 {documents} 个插入的文档未读取。", "Imported documents not read", "插入文档未读"),
  "span-clamped": words("warning", "A cell claims an impossible width; it was cut to the table ({place}).", "单元格跨列数异常，已按表宽截断（{place}）。", "Impossible span", "跨列数异常"),
  "broken-field": words("warning", "{fields} fields never end; text inside them may be missing.", "有 {fields} 个域未正常结束，其中文字可能缺失。", "Field without end", "域未结束"),
  "missing-part": words("warning", "The part {part} is missing from the file.", "文件缺少部件 {part}。", "Part missing", "缺少部件"),
  "struck-text": words("notice", "Struck-out text was left out in {count} places.", "有 {count} 处带删除线的文字未予读取。", "Struck-out text left out", "删除线文字未读"),
  "overlapping-cells": words("warning", "Merged cells overlap in {count} rows; the later ones were cut.", "有 {count} 行的合并单元格相互重叠，后者已被截短。", "Merged cells overlap", "合并单元格重叠"),
  "short-row": words("warning", "{count} rows lack cells; their values may stand in the wrong columns.", "有 {count} 行缺少单元格，数值可能错列。", "Row lacks cells", "行缺单元格"),
  "misplaced-table-text": words("warning", "Text stands between the cells of a table; a cell may be missing and values shifted.", "表格单元格之间有游离文字，可能缺失单元格导致数值错位。", "Text between cells", "单元格间有游离文字"),
  "pdf-page-unreadable": words("error", "This page could not be opened ({place}).", "此页无法打开（{place}）。", "Page not readable", "页面无法打开"),
  "pdf-page-too-large": words("error", "This page holds more than can be read; part of it is missing ({place}).", "此页内容超出上限，仅读取了一部分（{place}）。", "Page over a limit", "页面超出上限"),
  "pdf-rebuilt": words("warning", "The file's index was rebuilt; parts may be missing.", "文件索引已重建，内容可能不全。", "Index rebuilt", "索引已重建"),
  "pdf-stream-damaged": words("error", "The text of this page fails its checksum; its values must not be used ({place}).", "此页文字数据校验不符，数值不可采用（{place}）。", "Text fails its checksum", "文字数据校验不符"),
  "pdf-objects-damaged": words("warning", "Objects or fonts this page needs are damaged or missing ({place}).", "此页所需的对象或字体损坏或缺失（{place}）。", "Damaged objects", "对象损坏"),
  "pdf-digits-differ": words("warning", "Two PDF engines read different digits on this page ({place}).", "两种解析引擎在此页读到的数字不同（{place}）。", "Engines disagree", "引擎读数不一致"),
  "pdf-second-reading-failed": words("warning", "The file is doubtful and the second engine could not read it.", "文件存疑，且第二引擎无法读取以供核对。", "No second reading", "无法二次读取"),
  "pdf-table-unruled": words("warning", "This table has no ruling lines; cells were placed by alignment ({place}).", "此表无框线，单元格按对齐方式推断（{place}）。", "Table without lines", "表格无框线"),

  // Tables and rows
  "no-tables": words("error", "None of the statutory tables was found.", "未找到任何法定表格。", "No statutory table", "没有法定表格"),
  "table-missing": words("error", "Table “{title}” was not found; all its cells are null.", "未找到“{title}”表，其各格均为空值。", "Table not found", "缺少表格"),
  "unknown-table": words("warning", "The table “{title}” belongs to no known form; its {rows} rows are kept as printed ({place}).", "表格“{title}”不属于任何已知表式，其 {rows} 行按原样保留（{place}）。", "Table of no known form", "未知表式的表格"),
  "extra-row": words("warning", "Row “{label}” of “{title}” is none of the form's; it is kept as printed ({place}).", "“{title}”中的“{label}”一行不属于该表式，已按原样保留（{place}）。", "Row that the form does not have", "表式以外的行"),
  "extra-column": words("warning", "Column “{label}” of “{title}” is none of the form's; its {rows} values are kept as printed ({place}).", "“{title}”中的“{label}”一列不属于该表式，其 {rows} 个数值已按原样保留（{place}）。", "Column that the form does not have", "表式以外的列"),
  "row-missing": words("error", "Row “{label}” was not found.", "未找到“{label}”一行。", "Row not found", "缺少行"),
  "label-fuzzy": words("notice", "“{printed}” was read as “{label}” ({place}).", "“{printed}”按“{label}”读取（{place}）。", "Damaged label", "标签有误"),
  "header-missing": words("warning", "The column headings of {rows} rows of “{cell}” could not be read; their values were taken in the form's order.", "“{cell}”中有 {rows} 行的列标题无法辨认，其数值按表式顺序读取。", "Column headings not readable", "列标题无法辨认"),
  "header-order": words("warning", "The column headings above {rows} rows of “{cell}” stand in another order than the form's, and no cell borders tell which value is under which; the values were taken in the form's order.", "“{cell}”中有 {rows} 行的列标题顺序与表式不同，又无单元格界限可循，其数值按表式顺序读取，可能错列。", "Column headings in another order", "列标题顺序不同"),
  "columns-reordered": words("warning", "The columns of “{label}” stand in another order than the form's; they were read by their headings.", "“{label}”各列的顺序与表式不同，已按列标题读取。", "Columns in another order", "列顺序不同"),
  "cell-count": words("error", "Row “{label}” has {actual} values for {expected} columns; which is which cannot be told ({place}).", "“{label}”一行有 {actual} 个数值，应有 {expected} 列，无法对应（{place}）。", "Values do not match the columns", "数值与列数不符"),
  "row-ambiguous": words("warning", "The form has several rows “{label}”; which of them this one is cannot be told for certain ({place}).", "表式中有多个“{label}”行，无法确定此行是哪一个（{place}）。", "Which of several rows", "同名行无法区分"),
  "repeated-table": words("warning", "“{label}” is printed more than once, with {rows} rows of different values; the first one was taken ({place}).", "“{label}”表重复出现，有 {rows} 行数值不同；已取最先出现者（{place}）。", "Table printed twice", "表重复"),
  "row-split": words("error", "Beside row “{label}” stands a row with numbers and no name of its own; digits of the two may belong together ({place}).", "“{label}”一行旁有一行只有数字而无名称，两行数字可能同属一格（{place}）。", "Row cut in two", "行被拆开"),
  "repeated-row": words("warning", "Row “{label}” is printed more than once with different values ({place}).", "“{label}”一行重复出现且数值不同（{place}）。", "Row printed twice", "行重复"),
  "too-many-rows": words("warning", "The document has more than {limit} rows of numbers; those after them were not looked at.", "文件中的数字行超过 {limit} 行，其后未予查看。", "Too many rows", "数字行过多"),
  "layout-uncertain": words("warning", "“{cell}” was read in the layout of {layout}, but that of {other} fits nearly as well.", "“{cell}”按 {layout} 年表式读取，但 {other} 年表式几乎同样吻合。", "Layout uncertain", "表式不确定"),
  "placed-by-spacing": words("warning", "Row “{label}” has blanks; its values were placed by spacing alone ({place}).", "“{label}”一行有空格，数值仅按间距定位（{place}）。", "Placed by spacing", "按间距定位"),
  "layout-year-mismatch": words("notice", "“{cell}” is in the layout of {layout} (report years {expected}), the report is for {actual}.", "“{cell}”采用 {layout} 年表式（适用于 {expected} 年度），而报告年度为 {actual}。", "Layout of another year", "表式与年度不符"),

  // Single values
  "unreadable-value": words("error", "“{raw}” in {label} could not be read as a number ({reason}; {place}).", "{label} 中的“{raw}”无法读作数字（{reason}；{place}）。", "Value not readable", "数值无法读取"),
  "readings-disagree": words("error", "{label}: one reading gives {actual}, the other {expected} ({place}).", "{label}：两次读取不一致，一为 {actual}，一为 {expected}（{place}）。", "Two readings disagree", "两次读取不一致"),
  "fused-digits": words("error", "The digits “{raw}” of row “{label}” run together and the sums do not decide them ({place}).", "“{label}”一行的数字“{raw}”连在一起，无法由勾稽关系确定（{place}）。", "Digits run together", "数字粘连"),
  "inferred-from-sums": words("warning", "The borders between “{raw}” in row “{label}” are lost; they were set in the only way the sums allow ({place}).", "“{label}”一行“{raw}”的单元格界限缺失，按勾稽关系唯一可行的方式划分（{place}）。", "Cells told apart by the sums", "按勾稽关系划分单元格"),
  "digits-joined": words("warning", "“{raw}” in {label} was read as {value}: its digits stand apart ({place}).", "{label} 中的“{raw}”数字分开，读作 {value}（{place}）。", "Digits joined", "数字合并"),
  "value-note": words("notice", "{label}: a remark stands beside the number: {note}.", "{label}：数字旁有说明：{note}。", "Remark beside a number", "数值带说明"),
  "unit-differs": words("warning", "{label} is given in {unit}, the form's unit is {usual}; the value is kept as printed ({place}).", "{label} 以{unit}计，表式单位为{usual}；数值按原样保留（{place}）。", "Another unit than the form's", "单位与表式不同"),
  "unit-missing": words("notice", "{label}: no unit is printed; 元 is usual.", "{label}：未注明单位，通常为元。", "Unit not stated", "未注明单位"),
  nonneg: words("error", "{cell} is {actual}; it cannot be negative ({place}).", "{cell} 为 {actual}，不能为负数（{place}）。", "Negative count", "负数"),
  integer: words("error", "{cell} is {actual}; it must be a whole number ({place}).", "{cell} 为 {actual}，应为整数（{place}）。", "Count not whole", "非整数"),
  "year-conflict": words("warning", "The title says {expected}, the statistical period {actual}.", "标题年度为 {expected}，统计期限为 {actual}。", "Years disagree", "年度不一致"),

  // 勾稽关系
  "t3-balance": sum("Table 3 does not balance", "表三不平衡"),
  "t3-result-sum": sum("Results do not add up", "办理结果合计不符"),
  "t3-row-sum": sum("Row does not add up", "行合计不符"),
  "t4-block-sum": sum("Reviews or lawsuits do not add up", "复议诉讼合计不符"),
  "t3-group-zero": words("warning", "{cell} is 0, yet a result below it is not.", "{cell} 为 0，但其分项不为 0。", "Zero total, parts above zero", "总计为零而分项非零"),
  "f3-disclosed-le": words("warning", "{cell}: more was newly disclosed ({expected}) than is disclosed in all ({actual}).", "{cell}：本年新公开数（{expected}）大于对外公开总数（{actual}）。", "Newly disclosed above total", "新公开数大于总数"),
  "f3-decisions-misfill": words("notice", "{cell} ({actual}) equals last year's items plus the change: was the column read as this year's items?", "{cell}（{actual}）等于上一年项目数加增减，疑将该列误填为本年项目数。", "Decisions may hold items", "处理决定数量疑误填"),
  "f4-repealed-bound": words("error", "{cell}: issued, repealed and in-force counts cannot be negative.", "{cell}：制发、废止、现行有效件数不能为负。", "Negative document count", "件数为负"),
  "f1-d2-sums": sum("Indicators do not add up", "指标合计不符"),
  "f2-received-sum": sum("Applications by channel do not add up", "收到申请数合计不符"),
  "f2-closed-sum": sum("Closed applications do not add up", "申请办结数合计不符"),
  "f2-replied-sum": sum("Replies by kind do not add up", "申请答复数合计不符"),
  "f2-denied-sum": sum("Grounds of denial do not add up", "不同意公开答复数分项合计不符"),
  "f2-recon-sum": sum("Reconsiderations do not add up", "行政复议数量合计不符"),
  "f2-litig-sum": sum("Lawsuits do not add up", "行政诉讼数量合计不符"),
  "f2-staff-sum": sum("Staff do not add up", "工作人员数合计不符"),
  "f2-channels-bound": words("warning", "{cell}: by its channels the total cannot be {actual} ({expected}).", "{cell}：按各渠道数，总数不应为 {actual}（{expected}）。", "Total out of the bounds its channels set", "总数超出各渠道数所限范围"),
  "f2-ofwhich": words("error", "{cell}: a part named 其中 is {expected}, more than the whole, {actual} ({place}).", "{cell}：其中项 {expected} 大于总数 {actual}（{place}）。", "Part above the whole", "其中项大于总数"),
  "f2-normative": words("notice", "More normative documents were disclosed ({expected}) than issued ({actual}); some may be older.", "主动公开规范性文件数（{expected}）大于制发数（{actual}），可能含往年文件。", "More documents disclosed than issued", "公开文件多于制发文件"),
  "f2-closed-replied": words("notice", "{cell}: {expected} applications were closed, {actual} replied to.", "{cell}：办结 {expected} 件，答复 {actual} 件。", "Closed and replied counts differ", "办结数与答复数不同"),
  "not-assessable": words("notice", "Rule {rule} could not be assessed in {count} places: {cells} is blank or unreadable.", "规则 {rule} 有 {count} 处无法核对：{cells} 空白或无法读取。", "Rule not assessable", "无法核对"),

  // Text against tables
  "n-received": figure("applications received", "收到申请数"),
  "n-replied": figure("applications replied to", "答复申请数"),
  "n-groups": figure("results by kind", "分类办理结果"),
  "n-review": figure("administrative reconsiderations", "行政复议数"),
  "n-litig": figure("lawsuits", "行政诉讼数"),
  "n-fee": words("notice", "“{quote}”: the parts named add up to {expected}, the whole is given as {actual}.", "“{quote}”：所列各项合计 {expected}，总额为 {actual}。", "Fee parts do not add up", "处理费分项合计不符"),
};

/** Why a value or a file could not be read: the `reason` among a finding's `args`. */
export const REASONS: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  "not-a-number": { en: "not a number", zh: "不是数字" },
  "merged-cell": { en: "its cell is merged over several rows or columns", zh: "单元格跨多行或多列合并" },
  picture: { en: "a picture stands there", zh: "该处为图片" },
  "inner-table": { en: "a table stands there", zh: "该处为嵌套表格" },
  "form-control": { en: "a form field stands there", zh: "该处为表单控件" },
  "raised-digit": { en: "a digit is set as a superscript or subscript", zh: "含上标或下标数字" },
  "struck-text": { en: "it is struck out", zh: "带删除线" },
  "bidirectional-control": { en: "control characters turn its direction", zh: "含改变书写方向的控制符" },
  "broken-tag": { en: "a tag in it has no end", zh: "含未结束的标签" },
  "unknown-glyph": { en: "the font does not say what character a glyph is", zh: "字体未说明字形所对应的字符" },
  "private-use-character": { en: "it holds characters only its own font knows", zh: "含仅其专用字体可识别的字符" },
  formula: { en: "it is a formula", zh: "该处为公式" },
  "damaged-stream": { en: "the bytes it comes from are damaged", zh: "来源数据已损坏" },
  "missing-part": { en: "a part is missing", zh: "缺少组成部分" },
  "size-mismatch": { en: "a size is wrong", zh: "大小不符" },
  checksum: { en: "a checksum is wrong", zh: "校验和不符" },
  "compressed-data": { en: "compressed data are broken", zh: "压缩数据损坏" },
  "compression-method": { en: "an unknown compression", zh: "压缩方式未知" },
  "central-directory": { en: "no directory of its parts", zh: "缺少目录" },
  "local-header": { en: "a part's header is wrong", zh: "条目头信息有误" },
  "duplicate-entry": { en: "two parts have one name", zh: "条目名称重复" },
  zip64: { en: "a ZIP of over 4 GB", zh: "ZIP64 大文件" },
  "compound-file": { en: "its old container is broken", zh: "旧式复合文档结构损坏" },
  xml: { en: "no well-formed XML", zh: "XML 格式有误" },
  doctype: { en: "a document type declaration", zh: "含文档类型声明" },
  encoding: { en: "an unknown encoding", zh: "字符编码未知" },
  namespace: { en: "an undeclared namespace", zh: "命名空间未声明" },
  "page-edge": { en: "cut off by the edge of the page", zh: "被页边截断" },
};

function words(severity: Severity, en: string, zh: string, aboutEn: string, aboutZh: string): Words {
  return { severity, en, zh, about: { en: aboutEn, zh: aboutZh } };
}

function sum(en: string, zh: string): Words {
  return words("error", "{cell}: {sum} does not hold, {expected} against {actual} ({place}).", "{cell}：{sum} 不成立，{expected} 对 {actual}（{place}）。", en, zh);
}

function figure(en: string, zh: string): Words {
  return words("notice", `“{quote}”: the text says {expected}, the table {actual} (${en}).`, `“{quote}”：正文为 {expected}，表格为 {actual}（${zh}）。`, `Text against table: ${en}`, `正文与表格：${zh}`);
}
