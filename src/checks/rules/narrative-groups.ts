import type { Check } from "../check.ts";
import { compareFigure, totals } from "../narrative.ts";

const GROUPS: readonly (readonly [words: RegExp, key: string])[] = [
  [/(?<![及和、或])(?:，|。|；|：|中)予以公开(\d+)件/u, "results.granted"],
  [/(?:，|、|；|：|中)部分公开(\d+)件/u, "results.partiallyGranted"],
  [/(?:，|、|；|：|中)不予公开(\d+)件/u, "results.denied"],
  [/(?:，|、|；|：|中)无法提供(\d+)件/u, "results.unableToProvide"],
  [/(?:，|、|；|：|中)不予处理(\d+)件/u, "results.notProcessed"],
  [/(?:，|、|；|：|中)(?:作)?其他处理(\d+)件/u, "results.other"],
  [/(?:，|、|；|：|中)结?转下(?:一)?年度?(?:继续)?(?:办理)?(\d+)件/u, "carriedForward"],
];

/** 予以公开a件、部分公开b件、不予公开c件 … against the rows and groups of table 3, where a sentence names at least two. */
export const narrativeGroups: Check = {
  rules: ["n-groups"],
  run: (context) =>
    context.sentences.flatMap((text) => {
      const found = GROUPS.flatMap(([words, key]) => {
        const match = words.exec(text);
        return match ? [{ figure: Number(match[1]), key, quote: match[0].slice(1) }] : [];
      });
      if (found.length < 2) return [];
      return found.flatMap(({ figure, key, quote }) => compareFigure(context, "n-groups", figure, totals(context, key), quote));
    }),
};
