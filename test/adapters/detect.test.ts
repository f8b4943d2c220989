import { describe, expect, it } from "vitest";
import { detect } from "../../src/adapters/index.ts";

const opc = "http://schemas.microsoft.com/office/2006/xmlPackage";
const odf = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
const table = "单位,收到,办结\n甲,1,2\n乙,3,4\n丙,5,6\n";

const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([...`\ufeff${text}`].flatMap((one) => [one.charCodeAt(0) & 0xff, one.charCodeAt(0) >> 8]));

function formatOf(content: string | Uint8Array, name = "report"): string | undefined {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return detect({ name, bytes })?.id;
}

describe("formats by their first bytes", () => {
  it.each([
    ["pdf", `${"\0".repeat(1019)}%PDF-1.7`],
    ["text", `${"\0".repeat(1020)}%PDF-1.7`],
    ["pdf", "%%PDF-1.4"],
    ["flat-opc", `<p:package xmlns:p="${opc}">`],
    ["flat-opc", `\ufeff${" \n".repeat(99)}<?xml version="1.0"?>\n<!-- 一 -->\n<p:package xmlns:p="${opc}">`],
    ["flat-opc", utf16(`\n<package xmlns="${opc}">`)],
    ["html", `<!doctype html><p>${opc}</p><package>`],
    ["text", `二〇二〇年 <package xmlns="${opc}">`],
    ["fods", `<office:document xmlns:office="${odf}" office:mimetype="a/x.spreadsheet">`],
    ["fodt", `<office:document xmlns:office="${odf}" office:mimetype="a/x.text">`],
    ["csv", table],
    ["text", table.replaceAll(",", " ")],
    ["text", `一、总体情况\n${table}`],
    ["csv", `一、总体情况\n${table}`, "report.csv"],
    ["mhtml", `From: ${"x".repeat(400)}\nMIME-Version: 1.0\n\n`],
    ["mhtml", `\n\nMIME-Version\n\n`],
    ["mhtml", `Subject: ${"一".repeat(20)}\r\n folded\r\nContent-Type: multipart/related\r\n\r\n`],
    ["text", `From: 1\n\nMIME-Version: 1.0\n`],
  ] as const)("%s: %j", (format, content, name?: string) => {
    expect(formatOf(content, name)).toBe(format);
  });
});
