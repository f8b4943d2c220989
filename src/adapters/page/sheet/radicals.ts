/**
 * Maps radical code points to the ordinary characters they look like. Chromium and some viewers write `⽉` (U+2F49) for
 * 月, because one glyph of the font serves both and the first code point wins. NFKC on the whole text would also fold
 * （ ） and １. Unicode 15 EquivalentUnifiedIdeograph: U+2F00–2FD5 decompose one by one, most of U+2E80–2EF3 do not and
 * are listed.
 */
export const RADICALS: ReadonlyMap<number, string> = new Map([
  ...Array.from({ length: 0x2fd6 - 0x2f00 }, (_, index) => {
    const code = 0x2f00 + index;
    return [code, String.fromCodePoint(code).normalize("NFKC")] as const;
  }),
  ...pairs(
    "⺀冫⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民" +
      "⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺴网⺶羊⺷羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎" +
      "⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑镸⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤" +
      "⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟",
  ),
]);

function pairs(text: string): (readonly [number, string])[] {
  const characters = [...text];
  return characters.flatMap((character, index) =>
    index % 2 === 0 ? [[character.codePointAt(0)!, characters[index + 1]!] as const] : [],
  );
}
