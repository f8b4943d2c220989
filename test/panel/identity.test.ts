import { expect, test } from "vitest";
import type { Signs } from "../../src/panel/identity.ts";
import { identify, identifyAmong, isUndecidedIssuer, signatureOf } from "../../src/panel/index.ts";

const idOf = (issuer: string, name: string, fields?: Readonly<Record<string, string>>): string =>
  identify({ issuer, title: null, name, fields }).id;

test.each<[string, string, string, Record<string, string>?, Record<string, string>?]>([
  ["朝阳区教育局", "甲/1.html", "乙/1.html"],
  ["城关镇人民政府", "甲/1.html", "乙/1.html"],
  ["教育局", "甲/1.html", "乙/1.html"],
  ["人民政府", "甲/2022/1.html", "乙/2022/1.html"],
  ["市教育局", "甲/1.html", "乙/1.html"],
  ["县人民政府", "甲/1.html", "乙/1.html"],
  ["镇人民政府", "甲/1.html", "乙/1.html"],
  ["市场监督管理局", "甲/1.html", "乙/1.html"],
  ["区市场监督管理局", "甲/1.html", "乙/1.html"],
  ["住房和城乡建设局", "甲/1.html", "乙/1.html"],
  ["农业农村局", "甲/1.html", "乙/1.html"],
  ["县乡村振兴局", "甲/1.html", "乙/1.html"],
  ["城市管理局", "甲/1.html", "乙/1.html"],
  ["经济开发区管委会", "甲/1.html", "乙/1.html"],
  ["风景名胜区管理局", "甲/1.html", "乙/1.html"],
  ["朝阳区教育局", "1.html", "2.html", { url: "https://a.example/1" }, { url: "https://b.example/1" }],
  ["朝阳区教育局", "1.html", "2.html", { 所在地: "甲" }, { 所在地: "乙" }],
])("%s: of %s and %s nothing says that they are one office", (issuer, one, other, fields, others) => {
  const ids = [idOf(issuer, one, fields), idOf(issuer, other, others)];
  expect(ids.map(isUndecidedIssuer)).toEqual([true, true]);
  expect(ids[0]).not.toBe(ids[1]);
});

test.each([
  ["朝阳区教育局", "甲/2022/1.html", "甲/2023年/2.html"],
  ["朝阳区教育局", "甲/html/1.html", "甲/pdf/1.pdf"],
  ["教育局", "甲/1.html", "甲/2.html"],
])("%s: folders of years and formats part no office: %s, %s", (issuer, one, other) => {
  expect(idOf(issuer, one)).toBe(idOf(issuer, other));
});

test.each([
  ["朝阳区教育局", "北京市/1.html", "110105:教育局"],
  ["教育局", "江苏省/淮安市/1.html", "3208:教育局"],
  ["国务院办公厅", "甲/1.html", "国务院办公厅"],
  ["霁溪县教育局", "甲/1.html", "霁溪县教育局"],
  ["霁溪市场监督管理局", "甲/1.html", "霁溪市场监督管理局"],
  ["霁溪新区管委会", "甲/1.html", "霁溪新区管理委员会"],
  ["乡北县城乡规划局", "甲/1.html", "乡北县城乡规划局"],
  ["霁城市城市管理局", "甲/1.html", "霁城市城市管理局"],
  ["县教育局", "福建省/平潭县/1.html", "350128:教育局"],
  ["崇文区教育局", "甲/1.html", "110101:崇文区:教育局"],
  ["平江区人民政府", "甲/1.html", "320508:平江区"],
  ["姑苏区人民政府", "甲/1.html", "320508"],
  ["绍兴县人民政府", "甲/1.html", "330603"],
])("%s in %s is known: %s", (issuer, name, id) => {
  expect(idOf(issuer, name)).toBe(id);
  expect(isUndecidedIssuer(id)).toBe(false);
});

test.each([
  ["教育局", "清溪县教育局", null],
  ["教育局", "淮安市教育局", "3208"],
  ["市教育局", "淮安市教育局", "3208"],
  ["鼓楼区教育局", "南京市鼓楼区教育局", "320106"],
  ["淮安市教育局", "南京市人民政府", "3208"],
])("the place of %s, signed by %s, is %s; its id is as without a signature", (issuer, signature, code) => {
  const unsigned = { issuer, title: null, name: "甲/1.html" };
  const { id, placement } = identify({ ...unsigned, signature });
  expect([id, placement.code]).toEqual([identify(unsigned).id, code]);
  const how = code === null ? null : issuer.startsWith("淮安市") ? "name" : "signature";
  expect(placement.how).toBe(how);
});

test.each([
  [["本年度收取信息处理费0元。", "淮安市 教育局", "2023年1月14日"], "淮安市教育局"],
  [["淮安市教育局", "一", "二", "三", "四"], null],
  [["抄送淮安市教育局。"], null],
])("the signature of %j is %s", (paragraphs, expected) => {
  const section = { number: 6, title: "六、其他", paragraphs, headings: [] };
  expect(signatureOf({ sections: [section] })).toBe(expected);
});

test.each([
  [["甲/1.html", "江苏省/南京市/鼓楼区/1.html"], false, "320106"],
  [["江苏省/南京市/鼓楼区/1.html", "福建省/福州市/鼓楼区/1.html"], true, "320106 350102"],
])("鼓楼区 in %j: undecided is %s, %s", (names, isUndecided, codes) => {
  const [first, second] = names.map((name) => ({ issuer: "鼓楼区人民政府", title: null, name })) as [
    Signs,
    Signs,
  ];
  const found = identifyAmong([first, second]);
  expect(identifyAmong([second, first])).toEqual(found);
  const { code, candidates } = found.placement;
  expect([isUndecidedIssuer(found.id), code ?? candidates.join(" ")]).toEqual([isUndecided, codes]);
});
