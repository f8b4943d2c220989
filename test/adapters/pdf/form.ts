/** The 2019 form as a grid: 198 value cells. Labels are those of the statutory form; see `src/templates`. */
export interface FormCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly value?: true;
}

/** `label`, `label|rows|columns`, or `#` for a value cell (`#|rows|columns`). */
const TABLES: readonly (readonly string[])[] = [
  [
    "第二十条第（一）项|1|5",
    "信息内容\t本年新制作数量\t本年新公开数量|1|2\t对外公开总数量",
    "规章\t#\t#|1|2\t#",
    "规范性文件\t#\t#|1|2\t#",
    "第二十条第（五）项|1|5",
    "信息内容\t上一年项目数量\t本年增/减|1|2\t处理决定数量",
    "行政许可\t#|1|2\t#\t#",
    "其他对外管理服务事项\t#|1|2\t#\t#",
    "第二十条第（六）项|1|5",
    "信息内容\t上一年项目数量\t本年增/减|1|2\t处理决定数量",
    "行政处罚\t#|1|2\t#\t#",
    "行政强制\t#|1|2\t#\t#",
    "第二十条第（八）项|1|5",
    "信息内容\t上一年项目数量|1|2\t本年增/减|1|2",
    "行政事业性收费\t#|1|2\t#|1|2",
    "第二十条第（九）项|1|5",
    "信息内容\t采购项目数量|1|2\t采购总金额|1|2",
    "政府集中采购\t#|1|2\t#|1|2",
  ],
  [
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|3|3\t申请人情况|1|7",
    "自然人|2|1\t法人或其他组织|1|5\t总计|2|1",
    "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他",
    "一、本年新收政府信息公开申请数量|1|3\t#\t#\t#\t#\t#\t#\t#",
    "二、上年结转政府信息公开申请数量|1|3\t#\t#\t#\t#\t#\t#\t#",
    "三、本年度办理结果|20|1\t（一）予以公开|1|2\t#\t#\t#\t#\t#\t#\t#",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）|1|2\t#\t#\t#\t#\t#\t#\t#",
    "（三）不予公开|8|1\t1.属于国家秘密\t#\t#\t#\t#\t#\t#\t#",
    "2.其他法律行政法规禁止公开\t#\t#\t#\t#\t#\t#\t#",
    "3.危及“三安全一稳定”\t#\t#\t#\t#\t#\t#\t#",
    "4.保护第三方合法权益\t#\t#\t#\t#\t#\t#\t#",
    "5.属于三类内部事务信息\t#\t#\t#\t#\t#\t#\t#",
    "6.属于四类过程性信息\t#\t#\t#\t#\t#\t#\t#",
    "7.属于行政执法案卷\t#\t#\t#\t#\t#\t#\t#",
    "8.属于行政查询事项\t#\t#\t#\t#\t#\t#\t#",
    "（四）无法提供|3|1\t1.本机关不掌握相关政府信息\t#\t#\t#\t#\t#\t#\t#",
    "2.没有现成信息需要另行制作\t#\t#\t#\t#\t#\t#\t#",
    "3.补正后申请内容仍不明确\t#\t#\t#\t#\t#\t#\t#",
    "（五）不予处理|5|1\t1.信访举报投诉类申请\t#\t#\t#\t#\t#\t#\t#",
    "2.重复申请\t#\t#\t#\t#\t#\t#\t#",
    "3.要求提供公开出版物\t#\t#\t#\t#\t#\t#\t#",
    "4.无正当理由大量反复申请\t#\t#\t#\t#\t#\t#\t#",
    "5.要求行政机关确认或重新出具已获取信息\t#\t#\t#\t#\t#\t#\t#",
    "（六）其他处理|1|2\t#\t#\t#\t#\t#\t#\t#",
    "（七）总计|1|2\t#\t#\t#\t#\t#\t#\t#",
    "四、结转下年度继续办理|1|3\t#\t#\t#\t#\t#\t#\t#",
  ],
  [
    "行政复议|1|5\t行政诉讼|1|10",
    "结果维持|2|1\t结果纠正|2|1\t其他结果|2|1\t尚未审结|2|1\t总计|2|1\t未经复议直接起诉|1|5\t复议后起诉|1|5",
    "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计",
    "#\t#\t#\t#\t#\t#\t#\t#\t#\t#\t#\t#\t#\t#\t#",
  ],
];

export const FORM: readonly (readonly (readonly FormCell[])[])[] = TABLES.map((rows) =>
  rows.map((row) =>
    row.split("\t").map((cell) => {
      const [text = "", rowSpan = "1", columnSpan = "1"] = cell.split("|");
      return {
        text: text === "#" ? "" : text,
        rowSpan: Number(rowSpan),
        columnSpan: Number(columnSpan),
        ...(text === "#" && { value: true as const }),
      };
    }),
  ),
);
