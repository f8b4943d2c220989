import { expect, test } from "vitest";
import { parseFormerNames, placeIssuer } from "../../src/places/index.ts";

/** `path | department (how)`, or the candidates. */
function said(issuer: string, ...hints: Parameters<typeof placeIssuer>[1] & object): string {
  const { path, department, how, candidates, level } = placeIssuer(issuer, hints);
  return candidates.length > 0
    ? `${department} ? ${candidates.join(" ")}`
    : `${path.join("")}|${department} ${level} ${how}`;
}

test.each([
  ["江苏省淮安市洪泽区人民政府", "江苏省淮安市洪泽区| county name"],
  ["淮安市洪泽区人民政府", "江苏省淮安市洪泽区| county name"],
  ["沭阳县人民政府", "江苏省宿迁市沭阳县| county name"],
  ["平潭县财政局", "福建省福州市平潭县|财政局 county name"],
  ["上海市人民政府办公厅", "上海市|办公厅 province name"],
  ["福建省", "福建省| province name"],
  ["托里县庙尔沟镇", "新疆维吾尔自治区塔城地区托里县庙尔沟镇| town name"],
  ["石家庄市长安区教育局", "河北省石家庄市长安区|教育局 county name"],
  ["东莞市石龙镇人民政府", "广东省东莞市石龙镇| town name"],
  ["洪泽县人民政府", "江苏省淮安市洪泽区| county former-name"],
  ["上海市闸北区", "上海市静安区| county former-name"],
  ["莱芜市教育局", "山东省济南市莱芜区|教育局 county former-name"],
  ["浙江省富阳市环境保护局", "浙江省杭州市富阳区|环境保护局 county former-name"],
  ["恩施州人民政府", "湖北省恩施土家族苗族自治州| prefecture name"],
  ["长沙市岳麓区咸嘉湖街道办事处", "湖南省长沙市岳麓区咸嘉湖街道| town name"],
  ["吉林市人民政府", "吉林省吉林市| prefecture name"],
])("%s", (issuer, expected) => expect(said(issuer)).toBe(expected));

test("a name that several provinces have is decided by what stands around the file, or not at all", () => {
  const undecided = said("朝阳区人民政府");
  expect(undecided).toMatch(/^ \? .*110105.*220104/u);
  expect(said("朝阳区人民政府", { kind: "folder", text: "北京/2023" })).toBe("北京市朝阳区| county folder");
  expect(said("鼓楼区教育局", { kind: "folder", text: "江苏省/南京市/2023" })).toBe(
    "江苏省南京市鼓楼区|教育局 county folder",
  );
  expect(said("鼓楼区教育局", { kind: "manifest", text: "福州市" }, { kind: "folder", text: "南京" })).toBe(
    "福建省福州市鼓楼区|教育局 county manifest",
  );
  // Both within 江苏省 stay, and the next hint chooses between them alone.
  const inJiangsu = { kind: "folder", text: "江苏省" } as const;
  expect(said("鼓楼区教育局", inJiangsu)).toBe("教育局 ? 320106 320302");
  expect(said("鼓楼区教育局", inJiangsu, { kind: "signature", text: "徐州市" })).toBe(
    "江苏省徐州市鼓楼区|教育局 county signature",
  );
  expect(said("鼓楼区教育局", inJiangsu, { kind: "signature", text: "福州市" })).toBe(
    "教育局 ? 320106 320302",
  );
});

test("a zone called only after what it is for is the one listed where what lies around it is named", () => {
  const zone = (folder: string) => said("高新区管委会", { kind: "folder", text: folder });
  expect(zone("江苏省/盐城市/东台市")).toBe("江苏省盐城市东台市高新区|管委会 town folder");
  expect(zone("江苏省/盐城市")).toBe("江苏省盐城市|高新区管委会 prefecture folder");
  expect(said("经济开发区管委会")).toMatch(/^经济开发区管委会 \? \d/u);
});

test("an office that names no place is one of the folder's", () => {
  expect(said("财政局", { kind: "folder", text: "archive/福建省/平潭县/2023" })).toBe(
    "福建省福州市平潭县|财政局 county folder",
  );
  expect(said("财政局", { kind: "folder", text: "reports/2023" })).toBe("|财政局 null null");
  const folder = { kind: "folder", text: "福建省/福州市/平潭县" } as const;
  expect(said("县教育局", folder)).toBe("福建省福州市平潭县|教育局 county folder");
  expect(said("本市教育局", folder)).toBe("福建省福州市|教育局 prefecture folder");
  expect(said("省人民政府办公厅", folder)).toBe("福建省|办公厅 province folder");
  expect(said("县人民政府", folder)).toBe("福建省福州市平潭县| county folder");
  expect(said("市场监督管理局", folder)).toBe("福建省福州市平潭县|市场监督管理局 county folder");
  expect(said("区教育局", folder)).toBe("|区教育局 null null");
});

test("a university or a company that is called like a place is not the place's government", () => {
  expect(placeIssuer("长安大学").code).toBeNull();
  expect(placeIssuer("中国气象局").code).toBeNull();
  expect(placeIssuer("青石市人民政府").code).toBeNull();
});

test("a table of one's own is read line by line, and the first that is wrong is named", () => {
  expect(parseFormerNames("原名,代码,年份\r\n某区,350128,2010\n\n某市,3501,2012,merged\n")).toEqual({
    formerNames: [
      ["某区", "350128", 2010],
      ["某市", "3501", 2012, "merged"],
    ],
    wrong: 0,
  });
  expect(parseFormerNames('"某区" , "350128",2010').formerNames).toEqual([["某区", "350128", 2010]]);
  for (const line of [
    '"某区,350128,2010',
    '某"区,350128,2010',
    "某区,99,2010",
    "某区,350128",
    ",350128,2010",
    "某区,350128,2010,gone",
    "某区",
  ])
    expect([line, parseFormerNames(`某市,3501,2012\n${line}`).wrong]).toEqual([line, 2]);
});

test("a table of one's own names a division that is gone", () => {
  const own = [["平潭综合实验区", "350128", 2010]] as const;
  expect(placeIssuer("平潭综合实验区交通局", [], own)).toMatchObject({
    code: "350128",
    department: "交通局",
    how: "former-name",
  });
});
