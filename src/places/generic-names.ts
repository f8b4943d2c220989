/**
 * Names that every place has: 市教育局, 县人民政府, 市场监督管理局, 高新区管委会. Only what stands around the file shows
 * whose they are.
 */
const KIND = /^(?:本|我)?(自治[区州县旗]|街道|[省市县区州盟旗乡镇村])(?=.)/u;
/** Beginnings of offices' names that hold a character for a kind of division: 市场 is no 市, 城乡 no 乡. */
const DEPARTMENT =
  /^(?:市场|市政(?!府)|市容|市民|市级|市直|县直|区直|省直|区域|区划|(?:住房和?|住建和|自然资源和|国土资源和|规划和)?城乡|城市|城镇|(?:农业和?)?农村|乡村|乡镇|村镇|街道办)/u;
/** Zones called after what they are for, not after where they are. */
const ZONE =
  /^(?:国家级?|省级|经济|技术|高新|产业|工业|综合|保税|旅游|度假|风景|名胜|自然|生态|农业|科技|示范|试验|实验|开发|保护|循环|物流|空港|临港|临空|出口加工|新|园)+区/u;
/** Bodies of the whole country, of which there is only one. */
const NATIONAL = /^(?:国家|国务院|全国|中央|中国)/u;
const PLAIN_OFFICE =
  /^[^省市县区州旗盟乡镇村街]{0,16}(?:政府|局|厅|委员会|管委会|联合会|委|办公室|办|处|署|中心|站|所|队)$/u;

/** Whether an office's name says nothing of where it is, as every county has a 教育局. There is only one 国务院办公厅. */
export function namesNoPlace(name: string): boolean {
  if (NATIONAL.test(name)) return false;
  const office = ofKind(name)?.office ?? name;
  return PLAIN_OFFICE.test(office.replace(ZONE, "").replace(DEPARTMENT, "")) || PLAIN_OFFICE.test(office);
}

/** Whether a place is called only after what it is for: 经济开发区, or 高新区管委会, as some are listed. */
export function isNamelessZone(place: string): boolean {
  return /^(?:管委会|管理委员会|街道)?$/u.test(place.replace(ZONE, "")) && ZONE.test(place);
}

/** A name that begins with the kind of its place instead of the place: 市教育局 is the 教育局 of some 市. */
export function ofKind(name: string): { readonly kind: string; readonly office: string } | null {
  const [start = "", kind] = (DEPARTMENT.test(name) ? null : KIND.exec(name)) ?? [];
  return kind === undefined ? null : { kind, office: name.slice(start.length) };
}
