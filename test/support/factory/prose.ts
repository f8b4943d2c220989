import type { Contact, Period } from "../../../src/model/index.ts";
import type { Figures } from "./figures.ts";
import type { Layout } from "./forms.ts";
import { resultLeaves } from "./forms.ts";
import type { Random } from "./random.ts";
import type { Claim } from "./truth.ts";

export function preambleText(
  random: Random,
  basis: string,
  period: Period | null,
  contact: Contact | null,
): string[] {
  const opening = `本报告按照《中华人民共和国政府信息公开条例》和${basis}的要求编写，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分组成。`;
  return [opening + termsText(random, period, contact)];
}

/** Which days the figures cover and whom to ask; each only where it is given. */
export function termsText(random: Random, period: Period | null, contact: Contact | null): string {
  const dates =
    period &&
    random.pick([
      periodText(period, "起至", "止"),
      periodText(period, "至", ""),
      spaced(periodText(period, "至", "")),
    ]);
  const fields =
    contact &&
    [
      ["地址", contact.address],
      ["邮编", contact.postcode],
      ["电话", contact.telephone],
      ["传真", contact.fax],
      ["电子邮箱", contact.email],
    ].flatMap(([name, value]) => (value ? [`${name}：${value}`] : []));
  return (
    (dates ? `报告所列数据的统计期限为${dates}。` : "") +
    (fields ? `读者如有疑问，可与本机关联系（${fields.join("，")}）。` : "")
  );
}

function periodText({ from, to }: Period, joint: string, end: string): string {
  const date = (iso: string): string => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
  return `自${date(from)}${joint}${date(to)}${end}`;
}

function spaced(text: string): string {
  return text.replace(/(\d+)/g, " $1 ").trim();
}

const openings = [
  "{year}年，{self}把信息公开当作便民服务的日常工作来抓，分工到人，按月核对，各项任务均已完成。",
  "{year}年，{self}坚持应公开尽公开，对栏目逐一清点，补齐缺漏，方便群众查找和使用。",
  "过去的{year}年，{self}围绕群众最常询问的事项安排公开内容，答复更快，文字更易懂。",
];
const subjects: readonly (readonly [heading: string, body: readonly string[]])[] = [
  [
    "主动公开",
    [
      "全年对外发布各类信息{n}条，内容涉及预算决算、民生项目和办事指南，更新间隔没有超过规定时限。",
      "网站栏目按新目录重新排列，过期的{n}篇文章已经标注失效日期。",
    ],
  ],
  [
    "政府信息管理",
    [
      "每份文件在起草时就注明公开属性，拟不公开的须写明理由并由分管同志签字。",
      "对现存文件开展了一次清查，{n}份文件的公开属性得到更正。",
    ],
  ],
  [
    "平台建设",
    [
      "网站增设了朗读与大字版，公开栏和广播站同步播报与农户有关的通知。",
      "新媒体账号全年推送消息{n}篇，留言均在三个工作日内回复。",
    ],
  ],
  [
    "监督保障",
    [
      "办公室每季度抽查一次，抽查结果在会上通报；年内组织业务培训{m}次。",
      "群众可以通过电话和信箱提出意见，全年没有因公开工作受到责任追究的人员。",
    ],
  ],
];
const problems = [
  "一些栏目更新偏慢，个别办事指南写得过长，读者难以一眼找到要点。",
  "从事这项工作的人员多为兼任，遇到人员变动时交接不够细致。",
  "解读材料形式单一，图表和短片较少，群众读起来仍觉吃力。",
];
const remedies = [
  "今后将把栏目维护责任写进岗位说明，逐月核对更新记录。",
  "下一步安排老带新，编写一册操作手册，使交接有据可查。",
  "计划在重要文件发布的同时配上问答，并邀请读者代表试读。",
];

export interface Narrative {
  readonly paragraphs: readonly string[];
  readonly headings: readonly number[];
}

/** 一、总体情况. `claims` are the sentences with figures, stated under 依申请公开. */
export function overviewText(
  random: Random,
  year: number,
  self: string,
  claims: readonly string[],
): Narrative {
  const fill = (text: string): string =>
    text
      .replace("{year}", String(year))
      .replace("{self}", self)
      .replace("{n}", String(random.int(12, 900)))
      .replace("{m}", String(random.int(1, 6)));
  const paragraphs = [fill(random.pick(openings))];
  const headings: number[] = [];
  const parts: [string, string][] = random
    .sample(subjects, random.int(1, 4))
    .map(([heading, body]) => [heading, fill(random.pick(body))]);
  if (claims.length > 0) parts.splice(Math.min(1, parts.length), 0, ["依申请公开", claims.join("")]);
  const inline = random.chance(0.3);
  parts.forEach(([heading, body], index) => {
    const numbered = `（${"一二三四五六"[index]}）${heading}${inline ? "。" : "情况"}`;
    if (inline) return void paragraphs.push(numbered + body);
    headings.push(paragraphs.push(numbered) - 1);
    paragraphs.push(body);
  });
  return { paragraphs, headings };
}

/** 五、存在的主要问题及改进情况. */
export function problemsText(random: Random): Narrative {
  const count = random.int(1, 3);
  const ordinals = ["一是", "二是", "三是"];
  const found = random.sample(problems, count).map((text, index) => ordinals[index] + text);
  const planned = random.sample(remedies, count).map((text, index) => `（${"一二三"[index]}）${text}`);
  return { paragraphs: [`一年来的工作还有不足：${found.join("")}`, ...planned], headings: [] };
}

/** 六、其他需要报告的事项, with the fee sentence. */
export function otherText(random: Random): Narrative {
  const fee = random.chance(0.8) ? 0 : random.int(1, 80) * 10;
  const sentence =
    fee === 0
      ? random.pick(["本年度未收取信息处理费。", "本年度收取信息处理费0元。"])
      : `本年度收取政府信息公开信息处理费${fee}元。`;
  return {
    paragraphs: random.chance(0.5) ? [sentence, "除上述内容外，没有其他需要说明的情况。"] : [sentence],
    headings: [],
  };
}

/** Sentences that repeat sums of the tables, and what each figure claims. */
export function claimSentences(
  random: Random,
  layout: Layout,
  figures: Figures,
): { sentence: string; claims: Claim[] }[] {
  const total = (row: string): string => `applications.total.${row}`;
  const claim = (rule: Claim["rule"], paths: string[]): Claim => ({
    rule,
    paths,
    stated: paths.reduce((sum, path) => sum + figures[path]!, 0),
  });
  const group = (name: string): string[] =>
    resultLeaves(layout)
      .filter((leaf) => leaf.startsWith(`results.${name}.`))
      .map(total);
  const received = claim("n-received", [total("newlyReceived")]);
  const replied = claim("n-replied", [total("results.total")]);
  const groups = [
    claim("n-groups", [total("results.granted")]),
    claim("n-groups", [total("results.partiallyGranted")]),
    claim("n-groups", group("denied")),
    claim("n-groups", group("unableToProvide")),
    claim("n-groups", group("notProcessed")),
    claim("n-groups", group("other")),
  ];
  const block = "reviewAndLitigation.reconsideration";
  const review = [
    claim("n-review", [`${block}.total`]),
    claim("n-review", [`${block}.upheld`]),
    claim("n-review", [`${block}.corrected`]),
  ];
  const names = ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "作其他处理"];
  const verb = random.pick(["共收到", "新收", "共受理"]);
  return [
    { sentence: `全年${verb}政府信息公开申请{0}件。`, claims: [received] },
    { sentence: "全年答复政府信息公开申请{0}件。", claims: [replied] },
    {
      sentence: `办理结果中，${names.map((name, index) => `${name}{${index}}件`).join("、")}。`,
      claims: groups,
    },
    { sentence: "因信息公开引起的行政复议{0}件，其中结果维持{1}件，结果纠正{2}件。", claims: review },
  ];
}

export function fillClaims(sentence: string, claims: readonly Claim[]): string {
  return sentence.replace(/\{(\d)\}/g, (_, index: string) => String(claims[Number(index)]!.stated));
}
