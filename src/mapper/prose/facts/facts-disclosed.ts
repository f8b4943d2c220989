import type { FactPattern, Groups } from "./fact-pattern.ts";
import { quantity } from "./facts-quantity.ts";
import { part } from "./facts-received.ts";
import type { Stand } from "./facts-scope.ts";

export const disclosedFacts: readonly FactPattern[] = [
  {
    needs: ["公开", "发布", "公布"],
    words: new RegExp(
      String.raw`(?:主动公开(?:的)?(?:各类)?(?:政府|政务)?信息|(?:发布|公布|(?<![予分不请免法应])公开)(?:政府|政务)信息)(?:总数|数量|数)?${quantity("n")}(?:余|多)?(?<unit>条|件|篇|份)`,
      "gu",
    ),
    facts: [{ name: "proactivelyDisclosed", group: "n", unit: "条" }],
    population: disclosedPart,
    // 清理主动公开信息9条 and 计划公开信息9条 say nothing of what was disclosed.
    unless: (_, { before }) => /(?:未|清理|删除|撤销|整改|计划|拟|更新)$/u.test(before),
  },
];

/** A part of what was disclosed: what one channel carries is a part, and 其他应主动公开的政府信息 is a class. */
function disclosedPart(groups: Groups, stand: Stand): string | null {
  const whose = part(groups, stand);
  if (whose !== null) return whose;
  const clause = stand.before.split(/[，。；：]/u).at(-1)!;
  return (
    /(?:其他|其它)?(?:依法)?应当?(?:予以)?$|其他$|其它$|[\u4e00-\u9fff]{2,12}(?:类|领域|方面)$/u.exec(
      clause,
    )?.[0] ??
    BY_CHANNEL.exec(clause)?.[0] ??
    CHANNEL.exec(clause)?.[0] ??
    null
  );
}

const CHANNELS =
  "网站|微博|微信|公众号|公报|新媒体|平台|公告栏|公示栏|电子屏|报刊|报纸|广播|电视|专栏|客户端|查阅点|图书馆|档案馆";
const BY_CHANNEL = new RegExp(`(?:通过|利用|依托|借助|运用|在)[^，、]{0,30}?(?:${CHANNELS})`, "u");
const CHANNEL = new RegExp(
  `(?:(?!年|其中|我[\\u4e00-\\u9fff]|全[省市县区])[\\u4e00-\\u9fff]){0,12}?(?:${CHANNELS})`,
  "u",
);
