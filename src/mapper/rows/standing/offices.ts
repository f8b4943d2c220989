/**
 * Whether two names are those of one issuer: 清溪县人民政府办公室 counts as 清溪县人民政府, but 县教育局 is another
 * office.
 */
export function isOneOffice(printed: string, issuer: string): boolean {
  const [a, b] = [coreOf(printed), coreOf(issuer)];
  return a === "" || b === "" || a.endsWith(b) || b.endsWith(a);
}

export function coreOf(office: string): string {
  const whole = office.replace(/\([^()]*\)$/u, ""); // 水务局(本级)
  return whole.replace(/^(?:我|本|全)/u, "").replace(/(?:人民政府|政府|办公室|办公厅|办事处)+$/u, "");
}

export const OFFICE =
  /^(?:附[件表]\d*[:,.]?|填报单位[:]?|\(?[一二三四五六七八九十]+[,)])?([\u4e00-\u9fff]{2,20}?(?:局|委员会|委|办事处|街道办|街道|镇|乡|办公室|政府(?!信息)|中心|厅|法院|检察院))(?=$|[(:]|20\d\d|的?(?:年度)?(?:政府信息|政务|主动|依申请|信息公开|收到|行政|统计|数据|情况))/u;
