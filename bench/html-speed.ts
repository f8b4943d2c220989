import { parse } from "parse5";
import { html } from "../src/adapters/html/index.ts";
import type { Limits } from "../src/model/index.ts";

/** CPU milliseconds to read one saved page of about 100 kB, warm, and how many times a bare parse5 pass that is. */

const limits: Limits = {
  maximumBytes: 50_000_000,
  maximumInflatedBytes: 50_000_000,
  maximumPages: 1000,
  maximumCells: 1_000_000,
  maximumDepth: 256,
};

const style = `style="MARGIN: 0cm 0cm 0pt; mso-pagination: widow-orphan; FONT-FAMILY: 宋体; mso-bidi-font-size: 10.5pt"`;
const text = (content: string | number) =>
  `<p class=MsoNormal ${style}><span lang=EN-US style="FONT-SIZE: 10.5pt; mso-ascii-font-family: Calibri">${content}<o:p></o:p></span></p>\n`;

function applications(): string {
  const row = (y: number) =>
    `<tr style="HEIGHT: 14.2pt"><td colspan=3 width=217>${text(`（${y}）办理结果之${y}`)}</td>${[
      1, 2, 3, 4, 5, 6, 7,
    ]
      .map((x) => `<td width=38>${text(x % 3 === 0 ? "&nbsp;" : x * y)}</td>`)
      .join("")}</tr>\n`;
  return `<table border=1>\n<tr><td colspan=3>${text("（本列数据的勾稽关系为：略）")}</td><td colspan=7>${text("申请人情况")}</td></tr>
${Array.from({ length: 26 }, (_, y) => row(y + 1)).join("")}</table>`;
}

function page(): string {
  const menu = Array.from(
    { length: 160 },
    (_, i) => `<li class="item-${i}"><a href="/zwgk/list_${i}.html" target="_blank">栏目${i}</a></li>`,
  );
  const prose = Array.from({ length: 60 }, (_, i) =>
    text(`第${i}项工作按照年初计划推进，全年召开会议若干次，并在网站设立专栏。`.repeat(3)),
  );
  return `<!DOCTYPE html><html><head><meta charset=utf-8><meta name="ArticleTitle" content="青石镇2021年政府信息公开工作年度报告">
<script>${"var a = 1;".repeat(300)}</script></head><body><div class="nav"><ul>${menu.join("\n")}</ul></div>
<div class="main"><div id="zoom" class="TRS_Editor">${text("一、总体情况")}${prose.join("")}${text("三、收到和处理申请情况")}${applications()}
${text("六、其他需要报告的事项")}</div></div><div class="footer">${menu.slice(0, 40).join("\n")}</div></body></html>`;
}

function cpuMilliseconds(work: () => unknown): number {
  for (let i = 0; i < 60; i++) work();
  const runs = 60;
  const start = process.cpuUsage();
  for (let i = 0; i < runs; i++) work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / runs;
}

const source = page();
const bytes = new TextEncoder().encode(source);
const bare = cpuMilliseconds(() => parse(source));
const ours = cpuMilliseconds(() => html.read({ name: "page.html", bytes }, limits));
console.log(`page ${(bytes.length / 1000).toFixed(0)} kB`);
console.log(`bare parse5   ${bare.toFixed(1)} ms`);
console.log(`html adapter  ${ours.toFixed(1)} ms, ${(ours / bare).toFixed(1)} times bare parse5`);
