/**
 * The part that different names of one issuer share: width, whitespace and quotes are removed, Traditional is written
 * as Simplified, and the endings that offices leave out or shorten at will are cut off. 某县人民政府, 某縣政府 and 某县
 * are one; 某县人民政府办公室 issues reports of its own and stays apart. Meant for comparing, never for showing.
 */
export function issuerKey(name: string): string {
  const plain = plainName(name);
  for (const [ending, short] of ENDINGS) {
    const match = ending.exec(plain);
    if (match && match.index >= 2) return plain.slice(0, match.index) + short;
  }
  return plain;
}

/** A name regardless of width, script, whitespace and quotes. */
export function plainName(name: string): string {
  return simplified(name.normalize("NFKC")).replace(/[\s\p{Cf}“”"『』「」《》<>·]/gu, "");
}

/** The first that fits is taken. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:人民)?政府(?:办公室|办)$/u, "政府办公室"],
  [/(?:人民)?政府办公厅$/u, "政府办公厅"],
  [/街道(?:办事处|办|人民政府)$/u, "街道"],
  [/管委会$/u, "管理委员会"],
  [/(?:人民)?政府$/u, ""],
];

function simplified(text: string): string {
  let result = "";
  for (const character of text) result += SIMPLIFIED.get(character) ?? character;
  return result;
}

/** Characters of place and office names, each Traditional one followed by its Simplified form. */
const PAIRS =
  "廣广蘇苏寧宁雲云臺台灣湾陽阳東东龍龙漢汉滬沪長长慶庆貴贵瓊琼藍蓝門门島岛濱滨連连盤盘錦锦鐵铁嶺岭遼辽營营煙烟濰潍濟济棗枣萊莱蕪芜馬马銅铜" +
  "贛赣鷹鹰饒饶鄭郑開开駐驻許许葉叶黃黄荊荆隨随婁娄懷怀張张瀏浏順顺頭头賓宾賀贺欽钦瀘泸綿绵內内達达資资樂乐貢贡畢毕節节義义麗丽寶宝雞鸡鹹咸" +
  "蘭兰隴陇銀银關关臨临吳吴烏乌魯鲁齊齐爾尔倫伦貝贝錫锡興兴瀋沈縣县區区鎮镇鄉乡務务與与為为於于環环態态農农業业計计發发財财稅税運运輸输衛卫聯联" +
  "勞劳僑侨黨党廳厅檢检審审電电視视檔档藥药質质監监氣气測测繪绘圖图書书館馆體体療疗險险園园軍军災灾應应協协婦妇團团處处辦办規规劃划設设經经貿贸" +
  "產产權权總总會会員员國国機机構构學学醫医術术創创導导動动勵励際际級级結结組组織织給给統统續续網网維维緝缉緣缘縱纵績绩繼继羅罗職职" +
  "蘆芦蕭萧薩萨蔣蒋虛虚補补裝装觀观觸触認认證证評评訴诉試试詳详語语說说請请調调談谈謝谢譽誉讓让負负責责賢贤貨货購购貸贷費费賦赋贊赞趙赵車车轉转輪轮" +
  "輔辅輝辉邊边遷迁過过還还這这進进遠远違违遲迟適适選选遺遗鄧邓鄰邻釋释鋼钢鐘钟鏈链銷销閣阁閩闽闊阔隊队陰阴陣阵階阶陸陆陳陈隱隐難难霧雾靜静韓韩項项" +
  "預预領领頻频題题類类風风飛飞飲饮騎骑驗验魚鱼鮮鲜鳥鸟鳴鸣鴻鸿鵝鹅鹽盐麥麦點点莊庄華华萬万專专兩两個个豐丰舉举鄔邬來来楊杨楓枫極极標标棟栋樹树" +
  "樣样橋桥樓楼歐欧歡欢歲岁溝沟滄沧澤泽潔洁澗涧淺浅濁浊渾浑濤涛滿满漁渔漸渐潤润漲涨溫温潛潜瀾澜瀟潇灘滩灤滦燈灯靈灵爐炉熱热愛爱牆墙獨独獲获瑪玛璣玑" +
  "畫画盧卢礦矿碼码磚砖禮礼離离種种積积稱称穀谷筆笔築筑簡简糧粮紀纪約约紅红純纯細细紹绍終终綜综綠绿舊旧蠶蚕壩坝壇坛壽寿塊块場场堅坚墾垦奧奥孫孙實实" +
  "屬属峽峡嶗崂巖岩帶带廬庐庫库廟庙彌弥強强歸归彙汇戰战戶户護护報报據据擁拥數数斷断時时晉晋顯显曉晓暢畅殘残";

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from(
    { length: [...PAIRS].length / 2 },
    (_, at) => [[...PAIRS][2 * at]!, [...PAIRS][2 * at + 1]!] as const,
  ),
);
