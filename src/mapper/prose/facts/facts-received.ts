import { quantity } from "./facts-quantity.ts";
import { ofDocuments, ofOtherBusiness, type Stand } from "./facts-scope.ts";
import type { FactPattern, Groups } from "./fact-pattern.ts";

const CASES = "件次|件|条|宗|起|份|个|项|例|人次|次|封";
const CHANNEL =
  /信函|信件|来信|当面|网络|网上|网站|在线|平台|传真|电子邮件|邮箱|邮件|邮寄|现场|窗口|电话|微信|口头|书面|其他形式/u;
const APPLICANT = /公民|自然人|个人|企业|法人|组织|机构|律师/u;
/** Names for everyone who may apply (Article 27 of the Regulations). */
const EVERYONE =
  /(?:公民|自然人)[、和与及]?(?:法人)?(?:或者|或|和|与|及|以及|、)?(?:其他|其它)?(?:社会)?组织|社会(?:公众|各界)|群众和/u;

/** The subject of a figure that covers only some offices: 各乡镇, 其中…各部门. */
export function part(_: Groups, { before, issuer }: Pick<Stand, "before" | "issuer">): string | null {
  const clause = before
    .split(/[，。；：]/u)
    .at(-1)!
    .replace(/^20\d{2}年(?:度)?|全年|本年度?|全(?:街道|镇|乡)|共计?|累计/gu, "");
  // 街道 alone is how an office of a street calls itself, and so is 我部门.
  const others = clause.replace(/^(?:[我本]?街道|[我本]部门)(?:办事处|办)?/u, "");
  const words = issuer !== null && /街道/u.test(issuer) ? others.replaceAll("街道", "") : others;
  return /各(?![种类项方界]|渠道|途径|形式)|[区县市]直|[直所下]属|部门|乡镇|街道/u.test(words)
    ? clause
    : null;
}
const RECEIVED =
  "受理|收到|新收|新增|接收|接到|收悉|接受|接获|接待|收办|办理|处理|登记|提出|提交|递交|共有|收";
const BY = `(?:和处理|并处理|和办理|及办理|处理|各类|各种|的)*`;
/** What a request is called, behind the words for whose it is and of what kind. */
const REQUEST = String.raw`(?:申请(?:公开)?(?:政府|政务)?(?:信息)?(?:表|书|事项|事宜|件|案件|材料|公开件|公开)?|依申请公开(?:的)?(?:政府|政务)?(?:信息)?(?:公开)?(?:件|事项|案件)?)(?:（[^）\d]{0,20}）)?(?:的)?(?:总数量|总数|总量|总计|数量|数)?`;

/** Requests of another kind: 行政许可申请, 行政复议申请. */
function ofAnotherKind({ kind = "" }: Groups, stand: Stand): boolean {
  if (/复议|诉讼|举报|投诉|咨询|信访|补正|更正|续|延期|撤回/u.test(kind)) return true;
  if (/公开|信息/u.test(kind + stand.words)) return /许可|登记|业务/u.test(kind);
  if (CHANNEL.test(kind) || APPLICANT.test(kind) || /^(?:的|有关|相关|各类|此类|该类|上述|其)*$/u.test(kind))
    return ofOtherBusiness({ ...stand, words: "" });
  return true;
}

/** 涉及征地的申请 are only the requests about one subject. */
const SUBJECT = /(?:涉及|关于|有关|要求公开|要求获取)(?!政府|政务|信息|公开|主动)[^的]{2,16}/u;
/**
 * A way of applying named before the verb: 通过网络, 以信函方式, 当面. Several ways named together cover all requests.
 */
const WAYS =
  /(?:通过|以|经由?|利用|采用|从)[^，。；]{0,24}$|(?:当面|现场|网上|网络|在线|信函|邮寄|传真)(?:方式|渠道|途径|形式)?$/u;

/** 上级转办的申请 are only some of the requests received. */
const PASSED_ON = /(?:上级|市局|省局|其他部门)?(?:转办|交办|转来|转交|移送|移交|转送)/u;
/** Words for some of the requests, or for another office's: 补正后受理, 协助市局办理. */
export const ASIDE =
  /(?:协助|协调|协同|指导|督促|督办|代[\u4e00-\u9fff]{1,8}?(?:起草|拟定|草拟)|审核(?:把关)?|把关|补正后|重新)[^，。；：、]{0,12}$/u;

/**
 * The channel or kind of applicant to which a figure is limited; null where none is named, or where all are named
 * together.
 */
function channel({ kind = "" }: Groups, { words, before, issuer }: Stand): string | null {
  const said = kind.replace(EVERYONE, "");
  const passed = PASSED_ON.exec(said)?.[0] ?? ASIDE.exec(before)?.[0];
  if (passed !== undefined) return passed;
  const about = SUBJECT.exec(said)?.[0];
  if (about !== undefined) return about;
  const named = words.includes("、") ? said.split(/[、和及或]/u).filter((one) => CHANNEL.test(one)) : [];
  if (named.length > 1) return null;
  const clause = before.split(/[，。；：]/u).at(-1)!;
  const subordinate = /各级|全[省市区县镇]|我[省市区县镇]/u.test(clause)
    ? null
    : part({}, { before, issuer });
  const by = /提[出交]|递交/u.test(words.slice(0, 2)) ? clause.replace(EVERYONE, "") : "";
  const ways = WAYS.exec(clause)?.[0].match(new RegExp(CHANNEL, "gu")) ?? [];
  if (ways.length === 1) return ways[0]!;
  return (CHANNEL.exec(said) ?? APPLICANT.exec(said) ?? APPLICANT.exec(by))?.[0] ?? subordinate;
}

/**
 * Whether the figure is the sum of new and carried-over requests: 受理77件，其中新收70件、结转7件, or
 * 新收70件，结转7件，共受理77件.
 */
function isSum({ before, words, after }: Stand): boolean {
  return (
    /^[，（]?(?:其中|含|包括|包含|扣除|除)[^。；]{0,40}?(?:结转|转结)(?![至到入]?(?:下|次|明))/u.test(
      after,
    ) ||
    (!/^新收/u.test(words) &&
      /新收[^。；]{0,30}\d件[^。；]{0,16}结转[^。；]{0,12}\d件[^。；]{0,6}$/u.test(before))
  );
}

/** In 办结 | 本年新收申请69件 the figure says what became of the requests received. */
const OF_RECEIVED = /(?:答复|办结|回复|办毕)了?(?:[本今当]年度?)?$/u;

function nameOfWhole(_: Groups, stand: Stand): string {
  return isSum(stand) ? "applicationsIncludingCarriedOver" : "applicationsReceived";
}

const receivedWhole: FactPattern = {
  needs: ["申请"],
  words: new RegExp(
    String.raw`(?<verb>${RECEIVED})${BY}(?<kind>[^，。；（）\d]{0,40}?)${REQUEST}${quantity("n")}(?<unit>${CASES})(?<over>（[^）]{0,60}结转[^）]{0,60}）)?`,
    "gu",
  ),
  facts: [
    {
      name: ({ verb, over }, stand) =>
        (over && !/另|不含|不包括/u.test(over)) || isSum(stand)
          ? "applicationsIncludingCarriedOver"
          : /收办|[办处]理/u.test(verb!)
            ? "applicationsHandled"
            : "applicationsReceived",
      group: "n",
      unit: "件",
    },
  ],
  population: channel,
  unless: (groups, stand) => OF_RECEIVED.test(stand.before) || ofAnotherKind(groups, stand),
};

/** The verb before the requests: 收到320件政府信息公开申请. */
const receivedBefore: FactPattern = {
  needs: ["公开", "申请"],
  also: ["受理", "收到", "新收", "接收", "接到", "收悉", "接获", "共有"],
  words: new RegExp(
    String.raw`(?:受理|收到|新收|接收|接到|收悉|接获|共有)(?:各类|各种|的|了)*${quantity("n")}(?<unit>${CASES})(?<kind>[^，。；、（）\d]{0,12}?(?:公民、法人[^，。；（）\d]{0,14}?)?)(?:依申请公开|(?:政府|政务)?信息(?:依申请)?公开(?:的)?申请|申请公开|申请(?=[，。；（]))`,
    "gu",
  ),
  facts: [{ name: "applicationsReceived", group: "n", unit: "件" }],
  population: channel,
  unless: ({ kind = "" }, stand) =>
    /复议|诉讼|举报|投诉/u.test(kind) || (/[^开]申请$/u.test(stand.words) && ofAnotherKind({ kind }, stand)),
};

/**
 * The number behind what it counts, with the verb between them or left out: 政府信息公开申请共收到9件, 依申请公开9件.
 */
const receivedAfter: FactPattern = {
  needs: ["申请"],
  also: ["受理", "收到", "新收", "接收", "接到"],
  words: new RegExp(
    String.raw`(?:(?:政府|政务)?信息(?:依申请)?公开(?:的)?申请|依申请公开)(?:书|表|件)?(?:总数量|总数|总量|数量|数)?[：，]?(?:20\d{2}年度?)?(?:我[局委办县市区镇]|本机关|本单位)?(?:共|总共|一共|全年)?(?:受理|收到|新收|接收|接到)(?:了)?${quantity("n")}(?<unit>${CASES})`,
    "gu",
  ),
  facts: [{ name: "applicationsReceived", group: "n", unit: "件" }],
  population: channel,
};

/** A clause of its own: 政府信息公开申请数量为9件. */
const receivedStated: FactPattern = {
  needs: ["申请"],
  words: new RegExp(
    String.raw`(?<=^|[，。；：、年度])(?:[我本][局委办县市区镇]|本机关|本单位|全年|本年度?)?(?:的)?(?=[政信依])(?:(?:(?:政府|政务)?信息公开|依申请公开)(?:的)?申请|(?:政府|政务)?信息依申请公开|依申请公开)(?:件|书)?(?:受理量|总数量|总数|总量|数量|数|量)?(?:共有|总计|是)?${quantity("n")}(?<unit>${CASES})`,
    "gu",
  ),
  facts: [{ name: "applicationsReceived", group: "n", unit: "件" }],
  // In 公文主动公开70件，依申请公开11件 the figures count documents.
  unless: (_, stand) => ofDocuments(stand),
};

/** A sentence such as 共收到9件 below a heading about requests. */
const receivedBare: FactPattern = {
  needs: ["收到", "受理", "新收"],
  words: new RegExp(
    String.raw`(?<=^|[，。；：、年度])(?:[我本][局委办县市区镇]|本机关|本单位|全年)?(?:共|总共|一共)?(?:收到|受理|新收)${quantity("n")}(?<unit>件)(?=[，。；（]|$)`,
    "gu",
  ),
  facts: [{ name: nameOfWhole, group: "n", unit: "件" }],
  unless: (_, { before, headings }) =>
    before.replace(/20\d{2}年度?[，]?/gu, "") !== "" || !/依申请|公开申请/u.test(headings),
};

/** How many requests were received, in the words of many reports. */
export const received: readonly FactPattern[] = [
  receivedWhole,
  receivedBefore,
  receivedAfter,
  receivedStated,
  receivedBare,
];
