import { describe, expect, it } from "vitest";
import { chineseNumber } from "../../src/printed/numerals.ts";
import { readFacts } from "../../src/mapper/prose/facts/facts.ts";
import { unsureFacts } from "../../src/mapper/prose/facts/facts-unsure.ts";

/** The facts of one section, one a line: name, value, unit, `~` where approximate, population in brackets. */
function facts(text: string | readonly string[], issuer: string | null = null): string[] {
  const paragraphs = [text].flat();
  return readFacts({ number: 1, title: "", paragraphs, headings: [] }, 2023, issuer).map(
    ({ fact: { fact, value, unit, approximate, population } }) =>
      `${fact} ${value}${unit}${approximate ? "~" : ""}${population === null ? "" : ` [${population}]`}`,
  );
}

describe("figures of the prose", () => {
  it.each([
    ["共受理政府信息公开申请859件。", ["applicationsReceived 859件"]],
    ["全年收办政府信息公开申请３６４６件。", ["applicationsHandled 3646件"]],
    ["收到申请21件（含上年结转2件）。", ["applicationsIncludingCarriedOver 21件", "carriedOver 2件"]],
    ["共收到政府信息公开申请三百二十件。", ["applicationsReceived 320件"]],
    ["收到十二件政府信息公开申请。", ["applicationsReceived 12件"]],
    ["受理申请约320余件。", ["applicationsReceived 320件~"]],
    ["2 0 2 3 年收到申请 1 2 件。", ["applicationsReceived 12件"]],
    ["全年未收到有关政府信息公开申请。", ["applicationsReceived 0件"]],
    ["代表区政府受理政府信息公开申请17件。", ["applicationsReceived 17件 [代表区政府]"]],
    ["本级收到申请3件。", ["applicationsReceived 3件 [本级]"]],
    ["收到信函申请1条。", ["applicationsReceived 1条 [信函]"]],
    [
      "答复805件（含上年度结转申请18件，另有72件顺延到下年度答复）。",
      ["applicationsReplied 805件", "carriedOver 18件", "postponed 72件"],
    ],
    [
      "其中，予以公开4件、部分公开5件、不予公开1件，结转下年度继续办理6件。",
      ["granted 4件", "partiallyGranted 5件", "denied 1件", "carriedForward 6件"],
    ],
    ["予以公开及部分公开258件。", []],
    [
      "行政复议351件，其中结果维持72件，结果纠正64件；行政诉讼46件，结果维持25件。",
      [
        "reconsiderations 351件",
        "reconsiderationsUpheld 72件",
        "reconsiderationsCorrected 64件",
        "litigation 46件",
        "litigationUpheld 25件",
      ],
    ],
    ["备案行政复议案件134件。", ["reconsiderations 134件 [备案]"]],
    ["未发生行政复议、行政诉讼。", ["reconsiderations 0件", "litigation 0件"]],
    ["未发生被行政复议纠错、行政诉讼败诉的情形。", []],
    ["2023年，橡溪乡未收到社会组织或群众个人提出的政府信息依申请公开。", ["applicationsReceived 0件"]],
    ["未收到和处理政府信息公开申请，零报告。", ["applicationsReceived 0件"]],
    ["我乡无依法申请公开件。", ["applicationsReceived 0件"]],
    ["至今，医院尚未收到市民或法人依申请公开信息要求。", ["applicationsReceived 0件"]],
    ["未产生与诉讼（行政复议、行政申诉）有关的费用支出。", []],
    [
      "全年共收到政府信息公開申請３件，未發生行政復議、行政訴訟。",
      ["applicationsReceived 3件", "reconsiderations 0件", "litigation 0件"],
    ],
    [
      "其中予以公開2件、部分公開1件，按時答復率達100%。",
      ["granted 2件", "partiallyGranted 1件", "replyRate 100%"],
    ],
    [
      "收取信息处理费2230元，其中甲局880元、乙局1350元。",
      ["processingFee 2230元", "processingFeePart 880元", "processingFeePart 1350元"],
    ],
    ["依申请公开收取检索费等费用3.5万元。", ["feesCollected 3.5万元"]],
    [
      "主动公开政府信息1.2万条，其中，各乡镇主动公开政府信息856条。",
      ["proactivelyDisclosed 12000条~", "proactivelyDisclosed 856条 [各乡镇]"],
    ],
    ["按时答复率达100%，办结率百分之百。", ["replyRate 100%", "closingRate 100%"]],
    ["受理举报5件，办理提案3件。", []],
    ["政府信息公开申请数量为9件。", ["applicationsReceived 9件"]],
    ["我局依申请公开申请总量达9件。", ["applicationsReceived 9件"]],
    ["收到自然人、法人或其他组织申请公开9件。", ["applicationsReceived 9件"]],
    ["通过网络收到政府信息公开申请9件。", ["applicationsReceived 9件 [网络]"]],
    ["以信函方式收到政府信息公开申请9件。", ["applicationsReceived 9件 [信函]"]],
    ["通过网络、信函、当面等渠道收到政府信息公开申请9件。", ["applicationsReceived 9件"]],
    ["收到涉及征地的政府信息公开申请9件。", ["applicationsReceived 9件 [涉及征地]"]],
    ["12月收到政府信息公开申请9件。", ["applicationsReceived 9件 [12月]"]],
    ["收到要求更正信息的申请9件。", []],
    ["办理行政复议案件9件，均与政府信息公开无关。", []],
    ["上年结转行政复议1件，新收行政复议3件。", ["reconsiderations 3件"]],
    ["作为复议机关受理行政复议9件。", []],
    ["收到政府信息公开申请三五件。", ["applicationsReceived 35件~"]],
    ["收到政府信息公开申请数十件。", ["applicationsReceived 10件~"]],
    ["收到政府信息公开申请20件左右。", ["applicationsReceived 20件~"]],
    ["主动公开政府信息900条以上。", ["proactivelyDisclosed 900条~"]],
    ["清理主动公开政府信息900条。", []],
    ["减免信息公开收费300元，退还收费20元。", []],
    [
      "收到申请12件（其中自然人10件），办结11件，1件结转下一年度。",
      ["applicationsReceived 12件", "applicationsReplied 11件"],
    ],
    [
      "受理政府信息公开申请77件，其中新收70件、上年结转7件。",
      ["applicationsIncludingCarriedOver 77件", "carriedOver 7件"],
    ],
    [
      "新收申请70件，结转7件，共受理政府信息公开申请77件。",
      ["applicationsReceived 70件", "applicationsIncludingCarriedOver 77件"],
    ],
  ])("%s", (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it.each([
    "共收到公民、法人和其他组织政府信息公开申请9件。",
    "新收到公民、法人或者其他组织提出的政府信息公开申请共9份。",
    "受理公民、法人及其他组织申请政府信息公开9宗。",
    "接收依申请公开政府信息9件。",
    "收悉群众政府信息公开申请9个。",
    "收到的政府信息公开申请数量为9件。",
    "接收通过邮寄、网络提交的各类政府信息公开申请共计9件。",
    "收到政府信息公开申请（含网上申请）9件。",
    "政府信息公开申请共收到9件。",
    "共有9件政府信息公开申请。",
    "共收到9件申请，其中自然人6件。",
    "政府信息公开申请：2023年共收到9件。",
    "政府信息依申请公开共9件。",
    "全年依申请公开受理量9件。",
    "今年以来收到政府信息公开申请9件。",
    "2023年度本局政府信息公开申请9件。",
    "1-12月，收到政府信息公开申请9件。",
    "全年累计收到政府信息公开申请9件，同比增长12%，内容涉及备案。",
  ])("%s is the year's figure of all who applied", (text) => {
    expect(facts(text).map((line) => line.replace(/\S$/u, ""))).toEqual(["applicationsReceived 9"]);
  });

  it.each([
    ["上半年受理政府信息公开申请5件，下半年受理9件。", ["applicationsReceived 5件 [上半年]"]],
    ["第一季度，收到政府信息公开申请5件。", ["applicationsReceived 5件 [第一季度]"]],
    ["1—6月收到政府信息公开申请5件。", ["applicationsReceived 5件 [1—6月]"]],
    [
      "2022年收到政府信息公开申请8件，2023年收到政府信息公开申请9件。",
      ["applicationsReceived 8件 [2022年]", "applicationsReceived 9件"],
    ],
    ["汛期期间收到政府信息公开申请8件。", ["applicationsReceived 8件 [汛期期间]"]],
    ["报告期间收到政府信息公开申请8件。", ["applicationsReceived 8件"]],
    ["三年来收到政府信息公开申请8件。", ["applicationsReceived 8件 [三年来]"]],
    ["月均收到政府信息公开申请8件。", ["applicationsReceived 8件 [月均]"]],
    ["重点领域主动公开政府信息35条。", ["proactivelyDisclosed 35条 [重点领域]"]],
    ["全年公开政府信息35条。", ["proactivelyDisclosed 35条"]],
    ["本局到2023年底累计主动公开政府信息401条。", ["proactivelyDisclosed 401条 [累计]"]],
    ["至2023年12月31日累计公开政府信息401条。", ["proactivelyDisclosed 401条 [累计]"]],
    ["2023年累计主动公开政府信息401条。", ["proactivelyDisclosed 401条"]],
    ["2023年，累计主动公开政府信息401条。", ["proactivelyDisclosed 401条"]],
    ["公开栏已换，累计主动公开政府信息401条。", ["proactivelyDisclosed 401条 [累计]"]],
    ["自2023年1月1日至2023年12月31日累计公开政府信息41条。", ["proactivelyDisclosed 41条"]],
    ["截至6月底，收到政府信息公开申请8件。", ["applicationsReceived 8件 [截至]"]],
    [
      "建站以来累计发布政府信息930条，其中2023年度共主动公开政府信息41条。",
      ["proactivelyDisclosed 930条 [以来]", "proactivelyDisclosed 41条"],
    ],
    ["收到自然人申请公开政府信息8件。", ["applicationsReceived 8件 [自然人]"]],
    ["其他应主动公开的政府信息35条。", ["proactivelyDisclosed 35条 [其他应]"]],
    ["通过微信公众号主动公开政府信息35条。", ["proactivelyDisclosed 35条 [通过微信]"]],
    ["受理77件政府信息公开申请，其中上年结转7件。", ["applicationsReceived 77件", "carriedOver 7件"]],
    [
      "2023年,本处靠门口的公告栏主动公开政府信息35条,公报公开政府信息12条;另收到申请5件。",
      [
        "proactivelyDisclosed 35条 [本处靠门口的公告栏]",
        "proactivelyDisclosed 12条 [公报]",
        "applicationsReceived 5件",
      ],
    ],
    [
      "在橡溪县人民政府信息公开网站上主动公开政府信息1,035条。",
      ["proactivelyDisclosed 1035条 [在橡溪县人民政府信息公开网站]"],
    ],
  ])("%s: a figure knows its time and whose it is", (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it.each([
    "2023年,街道未接到任何形式的信息公开申请。",
    "没有收到公民、法人或者其他组织要求公开政府信息的申请。",
    "我镇未收到依申请公开请求。",
    "尚未接到群众主动申请公开信息的要求。",
    "2023年、未收到依申请公开政府信息情况。",
    "本站没有公民、法人和其他组织申请公开政府信息。",
    "本年度,未接到群众要求公开的信息。",
    "2023年度，本单位未收到申请公开政府信息件。",
    "我局2023年度依申请受理信息公开申请:无。",
    "全年依申请公开数量为零。",
    "本年度未收到过公开申请，未发生由公开引发的举报。",
    "全年未收悉向我局提出的信息公开申请。",
    "2023年度我局未收到任何形式的依申请公开。",
  ])("%s: there were no requests", (text) => {
    expect(facts(text)).toEqual(["applicationsReceived 0件"]);
  });

  it.each([
    "街道未向公民、法人和其他组织收取任何与公开信息相关的费用。",
    "未对公众依申请公开政府信息收取任何费用。",
    "2023年度,我镇政府信息公开没有收费。",
    "没有收取检索、复制、邮寄费用。",
  ])("%s: there were no fees", (text) => {
    expect(facts(text)).toEqual(["feesCollected 0元"]);
  });

  it.each([
    "未有因政府信息公开引起的行政复议或诉讼。",
    "没有发生行政复议、诉讼情况。",
    "全年无行政复议和行政诉讼。",
    "无涉及政府信息公开行政复议、诉讼案件。",
    "未接到有关政府信息公开方面的复议、诉讼和申诉。",
    "我乡无一例因政府信息公开申请行政复议和提起行政诉讼发生。",
    "收到咨询3次,无信息公开类行政复议及诉讼案件。",
    "行政复议、行政诉讼0件。",
    "不存在因政府信息公开引发的行政复议和行政诉讼。",
    "政府信息公开行政复议案件和行政诉讼案件数量均为零。",
  ])("%s: there were no cases", (text) => {
    expect(facts(text)).toEqual(["reconsiderations 0件", "litigation 0件"]);
  });

  it.each([
    ["2023年，街道新收到依申请公开政府信息3件。", null, "applicationsReceived 3件"],
    ["2023年，橡溪街道共受理政府信息公开申请3件。", "橡溪街道", "applicationsReceived 3件"],
    ["橡溪街道办事处共收到政府信息公开申请3件。", "橡溪街道办事处", "applicationsReceived 3件"],
    ["我部门收到政府信息公开申请3件。", null, "applicationsReceived 3件"],
    ["各街道收到政府信息公开申请3件。", "橡溪县", "applicationsReceived 3件 [各街道]"],
    ["县直部门收到政府信息公开申请3件。", null, "applicationsReceived 3件 [县直部门]"],
  ])("%s of %s: an office of a street is no part of itself", (text, issuer, expected) => {
    expect(facts(text, issuer)).toEqual([expected]);
  });

  it("replies are counted in 起, too", () => {
    expect(facts("共收到信息公开申请22起，答复22起。")).toEqual([
      "applicationsReceived 22起",
      "applicationsReplied 22起",
    ]);
  });

  it("a fee for processing is a fee of its own", () => {
    expect(facts("本年度未收取任何信息处理费。")).toEqual(["processingFee 0元"]);
  });

  it.each([
    "我镇没有公开信息。",
    "没有民事诉讼。",
    "未收到复议机关的决定。",
    "发生行政复议、行政诉讼3件。",
    "行政复议和诉讼案件3起。",
    "未收到企业提出的政府信息公开申请。",
    "未收到网上政府信息公开申请。",
    "没有收到上级转办的政府信息公开申请。",
    "未发生不予受理政府信息公开申请的情况。",
    "没有政府信息公开申请超期答复的情况。",
    "未收取超出标准的费用。",
    "未收取复印费以外的费用。",
    "制发公文90件，其中主动公开41件，依申请公开30件，不予公开19件。",
    "受理用水业务6120件，办结率达98.7%。",
    "办理12345热线诉求100件，答复率98%。",
    "受理行政许可申请120件。",
    "收到9件低保申请。",
    "没有行政复议纠错案件。",
    "主动公开文件70件，依申请公开9件。",
    "全年案件办结率98.7%。",
    "未收到政府信息公开申请人的举报。",
    "收到信访申请3件。",
  ])("%s counts other things", (text) => {
    expect(facts(text)).toEqual([]);
  });

  it.each([
    ["县教育局收到政府信息公开申请5件。", ["applicationsReceived 5件 [县教育局]"]],
    [
      "县教育局收到政府信息公开申请5件，答复5件；全县共收到政府信息公开申请9件。",
      [
        "applicationsReceived 5件 [县教育局]",
        "applicationsReplied 5件 [县教育局]",
        "applicationsReceived 9件 [全县]",
      ],
    ],
    ["县水利局收到政府信息公开申请9件。", ["applicationsReceived 9件"]],
    ["我局共收到政府信息公开申请9件。", ["applicationsReceived 9件"]],
    [
      "全县水利系统共收到政府信息公开申请19件，我局收到政府信息公开申请9件。",
      ["applicationsReceived 19件 [全县水利系统]", "applicationsReceived 9件"],
    ],
    [
      "2023年，全县各部门收到政府信息公开申请19件，答复18件。",
      ["applicationsReceived 19件 [全县各部门]", "applicationsReplied 18件 [全县各部门]"],
    ],
    ["全系统主动公开政府信息190条。", ["proactivelyDisclosed 190条 [全系统]"]],
    ["全县政府信息公开行政复议案件5件。", ["reconsiderations 5件 [全县]"]],
    ["其中，局办公室主动公开政府信息20条。", ["proactivelyDisclosed 20条 [局办公室]"]],
    ["县林业局被提起行政复议1件。", ["reconsiderations 1件 [县林业局]"]],
    ["受理行政复议申请30件。", []],
    ["受理行政复议申请0件。", ["reconsiderations 0件"]],
    ["发生1件因政府信息公开引起的行政诉讼案件。", ["litigation 1件"]],
    ["发生针对本单位有关政府信息公开事务的行政复议案1件。", ["reconsiderations 1件"]],
    ["政府信息公开工作被申请行政复议2次。", ["reconsiderations 2次"]],
    ["按照全县统一要求，收到政府信息公开申请9件。", ["applicationsReceived 9件"]],
  ])("%s, told by a bureau of water", (text, expected) => {
    expect(facts([text], "橡溪县水利局")).toEqual(expected);
  });

  it.each(["橡溪县人民政府", "橡溪县", "橡溪县人民政府办公室", "橡溪高新技术开发区管理委员会"])(
    "全县 is whose %s reports",
    (issuer) => {
      expect(facts("全县共收到政府信息公开申请9件。", issuer)).toEqual(["applicationsReceived 9件"]);
    },
  );

  it.each([
    ["上年结转答复7件。", ["applicationsReplied 7件 [上年结转]"]],
    ["其中结转上年答复7件。", ["applicationsReplied 7件 [其中结转上年]"]],
    ["上年结转的7件中已答复6件。", ["carriedOver 7件", "applicationsReplied 6件 [上年结转的7件中已]"]],
    ["办结上年结转申请7件，办结本年新收申请69件。", ["applicationsReplied 7件 [上年结转]"]],
    ["本年新收申请答复69件。", ["applicationsReplied 69件 [本年新收申请]"]],
    ["结转上年7件，办结75件。", ["carriedOver 7件", "applicationsReplied 75件"]],
    ["结转2022年申请7件，结转2024年2件。", ["carriedOver 7件"]],
    ["新收申请70件和上年结转申请共答复77件。", ["applicationsReceived 70件", "applicationsReplied 77件"]],
    ["答复76件，结转至下年度1件。", ["applicationsReplied 76件", "carriedForward 1件"]],
  ])("%s: what was carried over, and what was replied of it", (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it.each([
    ["2022年全年收到政府信息公开申请8件。", ["applicationsReceived 8件 [2022年]"]],
    ["收到上级转办的政府信息公开申请3件。", ["applicationsReceived 3件 [上级转办]"]],
    ["协助市局答复政府信息公开申请3件。", ["applicationsReplied 3件 [协助市局]"]],
    ["指导各镇做好公开，收到政府信息公开申请9件。", ["applicationsReceived 9件"]],
    ["通过各种渠道收到政府信息公开申请9件。", ["applicationsReceived 9件"]],
    ["收到的政府信息公开申请总数是9件。", ["applicationsReceived 9件"]],
    [
      "处理政府信息公开申请77件（含上年结转7件）。",
      ["applicationsIncludingCarriedOver 77件", "carriedOver 7件"],
    ],
    ["办理行政复议案件120件，其中涉及政府信息公开3件。", []],
  ])("%s", (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it.each([
    "未接到依申请公开申请。",
    "2023年度依申请公开0件。",
    "本年度未发生依申请公开事项。",
    "本年度无政府信息公开申请。",
  ])("%s says that there were none", (text) => {
    expect(facts(text)).toEqual(["applicationsReceived 0件"]);
  });

  it.each([
    "政府信息公开行政复议、行政诉讼均为0件。",
    "没有行政复议、行政诉讼案件。",
    "无行政复议和行政诉讼情况。",
    "未被申请行政复议、提起行政诉讼。",
  ])("%s says that there were no cases", (text) => {
    expect(facts(text).toSorted()).toEqual(["litigation 0件", "reconsiderations 0件"]);
  });

  it("按期答复13件 beside 答复14件 is a part", () => {
    expect(facts("共答复政府信息公开申请14件，按期答复13件，延期答复1件。").slice(0, 2)).toEqual([
      "applicationsReplied 14件",
      "applicationsReplied 13件 [按期]",
    ]);
    expect(facts("收到申请14件，均按期答复13件。").at(-1)).toBe("applicationsReplied 13件");
  });

  it("予以公开答复9件 is one outcome of the replies", () => {
    expect(facts("完成依申请公开答复14件，其中，予以公开答复9件，不予公开5件。")).toEqual([
      "applicationsReplied 14件",
      "granted 9件",
      "denied 5件",
    ]);
  });

  it("stand in the paragraph their sentence begins in, with their words as printed", () => {
    const [found] = readFacts({
      number: 3,
      title: "",
      paragraphs: ["（一）收到", "情况如下。共收到申请", " 1 2 件。"],
      headings: [],
    });
    expect(found).toEqual({
      raw: "收到申请 1 2 件",
      fact: {
        fact: "applicationsReceived",
        value: 12,
        approximate: false,
        population: null,
        unit: "件",
        section: 3,
        paragraph: 1,
        sentence: "共收到申请 1 2 件。",
      },
    });
  });
});

it.each([
  ["三百二十", 320],
  ["十", 10],
  ["十二", 12],
  ["二十", 20],
  ["一千零五", 1005],
  ["两百", 200],
  ["二〇一八", 2018],
  ["百", null],
  ["十百", null],
  ["二十三十", null],
])("%s is %s", (text, value) => {
  expect(chineseNumber(text)).toBe(value);
});

describe("figures of the prose that may be others", () => {
  const unsure = (text: string, recognized?: number) =>
    unsureFacts(
      readFacts({ number: 1, title: "", paragraphs: [text], headings: [] }, 2023).map((fact) => ({
        ...fact,
        at: recognized === undefined ? null : { recognized },
      })),
    ).map(({ rule, path }) => `${rule} ${path}`);
  it.each([
    ["收到申请12件。", undefined, []],
    ["收到申请12件。", 0.95, []],
    ["收到申请12件。", 0.8, ["fact-unclear /report/facts/0"]],
    ["收到申请1.125件。", undefined, ["fact-fraction /report/facts/0"]],
    ["收到申请1.2万件。", undefined, []],
  ] as const)("%s with probability %s", (text, recognized, told) => {
    expect(unsure(text, recognized)).toEqual(told);
  });
});
