import type { Random } from "../random.ts";
import type { SectionTruth } from "../truth.ts";

/** A chapter of the reports of 2008 to 2018: its number in each of the two lists of chapters, wordings of its title, and sentences. */
interface Chapter {
  readonly numbers: Readonly<Record<"2008" | "2014", number | null>>;
  /** Share of the reports that have it. */
  readonly share: number;
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
}

const chapters: readonly Chapter[] = [
  {
    numbers: { "2008": 7, "2014": 1 },
    share: 0.8,
    titles: ["概述", "基本情况", "工作概述"],
    sentences: [
      "各科室按分工梳理文件目录，逐件标注公开属性。",
      "年初把公开任务写进目标书，每季度对照检查一次。",
      "办公室新设一名专管员，负责登记、催办与归档。",
      "全年修订内部规程{n}处，删去互相重复的表单。",
      "公共查阅点搬到一楼大厅，开放时间延长到傍晚。",
      "档案馆与图书馆各留出一架，陈列可以带走的办事手册。",
    ],
  },
  {
    numbers: { "2008": 1, "2014": 2 },
    share: 1,
    titles: ["主动公开政府信息情况", "主动公开政府信息的情况", "政府信息主动公开情况", "主动公开信息情况"],
    sentences: [
      "栏目按季度更新，旧目录移入存档页。",
      "预算、决算连同说明一并挂网，附有名词解释。",
      "涉农补贴名单在村口张贴七天，照片留底。",
      "网站改版后检索框移到页首，可以按年份筛选。",
      "公开栏更换玻璃门{n}扇，避免纸张受潮脱落。",
      "工程招标的每个环节都在同一页面续写，便于前后对照。",
    ],
  },
  {
    numbers: { "2008": null, "2014": 8 },
    share: 0.3,
    titles: ["回应解读情况", "政策解读和回应关切情况"],
    sentences: [
      "出台文件时同步写好问答，用图表代替长段文字。",
      "热线里问得最多的话题，每月汇编成一页答复。",
      "停水停电的消息由两个渠道同时推送。",
    ],
  },
  {
    numbers: { "2008": 2, "2014": 3 },
    share: 1,
    titles: [
      "依申请公开政府信息情况",
      "依申请公开政府信息和不予公开政府信息的情况",
      "政府信息依申请公开办理情况",
      "依申请公开信息情况",
    ],
    sentences: [
      "由一个窗口登记，答复稿交法制科室复核。",
      "电话询问者当场告知办理步骤，不要求重复填表。",
      "答复书改用统一编号，附救济途径说明。",
      "难以界定的材料，先征求第三方意见再作决定。",
    ],
  },
  {
    numbers: { "2008": 8, "2014": null },
    share: 0.3,
    titles: ["咨询处理情况"],
    sentences: ["大厅值班员记录来访者的问题，当日转交科室。", "留言板上的提问按主题归类，答案公开可查。"],
  },
  {
    numbers: { "2008": 3, "2014": 4 },
    share: 0.9,
    titles: ["政府信息公开的收费及减免情况", "依申请信息公开收费情况"],
    sentences: [
      "领取材料的人不必另付工本费。",
      "低保户凭证免交邮资，其余照章办理。",
      "收费标准贴在窗口右侧，票据由财政监制。",
    ],
  },
  {
    numbers: { "2008": 4, "2014": 5 },
    share: 0.9,
    titles: [
      "因政府信息公开申请行政复议、提起行政诉讼的情况",
      "复议、诉讼和申诉情况",
      "行政复议、诉讼和申诉情况",
    ],
    sentences: ["争议事项先行约谈，尽量在答复以前说清缘由。", "法律顾问参与起草，每份决定都附依据条文。"],
  },
  {
    numbers: { "2008": 5, "2014": 6 },
    share: 1,
    titles: ["存在的主要问题和改进措施", "存在的主要问题及改进情况"],
    sentences: [
      "目录的分类仍嫌过粗，将按事项重新编排。",
      "兼职人员更替频繁，准备编一本口袋手册。",
      "偏远村组看不到网页，考虑增加广播时段。",
      "部分附件无法打开，计划统一改为通用格式。",
      "一些科室报送迟缓，今后逾期即在例会上点名。",
      "答复用语偏硬，下一年邀请语文教师帮忙润色。",
    ],
  },
  { numbers: { "2008": 6, "2014": 7 }, share: 1, titles: ["附表", "需要说明的事项与附表"], sentences: [] },
];

const factSentences: readonly (readonly [chapter: number, text: string, facts: readonly string[]])[] = [
  [3, "全年共收到政府信息公开申请{0}件。", ["applicationsReceived"]],
  [5, "因政府信息公开引起的行政复议{0}件，行政诉讼{1}件。", ["reconsiderations", "litigation"]],
];

export interface AnnexProse {
  readonly sections: readonly SectionTruth[];
  /** Figures the sentences state, by the name of the fact. */
  readonly facts: Readonly<Record<string, number>>;
}

/** The chapters of one report. `known` are the figures that sentences may quote; the last chapter stands above the list. */
export function drawChapters(
  random: Random,
  usage: "2008" | "2014",
  known: Readonly<Record<string, number>>,
): AnnexProse {
  const facts: Record<string, number> = {};
  const drawn = chapters.filter(({ numbers, share }) => numbers[usage] !== null && random.chance(share));
  const sections = drawn.map(({ numbers, titles, sentences }, at): SectionTruth => {
    const told = random
      .sample(sentences, random.int(1, 3))
      .map((text) => text.replace("{n}", String(random.int(2, 90))));
    const quoted = factSentences.flatMap(([chapter, text, names]) => {
      if (chapter !== numbers["2014"] || !names.every((name) => name in known) || random.chance(0.3))
        return [];
      for (const name of names) facts[name] = known[name]!;
      return [text.replace(/\{(\d)\}/gu, (_, index: string) => String(known[names[Number(index)]!]))];
    });
    const split = random.chance(0.3);
    const paragraphs = split
      ? [...quoted, ...told]
      : [[...quoted, ...told].join("")].filter((text) => text !== "");
    return {
      number: numbers[usage]!,
      title: `${"一二三四五六七八九"[at]}、${random.pick(titles)}`,
      paragraphs,
      headings: [],
    };
  });
  return { sections, facts };
}
