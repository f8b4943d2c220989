/**
 * Chinese descriptions of what is built in, by id; a test checks that none is missing. The English ones come with the
 * items themselves.
 */
export const chinese: Readonly<Record<"adapters" | "writers", Readonly<Record<string, string>>>> = {
  adapters: {
    csv: "逗号分隔的数据，也包括扩展名为 .xls 的：.csv、.xls",
    doc: "Word 97–2003 文档：.doc，以及 WPS 文字的 .wps",
    docx: "Word 文档：.docx 和 .docm，由 Word 或 WPS 生成",
    "flat-opc": "单个 XML 文件形式的 Word 文档（Flat OPC）",
    "word-2003-xml": "Word 2003 XML 文档",
    "excel-2003-xml": "Excel 2003 XML 工作簿，扩展名常为 .xls",
    html: "从政府网站保存的 HTML、XHTML 网页，完整或片段均可，不限编码",
    image: "PNG、JPEG、JPEG 2000 或传真 TIFF 格式的扫描页，须安装 gongkai-ocr",
    mhtml: "单个文件形式的网页：.mht、.mhtml，以及扩展名为 .doc 的 Word 单文件网页",
    ods: "OpenDocument 电子表格：.ods 和 .ots，由 LibreOffice 或 WPS 生成",
    fods: "单个 XML 文件形式的 OpenDocument 电子表格：.fods",
    odt: "OpenDocument 文本：.odt 和 .ott，由 LibreOffice 或 WPS 生成",
    fodt: "单个 XML 文件形式的 OpenDocument 文本：.fodt",
    ofd: "含文字的 OFD（GB/T 33190）：有框线和无框线的表格，跨页表格自动接续",
    pdf: "含文字层的 PDF：有框线和无框线的表格，跨页表格自动接续",
    rtf: "RTF：.rtf，以及内容为 RTF 的 .doc",
    text: "纯文本和 Markdown（UTF-8、GB18030、Big5、UTF-16）",
    xls: "Excel 97–2003 工作簿：.xls，以及 WPS 表格的 .et",
    xlsx: "电子表格：.xlsx 和 .xlsm，由 Excel 或 WPS 生成",
  },
  writers: {
    json: "完整的转换结果，带缩进；多份时为数组",
    jsonl: "完整的转换结果，每份一行",
    csv: "每个单元格一行：数值、原文、位置及存疑之处",
    notes: "供阅读的问题说明，每条一行，按文件分列",
    parquet: "与 csv 相同的各行，带类型，供 DuckDB、pandas、Spark 使用",
    xlsx: "每份报告一个工作簿，按表式排列，问题写在批注中",
    duckdb: "含单元格、问题、报告和台账的数据库，须安装 @duckdb/node-api",
  },
};
