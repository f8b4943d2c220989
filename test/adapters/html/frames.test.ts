import { describe, expect, it } from "vitest";
import { print, read } from "./print.ts";

const table = "<table><tr><td>甲乙</td><td>17</td></tr></table>";

describe("a page within a frame", () => {
  it("is read where the frame holds it as text", () => {
    expect(print(`<p>前</p>\n<iframe srcdoc="<p>年报</p>${table}"></iframe><p>后</p>`)).toBe(
      "前\n年报\n[\n|甲乙|17|\n]\n后",
    );
    const inner = `<iframe srcdoc='<p>年报</p>${table}'></iframe>`;
    expect(print(`<iframe srcdoc="${inner}"></iframe>`)).toBe("年报\n[\n|甲乙|17|\n]");
  });

  it("is not read where the frame has no room or is hidden", () => {
    expect(print(`<p>前</p><iframe height=0 srcdoc="${table}"></iframe>`)).toBe("前");
    expect(print(`<p>前</p><iframe style='display:none' srcdoc="<p>年报2</p>"></iframe>`)).toBe(
      "前\nnotice hidden-content 1",
    );
  });

  it("is doubted within a cell, where a window of a few lines shows it", () => {
    expect(print(`<table><tr><td>甲<td><iframe srcdoc=15></iframe>15</table>`)).toBe("[\n|甲|15!picture|\n]");
  });

  it("is opened in some of many frames, whose short texts may build large trees", () => {
    const text = `${"<b><i>".repeat(60)}${"<p>1".repeat(60)}`;
    const { tokens } = read(`<p>前</p>${`<iframe srcdoc="${text}"></iframe>`.repeat(2000)}`);
    expect(tokens.length).toBeLessThan(2000);
  });

  it("counts lines from where the frame begins", () => {
    const { tokens } = read(`<p>前</p>\n\n<iframe srcdoc="\n<p>后</p>"></iframe>`);
    expect(tokens.map(({ at }) => at.line)).toEqual([1, 4]);
  });
});

describe("what stands below a summary", () => {
  it.each([
    ["open", "", "17"],
    ["hidden", "details::details-content{display:none}", "17!unseen-text"],
    ["without height", "::details-content{block-size:0;overflow:clip}", "17!unseen-text"],
    [
      "given its height when open",
      "details::details-content{height:0} details[open]::details-content{height:auto}",
      "17",
    ],
  ])("%s", (_, sheet, cell) => {
    expect(print(`<style>${sheet}</style><details open>${table}</details>`)).toContain(`|甲乙|${cell}|`);
  });

  it("may be shown although it is closed", () => {
    const cell = "<details><summary>12</summary>34</details>";
    const sheet = "<style>::details-content{content-visibility:visible}</style>";
    expect(print(`${sheet}<table><tr><td>甲<td>${cell}</table>`)).toContain("|甲|12!unseen-text|");
  });
});
