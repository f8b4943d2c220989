import { expect, test } from "vitest";
import { issuerKey, parseMergers } from "../../src/panel/index.ts";

test.each([
  ["霁溪县人民政府", "霁溪县", "霁溪县政府", "霁溪縣人民政府", " 霁 溪县　人民政府 ", "《霁溪县人民政府》"],
  ["霁溪县人民政府办公室", "霁溪县政府办公室", "霁溪縣政府辦公室", "霁溪县政府办"],
  ["霁溪县通讯管理局", "霁溪縣通訊管理局"],
  ["霁溪县调查监测中心", "霁溪縣調查監測中心"],
  ["云泽省人民政府办公厅", "雲澤省政府辦公廳"],
  ["苔岭街道办事处", "苔岭街道办", "苔嶺街道"],
  ["帆渡经济开发区管委会", "帆渡經濟開發區管理委員會"],
  ["霁溪市１２３中学", "霁溪市123中學"],
])("%s and its spellings are one issuer", (name, ...others) => {
  for (const other of others) expect(issuerKey(other), other).toBe(issuerKey(name));
});

test("offices that issue reports of their own stay apart", () => {
  const names = [
    "霁溪县人民政府",
    "霁溪县人民政府办公室",
    "霁溪县教育局",
    "霁溪市人民政府",
    "苔岭镇人民政府",
    "霁溪县苔岭镇人民政府",
    "人民政府",
    "苔岭街道办事处",
    "苔岭镇",
  ];
  // The town and its government are one, all others are not.
  expect(new Set(names.map(issuerKey)).size).toBe(names.length - 1);
});

const read = (text: string) => {
  const { mergers, problems } = parseMergers(text);
  return problems.length > 0
    ? problems.map(({ kind, line }) => `${line} ${kind}`)
    : Object.fromEntries(mergers);
};

test.each<[string, object]>([
  ["name,issuer\r\n苔岭乡,霁溪县\r\n", { 苔岭乡: "霁溪县" }],
  ['苔岭乡人民政府,霁溪县\n"帆渡, 乡","霁溪""县"\n\n', { 苔岭乡: "霁溪县", "帆渡,乡": '霁溪"县' }],
  ['\ufeff{"苔岭乡": "帆渡镇", "帆渡镇": "霁溪县"}', { 苔岭乡: "霁溪县", 帆渡镇: "霁溪县" }],
  ["霁溪县政府,霁溪县人民政府", { 霁溪县: "霁溪县人民政府" }],
  ["苔岭乡", ["1 columns"]],
  ["a甲,b乙,c丙", ["1 columns"]],
  ['甲乡,乙镇,"丙', ["1 columns"]],
  ['甲"乡,乙镇\n\n"甲"乡,乙镇\n"甲乡,乙镇', ["1 columns", "3 columns", "4 columns"]],
  ["甲乡,乙镇\n甲乡,丙镇", ["2 twice"]],
  ["甲乡,乙镇\n乙镇,甲乡", ["0 circle", "0 circle"]],
  ['{"甲乡": 1}', ["0 syntax"]],
  ["[1]", ["0 syntax"]],
  ["{", ["0 syntax"]],
])("mapping %j", (text, expected) => {
  expect(read(text)).toEqual(expected);
});
