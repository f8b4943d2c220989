import { expect, test } from "vitest";
import { drawPages } from "../../src/cli/stages/page-svg.ts";

test("pages stand under each other, text is escaped", () => {
  const svg = drawPages([
    { page: 3, box: [10, 20, 30.004, 40], kind: "given", title: "/a" },
    { page: 1, box: [0, 0, 100, 50], kind: "cell", title: "<&>\u0000" },
  ]);
  expect(svg).toContain('width="136" height="162"');
  expect(svg).toContain('<g transform="translate(0 86)">');
  expect(svg).toContain('<rect class="given" x="10" y="20" width="20" height="20"><title>/a</title></rect>');
  expect(svg).toContain("<title>&lt;&amp;&gt;\ufffd</title>");
});
