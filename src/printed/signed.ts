/** What is printed below the rows of a form: who filled it in, who is responsible, and how to reach them. */
const SIGNED =
  /^(?:填[表报]单位|(?:单位|部门|分管|统计)?负责人|审[核批查]人|填[报表]人|制表人?|经办人|联系人|(?:联系)?电话|填[报表](?:日期|时间))(?:\(.*?\))?(?::.*)?$/u;

/** Whether a label (normalized) is that of a signature: 审核人, 填表人：李某, 联系电话. */
export function isSignature(label: string): boolean {
  return SIGNED.test(label);
}
