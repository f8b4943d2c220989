import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, it } from "vitest";
import { convert } from "../../../src/index.ts";
import { drawReport, layOut, plain, renderOfd } from "../../support/factory/index.ts";

const PAGE = "Doc_0/Pages/Page_0/Content.xml";
const SIZE = 6.4;
const parts = unzipSync(renderOfd(layOut(drawReport(31, { ...plain, year: 2023, scale: "town" })), "runs"));
const xml = strFromU8(parts[PAGE]!);

const advanceOf = (character: string): number => (character > "\u2e80" ? 1 : 0.5);
const widthOf = (text: string, size: number): number =>
  size * [...text].reduce((sum, character) => sum + advanceOf(character), 0);

/** Text with its baseline at `y`, in the middle of the page where no `x` is given. */
function words(text: string, y: number, size = SIZE, x = (210 - widthOf(text, size)) / 2): string {
  const steps = [...text].slice(0, -1).map((character) => advanceOf(character) * size);
  return `<ofd:TextObject Boundary="${x} ${y - size} ${widthOf(text, size)} ${1.3 * size}" Size="${size}" Weight="700"><ofd:TextCode X="0" Y="${size}" DeltaX="${steps.join(" ")}">${text}</ofd:TextCode></ofd:TextObject>`;
}

async function officeAndYear(objects: string): Promise<string> {
  const changed = xml.replace(/<ofd:TextObject[^>]*Size="6\.4"[^]*?<\/ofd:TextObject>/, objects);
  const bytes = zipSync({ ...parts, [PAGE]: strToU8(changed) });
  const { report } = await convert({ name: "a.ofd", bytes });
  return `${report?.issuer} ${report?.year}`;
}

const long = "2023年政府信息公开工作年度报告";
it.each([
  ["on one line", words("弦岗镇人民政府2023年信息公开年度报告", 35)],
  ["on two", words("弦岗镇人民政府", 30) + words(long, 40)],
  ["broken within the year", words("弦岗镇人民政府20", 30) + words("23年政府信息公开工作年度报告", 40)],
  [
    "broken within a year in Chinese figures",
    words("弦岗镇人民政府二〇", 30) + words("二三年政府信息公开工作年度报告", 40),
  ],
  [
    "beside a mark of secrecy",
    words("机密", 35, 3.7, 22) + words("弦岗镇人民政府2023年信息公开年度报告", 35),
  ],
  ["beside another office", words("青石市", 35, 3.7, 22) + words("弦岗镇人民政府2023年信息公开年度报告", 35)],
  [
    "with its year on a line of its own",
    words("弦岗镇人民政府", 35, SIZE, 47.4) +
      words("2023", 38.2, SIZE, 92.2) +
      words("年信息公开年度报告", 35, SIZE, 105),
  ],
  [
    "with a digit over another",
    words("弦岗镇人民政府2022年信息公开年度报告", 35) + words("3", 35, SIZE, 101.8),
  ],
  ["with letters set apart", words("弦岗镇人民政府", 30) + words([...long].join("\u3000"), 40, 3)],
])("the office and the year of a title %s", async (_, objects) => {
  expect(await officeAndYear(objects)).toBe("弦岗镇人民政府 2023");
});
