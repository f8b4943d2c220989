import type { Language } from "../../findings/index.ts";
import type { EvidenceStatus, Severity } from "../../model/index.ts";

/** Every sentence that the page itself says; sentences about documents come with their findings. */
export interface PageWords {
  readonly title: string;
  readonly stays: string;
  readonly licences: string;
  readonly drop: string;
  readonly dropMore: string;
  readonly choose: string;
  readonly formats: string;
  readonly reading: (name: string) => string;
  readonly failed: (name: string) => string;
  readonly documents: string;
  readonly close: (name: string) => string;
  readonly original: string;
  readonly form: string;
  readonly findings: string;
  readonly panes: string;
  readonly noReport: string;
  readonly nothingFilledIn: string;
  readonly allHold: (filled: number) => string;
  readonly found: (errors: number, warnings: number) => string;
  readonly toCompare: (questions: number) => string;
  readonly notices: (count: number) => string;
  readonly moreFindings: (left: number) => string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly status: Readonly<Record<EvidenceStatus, string>>;
  readonly previous: string;
  readonly next: string;
  readonly nextDoubtful: string;
  readonly closer: string;
  readonly further: string;
  readonly search: string;
  readonly notFound: string;
  readonly keys: string;
  readonly save: string;
  readonly saveRecord: string;
  readonly saveForm: string;
  readonly saveCorrections: (count: number) => string;
  readonly printFindings: string;
  readonly cell: string;
  readonly noCell: string;
  readonly value: string;
  readonly printed: string;
  readonly unit: string;
  readonly note: string;
  readonly place: string;
  readonly state: string;
  readonly noPlace: string;
  readonly blank: string;
  readonly wrongHere: string;
  readonly now: string;
  readonly why: string;
  readonly who: string;
  readonly correct: string;
  readonly confirm: string;
  readonly takeBack: string;
  readonly needsReason: string;
  readonly needsNumber: string;
  readonly notKept: string;
  readonly leftSide: string;
  readonly rightSide: string;
  readonly page: (number: number, of: number) => string;
  readonly noDrawing: string;
  readonly originalGone: string;
  readonly allReports: string;
  readonly candidates: string;
  readonly asPage: string;
  readonly asText: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly readOn: (adapter: string) => string;
}

export const pageWords: Readonly<Record<Language, PageWords>> = {
  en: {
    title: "Check an annual report",
    stays: "Nothing leaves this machine: no file is uploaded, the page works without a network.",
    licences: "Licences of the parts of this page",
    drop: "Drop drafts here",
    dropMore: "Open more",
    choose: "Choose files",
    formats: "Word, PDF, web page or text; one report or several",
    reading: (name) => `Reading ${name} …`,
    failed: (name) => `${name} could not be read by this browser.`,
    documents: "Documents",
    close: (name) => `Close ${name}`,
    original: "Original",
    form: "Form",
    findings: "Findings",
    panes: "Parts of the page",
    noReport: "No annual report could be read from this file.",
    nothingFilledIn: "No number is filled in: there is nothing to check yet.",
    allHold: (filled) => `Nothing that does not add up was found among ${filled} numbers.`,
    found: (errors, warnings) => `${count(errors, "error")}, ${count(warnings, "warning")}`,
    toCompare: (questions) => `The tables add up; ${count(questions, "place")} to look at.`,
    notices: (found) => count(found, "notice"),
    moreFindings: (left) => `Show more (${left})`,
    severity: { error: "Error", warning: "Warning", notice: "Notice" },
    status: {
      given: "a number as printed",
      blank: "blank in the original",
      dash: "a dash in the original",
      "not-applicable": "marked as not applicable",
      inferred: "not printed so; worked out from the sums",
      recognized: "read from a scan: look at it",
      unreadable: "could not be read",
      conflict: "two readings disagree",
      corrected: "corrected here by hand",
    },
    previous: "Previous finding (p)",
    next: "Next finding (n)",
    nextDoubtful: "Next doubtful cell (d)",
    closer: "Zoom in (+)",
    further: "Zoom out (-)",
    search: "Search the form (/)",
    notFound: "Not found",
    keys: "Keys: n and p next and previous finding, d next doubtful cell, + and - zoom, / search, arrows from cell to cell",
    save: "Save",
    saveRecord: "Record (JSON)",
    saveForm: "Form (Excel)",
    saveCorrections: (made) => `Corrections (${made})`,
    printFindings: "Print findings",
    cell: "Selected cell",
    noCell: "Choose a cell of the form, a place in the original or a finding.",
    value: "Value",
    printed: "As printed",
    unit: "Unit",
    note: "Remark",
    place: "Place",
    state: "State",
    noPlace: "not found in the original",
    blank: "blank",
    wrongHere: "Read wrongly, or printed wrongly? Put it right or confirm it:",
    now: "It should be",
    why: "Reason",
    who: "Your name",
    correct: "Correct",
    confirm: "Confirm: printed so in the original",
    takeBack: "Take back",
    needsReason: "Give a reason and your name.",
    needsNumber: "Give a number, or leave it empty for blank.",
    notKept:
      "This browser keeps nothing for pages opened from disk: save the corrections before you close the page.",
    leftSide: "one side",
    rightSide: "the other side",
    page: (number, of) => `Page ${number} of ${of}`,
    noDrawing: "This document cannot be drawn.",
    originalGone:
      "The original was no longer there, or another file stood in its place, when this page was made.",
    allReports: "All reports",
    candidates: "Forms it was compared with",
    asPage: "As the page looks",
    asText: "As it was read",
    fields: {
      title: "Title",
      issuer: "Issuer",
      year: "Year",
      publicationDate: "Published",
      indexNumber: "Index number",
      documentNumber: "Document number",
    },
    readOn: (adapter) => `read as ${adapter}`,
  },
  zh: {
    title: "年报核对",
    stays: "所有内容只在本机处理：不上传任何文件，断网也能使用。",
    licences: "本页面所含第三方组件的许可",
    drop: "将年报草稿拖到这里",
    dropMore: "打开更多",
    choose: "选择文件",
    formats: "支持 Word、PDF、网页和文本，可一次放入多份",
    reading: (name) => `正在读取 ${name} …`,
    failed: (name) => `浏览器无法读取 ${name}。`,
    documents: "文件",
    close: (name) => `关闭 ${name}`,
    original: "原文",
    form: "表格",
    findings: "问题",
    panes: "页面各部分",
    noReport: "未能从此文件中读出年度报告。",
    nothingFilledIn: "表中尚未填写任何数字，无从核对。",
    allHold: (filled) => `${filled} 个数字中未发现不平衡之处。`,
    found: (errors, warnings) => `错误 ${errors} 处，警告 ${warnings} 处`,
    toCompare: (questions) => `各表勾稽相符；另有 ${questions} 处请核对。`,
    notices: (found) => `提示 ${found} 条`,
    moreFindings: (left) => `显示更多（${left}）`,
    severity: { error: "错误", warning: "警告", notice: "提示" },
    status: {
      given: "原文所印数字",
      blank: "原文为空",
      dash: "原文为横线",
      "not-applicable": "原文注明不适用",
      inferred: "并非原文所印，按勾稽关系推定",
      recognized: "由扫描件识别，请核对",
      unreadable: "无法识读",
      conflict: "两种读法不一致",
      corrected: "已在此人工更正",
    },
    previous: "上一个问题 (p)",
    next: "下一个问题 (n)",
    nextDoubtful: "下一个存疑单元格 (d)",
    closer: "放大 (+)",
    further: "缩小 (-)",
    search: "在表格中查找 (/)",
    notFound: "未找到",
    keys: "按键：n、p 下一个、上一个问题；d 下一个存疑单元格；+、- 缩放；/ 查找；方向键移动单元格",
    save: "保存",
    saveRecord: "数据记录 (JSON)",
    saveForm: "表格 (Excel)",
    saveCorrections: (made) => `更正记录（${made} 条）`,
    printFindings: "打印问题清单",
    cell: "所选单元格",
    noCell: "请选择表格中的单元格、原文中的位置或一个问题。",
    value: "数值",
    printed: "原文",
    unit: "单位",
    note: "说明",
    place: "位置",
    state: "状态",
    noPlace: "原文中未找到",
    blank: "空",
    wrongHere: "读错了，还是原文印错了？请更正或确认：",
    now: "应为",
    why: "理由",
    who: "核对人",
    correct: "更正",
    confirm: "确认：原文如此",
    takeBack: "撤销",
    needsReason: "请填写理由和核对人。",
    needsNumber: "请填写数字；留空表示空白。",
    notKept: "此浏览器不为本地打开的页面保存内容：关闭页面前请先保存更正记录。",
    leftSide: "一侧",
    rightSide: "另一侧",
    page: (number, of) => `第 ${number} 页，共 ${of} 页`,
    noDrawing: "无法绘制此文件。",
    originalGone: "生成此页面时，原文件已不在原处，或该处已是另一文件。",
    allReports: "全部报告",
    candidates: "比对过的表式",
    asPage: "网页样式",
    asText: "读取结果",
    fields: {
      title: "标题",
      issuer: "发布机关",
      year: "年度",
      publicationDate: "发布日期",
      indexNumber: "索引号",
      documentNumber: "文号",
    },
    readOn: (adapter) => `按 ${adapter} 读取`,
  },
};

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
