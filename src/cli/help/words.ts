import type { Language } from "../../index.ts";

/** A text in both languages; the code does not compile where one is missing. */
type Worded = Readonly<Record<Language, string>>;

/** What the help, the man page and the completion scripts say about each command, its arguments and its options. */
const helpWords = {
  program: {
    about: {
      en: "Chinese statutory disclosure reports (政府信息公开工作年度报告) as checked, traceable data.",
      zh: "将政府信息公开工作年度报告转换为经过核对、可追溯的数据。",
    },
    version: { en: "output the version number", zh: "显示版本号" },
    help: { en: "display help for command", zh: "显示命令的帮助" },
  },
  options: {
    lang: {
      en: "language of help, findings, summaries and errors",
      zh: "帮助、问题说明、汇总和报错所用的语言",
    },
    langDefault: { en: "that of LC_ALL, LC_MESSAGES or LANG", zh: "取自 LC_ALL、LC_MESSAGES 或 LANG" },
    color: { en: "colour severities and rule ids", zh: "为问题级别和规则编号着色" },
    colorDefault: {
      en: "auto, on a terminal unless NO_COLOR is set",
      zh: "auto，即在终端上着色，设置了 NO_COLOR 时除外",
    },
    corrections: {
      en: "what people put right or confirmed, JSON lines as the page saves them (repeatable)",
      zh: "人工更正或确认的内容，即页面保存的 JSON Lines 文件（可多次给出）",
    },
    asOne: {
      en: "the files given are one report, in this order: a page and its attachment, pictures of its pages",
      zh: "所给文件按此顺序合为一份报告：如网页及其附件、各页图片",
    },
    ocr: { en: "leave scanned pages unread, for later", zh: "暂不识别扫描页" },
    template: {
      en: "a form family of your own, YAML or JSON (repeatable)",
      zh: "自定义的表式模板，YAML 或 JSON（可多次给出）",
    },
    infer: {
      en: "leave values empty that only the form's own sums decide",
      zh: "只能由表内合计关系推定的数值一律留空",
    },
    quiet: { en: "no progress", zh: "不显示进度" },
  },
  convert: {
    about: {
      en: "convert reports to data; folders are walked (but for symbolic links and *.json), ZIP archives opened",
      zh: "将报告转换为数据；文件夹逐层读取（不含符号链接和 *.json），ZIP 压缩包自动打开",
    },
    paths: {
      en: "files, folders, ZIP archives, or - for standard input",
      zh: "文件、文件夹、ZIP 压缩包，或以 - 表示标准输入",
    },
    to: { en: "output format", zh: "输出格式" },
    out: {
      en: "write one file a document there, and a summary to standard error",
      zh: "每份文件的结果写入此文件夹，汇总显示在标准错误输出",
    },
    strict: { en: "exit 1 on warnings too", zh: "有警告时也以 1 退出" },
  },
  check: {
    about: {
      en: "check drafts: what to put right, with both sides, places and labels",
      zh: "核对报告草稿：列出应改之处、相互不符的数值、所在位置和栏目名称",
    },
    files: {
      en: "files, ZIP archives of them, or - for standard input",
      zh: "文件、ZIP 压缩包，或以 - 表示标准输入",
    },
    all: { en: "notices too", zh: "提示也一并列出" },
    to: { en: "text, or a page to print", zh: "输出为文本，或可打印的网页" },
  },
  batch: {
    about: {
      en: "convert an archive: folders, globs, ZIP archives, manifests (.csv or .jsonl with a path column)",
      zh: "批量转换：文件夹、通配符、ZIP 压缩包、清单（含 path 列的 .csv 或 .jsonl）",
    },
    inputs: {
      en: "files, folders, quoted globs, ZIP archives, manifests",
      zh: "文件、文件夹、加引号的通配符、ZIP 压缩包、清单",
    },
    out: {
      en: "folder of the dataset; a second run there does only what changed",
      zh: "数据集所在的文件夹；再次运行只处理有变动的文件",
    },
    to: { en: "outputs besides the ledger, these and no others", zh: "台账之外的输出格式，仅限所列各项" },
    bom: {
      en: "begin CSV files with a byte order mark, for Excel",
      zh: "CSV 文件以字节顺序标记开头，便于 Excel 打开",
    },
    gzip: {
      en: "write JSON Lines and CSV as .gz; the ledger stays plain",
      zh: "JSON Lines 和 CSV 压缩为 .gz，台账不压缩",
    },
    zstd: {
      en: "the same as .zst, a third to two thirds of that size",
      zh: "同上，压缩为 .zst，大小约为 .gz 的三分之一至三分之二",
    },
    byYear: {
      en: "one Parquet file a year: cells/year=2023/cells.parquet",
      zh: "每年一个 Parquet 文件：cells/year=2023/cells.parquet",
    },
    parts: {
      en: "a file a shard, written by the shard: cells/3-of-16.parquet",
      zh: "每份一个文件，由该份自行写出：cells/3-of-16.parquet",
    },
    formerNames: {
      en: "names of divisions that are gone: CSV of name, successor's code, year, and merged where it was merged",
      zh: "已撤销或更名的行政区划：CSV，依次为原名、现行代码、年份，并入其他区划的再写 merged",
    },
    folderIsReport: {
      en: "the files in each folder below are one report: a page and its attachment, p1.png, p2.png …",
      zh: "下级各文件夹内的文件合为一份报告，如网页及其附件、p1.png、p2.png 等",
    },
    workers: { en: "child processes", zh: "子进程数" },
    workersDefault: { en: "one for each processor", zh: "每个处理器一个" },
    shard: {
      en: "do one of N parts; /N takes the part from the array job or GNU parallel",
      zh: "只处理 N 份中的一份；写作 /N 时由作业数组或 GNU parallel 决定份次",
    },
    planOnly: {
      en: "read the inputs and write the plan, for shards run with --planned",
      zh: "只读取输入并写出计划，供各份以 --planned 运行",
    },
    planned: { en: "take the plan that stands in the output folder", zh: "使用输出文件夹中已有的计划" },
    retry: {
      en: "try again what failed for reasons that may have passed",
      zh: "对可能只是暂时失败的文件重新处理",
    },
    cpuTime: { en: "CPU time one document may use", zh: "每份文件可用的 CPU 时间（秒）" },
    timeout: { en: "time by the clock one document may take", zh: "每份文件可用的实际时间（秒）" },
    heap: { en: "JavaScript heap of a child process", zh: "子进程的 JavaScript 堆内存（MB）" },
    memory: { en: "memory of a child process", zh: "子进程的内存（MB）" },
  },
  merge: {
    about: { en: "write the outputs of a batch that ran in shards", zh: "合并分份运行的批量转换的输出" },
    folder: { en: "the folder its shards were given as --out", zh: "各份运行时以 --out 给出的文件夹" },
    asBatch: { en: "as batch was told", zh: "与 batch 所给相同" },
  },
  golden: {
    about: {
      en: "hold an archive's records against those of an earlier run",
      zh: "将一批文件的转换结果与先前一次的结果对照",
    },
    snapshot: {
      en: "where the records are kept (default: <folder>.golden.jsonl)",
      zh: "存放结果的文件（默认：<folder>.golden.jsonl）",
    },
    record: {
      en: "keep what every document gives today, beside the folder",
      zh: "将各文件当前的结果保存在文件夹旁",
    },
    check: {
      en: "show cell by cell what is otherwise than recorded: exit code 1 where anything is",
      zh: "逐格列出与所存结果不同之处；有不同则以 1 退出",
    },
    folder: { en: "the folder of documents", zh: "文件所在的文件夹" },
    format: { en: "how changes are shown", zh: "显示变动的方式" },
    accept: { en: "take the changes over into the snapshot", zh: "接受变动，写入所存结果" },
  },
  panel: {
    about: {
      en: "group an archive by issuer and year, check each year against the last, write one tidy panel",
      zh: "按发布机构和年度汇集报告，逐年与上年核对，写出一张面板数据表",
    },
    paths: {
      en: "datasets (the --out of batch), conversions as JSON or JSON lines, or documents to convert",
      zh: "数据集（batch 的 --out）、JSON 或 JSON Lines 格式的转换结果，或待转换的文件",
    },
    out: {
      en: "where panel, reports.csv, findings.csv and unplaced.csv are written",
      zh: "写入面板、reports.csv、findings.csv 和 unplaced.csv 的文件夹",
    },
    to: { en: "format of the panel", zh: "面板的格式" },
    issuers: {
      en: "names that are one issuer: CSV of printed name and issuer, or a JSON map",
      zh: "同一发布机构的不同名称：两列（报告所印名称、发布机构）的 CSV，或 JSON 对照表",
    },
  },
  page: {
    about: {
      en: "print the page that checks drafts in a browser, offline: one file to hand on",
      zh: "输出在浏览器中离线核对草稿的页面，只有一个文件，便于转交",
    },
    pdf: { en: "a quarter of the size, for drafts that are no PDF", zh: "不含 PDF 部分，大小约为四分之一" },
  },
  review: {
    about: {
      en: "write pages that show each report beside its original, and an index; a single report is one file to hand on",
      zh: "生成报告与原件对照的页面及索引；只有一份报告时为一个文件，便于转交",
    },
    paths: {
      en: "documents, folders and ZIP archives of them, or the folder of a dataset",
      zh: "文件、文件夹、ZIP 压缩包，或数据集所在的文件夹",
    },
    out: {
      en: "where the pages and index.html are written; pages of an earlier review there are replaced",
      zh: "写入各页面和 index.html 的文件夹；其中先前生成的页面会被替换",
    },
  },
  inspect: {
    about: {
      en: "print what one stage of the pipeline made of a document, or the way of one cell",
      zh: "显示某一处理阶段对文件的结果，或某个单元格的取值过程",
    },
    file: { en: "a file, or - for standard input", zh: "文件，或以 - 表示标准输入" },
    stage: { en: "which stage", zh: "处理阶段" },
    why: {
      en: "how this cell came to its value: applications.total.newlyReceived or its pointer",
      zh: "此单元格的取值过程：如 applications.total.newlyReceived，或其指针",
    },
    svg: {
      en: "also draw it on the pages, where the format has positions",
      zh: "格式带有坐标时，同时在页面上绘出",
    },
  },
  template: {
    about: { en: "check or draft a form family of your own", zh: "检查或起草自定义的表式模板" },
    check: {
      en: "say what is wrong with template files, with line and column",
      zh: "指出模板文件的问题及其行列位置",
    },
    files: { en: "template files, YAML or JSON", zh: "模板文件，YAML 或 JSON" },
    draft: {
      en: "propose a template from a filled report, to be edited",
      zh: "根据已填写的报告起草模板，供修改",
    },
    report: { en: "a report, or - for standard input", zh: "一份报告，或以 - 表示标准输入" },
  },
  list: {
    about: { en: "list what is built in", zh: "列出内置内容" },
    what: { en: "which list", zh: "列出哪一类" },
  },
  completion: {
    about: {
      en: "print the script by which a shell completes commands, options and their values",
      zh: "输出命令行补全脚本，用于补全命令、选项及其取值",
    },
    shell: { en: "which shell", zh: "所用的 shell" },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Worded>>>>;

type Words = typeof helpWords;

/** The words of one command, or of the options that commands share, in one language. */
export function helpWordsOf<Name extends keyof Words>(
  name: Name,
  language: Language,
): Readonly<Record<keyof Words[Name], string>> {
  const entries = Object.entries<Worded>(helpWords[name]).map(([key, worded]) => [key, worded[language]]);
  return Object.fromEntries(entries) as Record<keyof Words[Name], string>;
}
