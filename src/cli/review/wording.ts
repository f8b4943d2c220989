import type { Language } from "../../findings/index.ts";

export interface ReviewWording {
  readonly done: (pages: number, index: string) => string;
  readonly gone: (name: string) => string;
  readonly moreGone: (count: number) => string;
  readonly notWhole: (folder: string) => string;
  readonly notOurs: (index: string) => string;
  readonly removed: (pages: number) => string;
  readonly progress: (done: number) => string;
}

export const reviewWording: Readonly<Record<Language, ReviewWording>> = {
  en: {
    done: (pages, index) => `${pages} ${pages === 1 ? "page" : "pages"}; begin with ${index}`,
    gone: (name) => `${name}: the original is gone, or is another file now; its page shows the record alone`,
    moreGone: (count) => `… and ${count} more originals gone`,
    notWhole: (folder) => `${folder} is no finished dataset: run gongkai batch, or merge, to its end first`,
    notOurs: (index) => `${index} is not the index of a review: give another folder as --out`,
    removed: (pages) => `${pages} ${pages === 1 ? "page" : "pages"} of an earlier review removed`,
    progress: (done) => `${done} ${done === 1 ? "page" : "pages"} written`,
  },
  zh: {
    done: (pages, index) => `已生成 ${pages} 个页面，请打开 ${index}`,
    gone: (name) => `${name}：原文件已不在原处，或已是另一文件；其页面只显示数据记录`,
    moreGone: (count) => `……另有 ${count} 份原文件不在`,
    notWhole: (folder) => `${folder} 不是已完成的数据集：请先将 gongkai batch 或 merge 运行完毕`,
    notOurs: (index) => `${index} 不是 review 生成的索引，请以 --out 另给一个文件夹`,
    removed: (pages) => `已删除先前生成的 ${pages} 个页面`,
    progress: (done) => `已写出 ${done} 个页面`,
  },
};
