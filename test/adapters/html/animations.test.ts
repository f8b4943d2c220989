import { describe, expect, it } from "vitest";
import { print } from "./print.ts";

const page = (sheet: string): string =>
  print(
    `<!DOCTYPE html><style>${sheet}</style><div class=x><table class=x><tr><td>甲</td><td>1435</td></tr><tr><td>乙</td><td>7</td></tr></table></div>`,
  );
const doubted = "|甲|1435!unseen-text|";

describe.each(["div", "table", "tbody", "tr", "td"])(
  "an animation of %s leaves the number in doubt",
  (name) => {
    it.each([
      ["to{visibility:hidden}", "k 1s forwards"],
      ["from{opacity:1}to{opacity:0}", "k 1s both"],
      ["100%{color:#fff}", "k 1s;animation-fill-mode:forwards"],
      ["to{background:#000}", "k 1s forwards"],
      ["to{transform:scale(0)}", "k 1s forwards"],
      ["to{margin-left:-2000px}", "k 1s forwards"],
      ["to{display:none}", "k 1s forwards"],
      ["from{opacity:0}", "k 1s paused both"],
      ["50%{opacity:0}", "k 90s -45s"],
      ["from{visibility:hidden}", "k 1s 90s backwards"],
      ["from{opacity:0}", "k 1s infinite"],
      ["from{opacity:0}", "k 1s reverse forwards"],
      ["from{opacity:0}", "k linear both;animation-timeline:scroll()"],
    ])("%s, %s", (frames, animation) => {
      expect(page(`@keyframes k{${frames}}${name}{animation:${animation}}`)).toContain(doubted);
    });

    it("and so does a rule that may hold or not", () => {
      expect(page(`@starting-style{${name}{opacity:0}}${name}{transition:opacity 900s}`)).toContain(doubted);
      expect(page(`@container (min-width:1px){${name}{visibility:hidden}}`)).toContain(doubted);
      expect(page(`@media(min-width:1px) and (max-aspect-ratio:99){${name}{display:none}}`)).toContain(
        doubted,
      );
    });
  },
);

describe("a part of the page that only appears", () => {
  it.each([
    ["from{opacity:0}to{opacity:1}", "k 1s"],
    ["from{opacity:0}to{opacity:1}", "k 1s both"],
    ["from{transform:translateY(20px)}to{transform:none}", "k .6s ease .2s both"],
    ["to{color:#222}", "k 1s forwards"],
    ["from{color:red}to{color:#000}", "k 1s infinite"],
  ])("%s, %s", (frames, animation) => {
    expect(page(`@keyframes k{${frames}}.x{animation:${animation}}`)).toContain("|甲|1435|");
  });

  it("is there when it has appeared", () => {
    expect(page("@keyframes k{to{opacity:1}}.x{opacity:0;animation:k 1s forwards}")).toContain("|甲|1435|");
    expect(page("@media(min-width:1400px){div{float:left;background:#345}}")).toContain("|甲|1435|");
  });
});
