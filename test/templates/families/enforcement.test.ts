import { describe, expect, it } from "vitest";
import { flags, page, table } from "./page.ts";

const licences = table(
  "行政许可实施数量（宗）*5",
  "申请数量|受理数量|许可数量|不予许可数量|撤销许可数量",
  "300|290|280|9|1",
);
const missing = (flag: string): boolean => flag.startsWith("table-missing");

describe("the wordings of 行政执法统计年报", () => {
  it("of Zhejiang until 2022: kinds of the law of 2017, the sum beside them", async () => {
    const conversion = await page(
      "清溪县文化局2022年度行政执法统计年报",
      "<p>表一</p><p>清溪县文化局2022年度行政处罚实施情况统计表</p>",
      table(
        "行政处罚实施数量（宗）*10",
        "警告|罚款|没收违法<br>所得、没收<br>非法财物|暂扣许可证、执照|责令停产停业|吊销许可证、执照|行政<br>拘留|其他行政处罚|合计（宗）|罚没金额（万元）",
        "31|54||||| 59||144|4.1",
      ),
      "<p>说明：</p><p>1.行政处罚实施数量为作出处罚决定的数量。</p>",
      "<p>表二</p><p>清溪县文化局2022年度行政许可实施情况统计表</p>",
      licences,
    );
    expect(conversion.report).toMatchObject({ issuer: "清溪县文化局", year: 2022 });
    expect(conversion.layouts).toMatchObject({ penalties: "enforcement-data-2019" });
    expect(conversion.report?.tables).toMatchObject({
      penalties: { kinds: { warning: 31, fine: 54, detention: 59, other: null }, total: 144, amount: 4.1 },
      licences: { applied: 300, withdrawn: 1 },
    });
    expect(flags(conversion).filter((flag) => !missing(flag))).toEqual([]);
  });

  it("of Henan: nobody is detained, and the title stands below the table", async () => {
    const conversion = await page(
      "青石市城市管理局2020年度行政执法统计情况",
      "<p>一、2020年度我局行政许可申请总数为300宗，具体见表一。</p>",
      licences,
      "<p>2020年度行政许可实施情况统计表（表一）说明：</p><p>1.申请数量为收到申请的数量。</p>",
      "<p>二、2020年度我局实施行政处罚总数为293宗，具体见表二。</p>",
      table(
        "行政处罚实施数量（宗）*9",
        "警告|罚款|没收违法所得、没收非法财物|暂扣许可证、执照|责令停产停业|吊销许可证、执照|其他行政处罚|合计（宗）|罚没金额（万元）",
        "0|293|0|0|0|0|0|293|11817.5",
      ),
      "<p>2020年度行政处罚实施情况统计表（表二）说明：</p>",
    );
    expect(conversion.report).toMatchObject({ issuer: "青石市城市管理局", year: 2020 });
    expect(conversion.report?.tables).toMatchObject({
      licences: { applied: 300, accepted: 290 },
      penalties: { kinds: { fine: 293, other: 0 }, total: 293, amount: 11817.5 },
    });
    expect(flags(conversion).filter((flag) => !missing(flag))).toEqual([]);
  });

  it("of Shanxi: twelve kinds, and 元", async () => {
    const conversion = await page(
      "霁溪市文物局2021年度行政执法统计年报",
      "<p>一、行政处罚实施情况统计表</p><p>二、行政强制实施情况统计表</p><p>三、其他行政执法行为实施情况统计表</p>",
      "<p>表一：</p><p>霁溪市文物局行政处罚实施情况统计表</p>",
      table(
        "行政处罚实施数量（宗）*14",
        "警告|通报批评|罚款|没收违法所得、没收非法财物|暂扣许可证件|降低资质等级|限制开展生产经营活动|责令停产停业|责令关闭、限制从业|吊销许可证件|行政拘留|其他行政处罚|合计（宗）|罚没金额（元）",
        "1|2|30|0|0|0|0|4|0|0|0|0|37|52000",
      ),
    );
    expect(conversion.layouts).toMatchObject({ penalties: "enforcement-data-shanxi" });
    expect(conversion.report?.tables).toMatchObject({
      penalties: { kinds: { warning: 1, criticism: 2, fine: 30, halt: 4 }, total: 37, amount: 52_000 },
    });
    expect(flags(conversion).filter((flag) => !missing(flag))).toEqual([]);
  });

  const bands = [
    "警告|通报批评|罚款|没收违法所得|没收非法财物|暂扣许可证件|降低资质等级|吊销许可证件",
    "限制开展生产经营活动|责令停产停业|责令关闭|限制从业|行政拘留|其他行政处罚|合计（宗）|罚没金额（万元）",
  ] as const;
  const penalties = {
    kinds: { warning: 1, criticism: 0, fine: 20, gains: 3, goods: 4, revocation: 0, halt: 2, other: 5 },
    total: 35,
    amount: 12.5,
  };

  it.each([
    ["one band", "enforcement-data-hubei", [bands.join("|"), "1|0|20|3|4|0|0|0|0|2|0|0|0|5|35|12.5"]],
    [
      "two bands",
      "enforcement-data-hubei-bands",
      [bands[0], "1|0|20|3|4|0|0|0", bands[1], "0|2|0|0|0|5|35|12.5"],
    ],
  ])("of Hubei: each kind by itself, in %s", async (_, layout, rows) => {
    const conversion = await page(
      "清溪县商务局2023年度行政执法统计年报",
      "<p>（一）2023年行政处罚实施情况统计表</p>",
      table(...rows),
    );
    expect(conversion.layouts).toMatchObject({ penalties: layout });
    expect(conversion.report?.tables).toMatchObject({ penalties });
    expect(flags(conversion).filter((flag) => !missing(flag))).toEqual([]);
  });

  it("of Hubei, with the name of the office beside the first band", async () => {
    const conversion = await page(
      "清溪县商务局2023年度行政执法统计年报",
      "<p>（一）2023年行政处罚实施情况统计表</p>",
      table(
        "行政处罚实施数量（宗）*9",
        `单位名称|${bands[0]}`,
        "县商务局*1/3|1|0|20|3|4|0|0|0",
        bands[1],
        "0|2|0|0|0|5|35|12.5",
      ),
    );
    expect(conversion.report?.tables).toMatchObject({ penalties });
    expect(flags(conversion).filter((flag) => !missing(flag))).toEqual([]);
  });

  it("of Hubei, several offices and their sum; without the sum none of them stands for all", async () => {
    const rows = [
      "县商务局|1|0|20|3|4|0|0|0|0|2|0|0|0|5|35|12.5",
      "县外贸站|0|0|1|0|0|0|0|0|0|0|0|0|0|0|1|0.5",
    ];
    const read = (...more: readonly string[]) =>
      page(
        "清溪县商务局2023年度行政执法统计年报",
        "<p>（一）2023年行政处罚实施情况统计表</p>",
        table(`单位名称|${bands.join("|")}`, ...rows, ...more),
      );
    const whole = await read("合计|1|0|21|3|4|0|0|0|0|2|0|0|0|5|36|13");
    expect(whole.report?.tables["penalties"]).toMatchObject({
      offices: [
        { label: "县商务局", total: 35 },
        { label: "县外贸站", amount: 0.5 },
      ],
      sum: { total: 36, amount: 13 },
    });
    expect(flags(whole).filter((flag) => !missing(flag))).toEqual([]);
    expect(flags(await read()).filter((flag) => !missing(flag)).length).toBeGreaterThan(0);
  });

  it("of Shandong: an office a row", async () => {
    const conversion = await page(
      "清溪县自然资源局2021年度行政执法工作统计年报",
      "<p>（一）2021年度行政许可情况</p>",
      table(
        "单位名称*1/2|行政许可实施数量*4|撤销许可数量*1/2",
        "申请数量|受理数量|许可数量|不予许可数量",
        "清溪县自然资源局|12|11|10|1|0",
        "清溪县林业站|3|3|3|0|0",
        "合计|15|14|13|1|0",
      ),
      "<p>填表说明：1.统计范围为本年度1月1日至12月31日。</p>",
      "<p>（二）2021年度行政处罚情况</p>",
      table(
        "单位名称*1/3|行政处罚实施情况*21|被复议应诉数量*4|移送司法机关数量*1/3",
        "立案数量*1/2|结案数量*1/2|行政处罚案件数量*14|罚没金额（万元）*1/2|不予处罚案件数量*1/2|不罚金额（万元）*1/2|减轻处罚的案件数量*1/2|轻罚金额（万元）*1/2|被行政复议数量*1/2|被行政复议纠错数量*1/2|被行政诉讼数量*1/2|行政诉讼败诉数量*1/2",
        "警告|通报批评|罚款|没收违法所得|没收非法财物|暂扣许可证件|降低资质等级|吊销许可证件|限制开展生产经营活动|责令停产停业|责令关闭|限制从业|行政拘留|其他行政处罚",
        "清溪县自然资源局|10|10|0|0|10|2|1|0|0|0|0|7|0|0|0|0|170.8115|0|0|0|0|0|6|0|0|5",
        "合计|10|10|0|0|10|2|1|0|0|0|0|7|0|0|0|0|170.8115|0|0|0|0|0|6|0|0|5",
      ),
    );
    expect(conversion.report).toMatchObject({ issuer: "清溪县自然资源局", year: 2021 });
    expect(conversion.report?.tables).toMatchObject({
      licences: {
        offices: [
          { label: "清溪县自然资源局", applied: 12, withdrawn: 0 },
          { label: "清溪县林业站", granted: 3 },
        ],
        sum: { applied: 15, accepted: 14, granted: 13, refused: 1, withdrawn: 0 },
      },
      penalties: {
        offices: [{ filed: 10, kinds: { fine: 10, gains: 2, halt: 7 }, amount: 170.8115, transferred: 5 }],
        sum: { closed: 10, lawsuits: { total: 0 }, reviews: { corrected: 6 } },
      },
    });
    expect(flags(conversion)).toEqual([]);
  });

  it("of Chongqing: numbered rows, some left empty, and remarks", async () => {
    const conversion = await page(
      "青石区市场监督管理局2022年行政执法年度数据统计公示",
      "<p>（表1）行政许可实施情况统计表</p>",
      table(
        "序号*1/2|单位名称*1/2|行政许可实施数量（件）*4|撤销行政许可数量（件）*1/2|法制审核数量（件）*2|备注*1/2",
        "申请数量|受理数量|许可数量|不予许可数量|审核数量|纠错数量",
        "1|青石区市场监督管理局|8131|7975|7417|314|0|12|3|",
        "2|||||||||",
        "3|||||||||",
        "合 计*2|8131|7975|7417|314|0|12|3|",
      ),
      "<p>（表2）行政处罚实施情况统计表</p>",
      table(
        "序号*1/2|单位名称*1/2|行政处罚实施数量（件）*14|罚没金额（万元）*1/2|简易程序数量（件）*1/2|一般程序数量（件）*1/2|法制审核数量（件）*2|涉嫌犯罪移送案件数量（件）*1/2|司法机关受理案件数量（件）*1/2",
        "警告|通报批评|罚款|没收违法所得、没收非法财物|暂扣许可证件|降低资质等级|吊销许可证件|限制开展生产经营活动|责令停产停业|责令关闭|限制从业|行政拘留|其他行政处罚|合计|审核数量|纠错数量",
        "1|青石区市场监督管理局|387|0|270|281|0|0|0|1|0|0|0|0|9|948|73.17|76|888|188|10|6|6",
        "2||||||||||||||||||||||",
        "合 计*2|387|0|270|281|0|0|0|1|0|0|0|0|9|948|73.17|76|888|188|10|6|6",
      ),
    );
    expect(conversion.report).toMatchObject({ issuer: "青石区市场监督管理局", year: 2022 });
    expect(conversion.report?.tables).toMatchObject({
      licences: {
        offices: [{ label: "青石区市场监督管理局", applied: 8131, examined: { total: 12, corrected: 3 } }],
        sum: { applied: 8131, granted: 7417 },
      },
      penalties: {
        offices: [{ kinds: { warning: 387, restriction: 1 }, total: 948, amount: 73.17, takenUp: 6 }],
        sum: { ordinary: 888, examined: { total: 188 } },
      },
    });
    expect(flags(conversion)).toEqual([]);
  });
});
