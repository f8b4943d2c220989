import { describe, expect, it } from "vitest";
import { flags, page, table } from "./page.ts";

const title = "青石市水务局2022年度部门决算";
const heading = (name: string, number: string): string =>
  `<p>${name}</p><p>${number}</p><p>部门：青石市水务局</p><p>单位：万元</p>`;

const overall = table(
  "收入*3|支出*3",
  "项目|行次|决算数|项目|行次|决算数",
  "栏次||1|栏次||2",
  "一、一般公共预算财政拨款收入|1|1,234.50|一、一般公共服务支出|32|1,000.00",
  "二、政府性基金预算财政拨款收入|2||二、外交支出|33|",
  "五、事业收入|5|10.50|五、教育支出|36|5.00",
  "七、附属单位上缴收入|7||七、文化旅游体育与传媒支出|38|",
  "八、其他收入|8|5.00|八、社会保障和就业支出|39|200.00",
  "|9||九、卫生健康支出|40|40.00",
  "|10||十、节能环保支出|41|",
  "|11||十一、城乡社区支出|42|",
  "|12||十二、农林水支出|43|",
  "|13||十三、交通运输支出|44|",
  "|14||十四、资源勘探工业信息等支出|45|",
  "|15||十五、商业服务业等支出|46|",
  "|16||十六、金融支出|47|",
  "|17||十七、援助其他地区支出|48|",
  "本年收入合计|27|1,250.00|本年支出合计|58|1,245.00",
  "使用非财政拨款结余|28||结余分配|59|",
  "年初结转和结余|29|3.00|年末结转和结余|60|8.00",
  "|30|||61|",
  "总计|31|1,253.00|总计|62|1,253.00",
);

const appropriations = (total = "1,236.50"): string =>
  table(
    "收入*3|支出*6",
    "项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款",
    "栏次||1|栏次||2|3|4|5",
    "一、一般公共预算财政拨款|1|1,234.50|一、一般公共服务支出|33|1,000.00|1,000.00||",
    "二、政府性基金预算财政拨款|2||二、外交支出|34||||",
    "三、国有资本经营预算财政拨款|3||三、国防支出|35||||",
    "|4||八、社会保障和就业支出|40|234.50|234.50||",
    "本年收入合计|27|1,234.50|本年支出合计|59|1,234.50|1,234.50||",
    `年初财政拨款结转和结余|28|2.00|年末财政拨款结转和结余|60|2.00|2.00||`,
    "一般公共预算财政拨款|29|2.00||61||||",
    "政府性基金预算财政拨款|30|||62||||",
    `总计|32|${total}|总计|64|1,236.50|1,236.50||`,
  );

const spent = ["功能分类科目编码|科目名称|小计|基本支出|项目支出", "栏次*2|1|2|3"];
const byFunction = (...rows: readonly string[]): string => table("项目*2|本年支出*3", ...spent, ...rows);

describe("部门决算", () => {
  it("income and expenditure side by side, with the numbers of rows and columns", async () => {
    const conversion = await page(title, heading("收入支出决算总表", "公开01表"), overall);
    expect(conversion.report).toMatchObject({ issuer: "青石市水务局", year: 2022, otherTables: [] });
    expect(conversion.report?.tables["overall"]).toMatchObject({
      income: {
        general: 1234.5,
        funds: null,
        undertaking: 10.5,
        other: 5,
        sum: 1250,
        opening: 3,
        total: 1253,
      },
      expenditure: { publicServices: 1000, education: 5, health: 40, sum: 1245, closing: 8, total: 1253 },
    });
    expect(flags(conversion).filter((flag) => !flag.startsWith("table-missing"))).toEqual([]);
  });

  it("appropriations by their budgets balance", async () => {
    const read = (total?: string) =>
      page(title, heading("财政拨款收入支出决算总表", "公开04表"), appropriations(total));
    const conversion = await read();
    expect(conversion.report?.tables["appropriations"]).toMatchObject({
      income: {
        general: 1234.5,
        sum: 1234.5,
        opening: 2,
        openingGeneral: 2,
        openingFunds: null,
        total: 1236.5,
      },
      expenditure: {
        publicServices: { total: 1000, general: 1000, funds: null, capital: null },
        closing: { total: 2 },
        all: { total: 1236.5 },
      },
    });
    expect(flags(await read("1,263.50"))).toContain(
      "accounts-balance-appropriations /report/tables/appropriations/expenditure/all/total",
    );
  });

  it("lists under the same headings are told by the titles above them", async () => {
    const conversion = await page(
      title,
      heading("一般公共预算财政拨款支出决算表", "公开05表"),
      byFunction(
        "合计*2|1,234.50|1,000.00|234.50",
        "201|一般公共服务支出|1,000.00|1,000.00|",
        "20103|水务|234.50||234.50",
      ),
      "<p>注：本表反映部门本年度一般公共预算财政拨款支出情况。</p>",
      heading("国有资本经营预算财政拨款支出决算表", "公开08表"),
      byFunction("合计*2|7.00||7.00", "223|国有资本经营预算支出|7.00||7.00"),
    );
    expect(conversion.report?.tables).toMatchObject({
      generalExpenditure: {
        total: { total: 1234.5, basic: 1000, project: 234.5 },
        rows: [
          { label: "一般公共服务支出", total: 1000, basic: 1000, project: null },
          { label: "水务", total: 234.5, basic: null, project: 234.5 },
        ],
      },
      capitalExpenditure: {
        total: { total: 7, project: 7 },
        rows: [{ label: "国有资本经营预算支出", total: 7, basic: null, project: 7 }],
      },
    });
    expect(flags(conversion).filter((flag) => !flag.startsWith("table-missing"))).toEqual([]);
  });

  it("one of them alone is read as none of the others", async () => {
    const conversion = await page(
      title,
      heading("国有资本经营预算财政拨款支出决算表", "公开08表"),
      byFunction("合计*2|7.00||7.00", "223|国有资本经营预算支出|7.00||7.00"),
    );
    expect(conversion.report?.tables).toMatchObject({ capitalExpenditure: { total: { total: 7 } } });
    expect(conversion.report?.tables).toHaveProperty("generalExpenditure.total.total", null);
    expect(flags(conversion)).toContain("table-missing /report/tables/generalExpenditure");
  });

  it("basic expenditure in three parts side by side", async () => {
    const conversion = await page(
      title,
      heading("一般公共预算财政拨款基本支出决算表", "公开06表"),
      table(
        "人员经费*3|公用经费*6",
        "科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数",
        "301|工资福利支出|800.00|302|商品和服务支出|150.00|307|债务利息及费用支出|",
        "30101|基本工资|800.00|30201|办公费|150.00|310|资本性支出|10.00",
        "303|对个人和家庭的补助|40.00||||31002|办公设备购置|10.00",
        "人员经费合计*2|840.00|公用经费合计*5|160.00",
      ),
    );
    expect(conversion.report?.tables["basicExpenditure"]).toMatchObject({
      personnel: { amount: 840 },
      operations: { amount: 160 },
      rows: [
        { label: "工资福利支出", amount: 800 },
        { label: "基本工资", amount: 800 },
        { label: "对个人和家庭的补助", amount: 40 },
        { label: "商品和服务支出", amount: 150 },
        { label: "办公费", amount: 150 },
        { label: "债务利息及费用支出", amount: null },
        { label: "资本性支出", amount: 10 },
        { label: "办公设备购置", amount: 10 },
      ],
    });
    expect(flags(conversion).filter((flag) => !flag.startsWith("table-missing"))).toEqual([]);
  });

  it("a form that is empty has no values and no doubt", async () => {
    const conversion = await page(
      title,
      heading("政府性基金预算财政拨款收入支出决算表", "公开07表"),
      table(
        "项目*2|年初结转和结余*1/2|本年收入*1/2|本年支出*3|年末结转和结余*1/2",
        "功能分类科目编码|科目名称|小计|基本支出|项目支出",
        "栏次*2|1|2|3|4|5|6",
        "合计*2||||||",
      ),
      "<p>注：本部门本年度没有政府性基金预算财政拨款收入和支出，故本表为空。</p>",
    );
    expect(conversion.report?.tables["fundExpenditure"]).toEqual({
      total: { opening: null, income: null, total: null, basic: null, project: null, closing: null },
    });
    expect(flags(conversion).filter((flag) => !flag.startsWith("table-missing"))).toEqual([]);
  });
});
