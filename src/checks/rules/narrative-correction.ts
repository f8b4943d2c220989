import type { FormCell } from "../../arithmetic/paths.ts";
import { finding } from "../../findings/finding.ts";
import type { Finding } from "../../model/index.ts";
import { foldDigits } from "../../printed/folding.ts";
import { prepared } from "../../arithmetic/prepared.ts";
import type { Check, CheckContext } from "../check.ts";

/** How a note below a table, or a sentence about one, begins. */
const NOTE = /^[（(]?(?:注|备注|说明|更正|更正说明|勘误|订正)[一二三四五六\d]?[：:]/u;
const OF_TABLE = /[上下本附]表|表中|表格|统计表|表[一二三四五六\d]|一栏/u;
const CORRECTS =
  /(?:应当?为|应是|应改为|[更改订修]正为|改为|实际(?:件?数)?(?:应)?为|实为)[^\d，,。；;]{0,6}(\d[\d,]*(?:\.\d+)?)/u;
/** Labels that many rows and columns share, so that they name none of them. */
const COMMON = /^(?:总计|合计|小计|其他|其它)$/u;
const LONGEST = 300;

/** Text that corrects a cell of a table: 更正：上表行政许可应为99件. */
export const narrativeCorrection: Check = {
  rules: ["n-correction"],
  run: (context) =>
    context.report.sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap((paragraph) =>
        // Few paragraphs hold these characters; the others are not examined.
        /[应正改实]/u.test(paragraph) ? correctedIn(paragraph.replace(/\s+/gu, ""), context) : [],
      ),
    ),
};

function correctedIn(paragraph: string, context: CheckContext): Finding[] {
  const isNote = NOTE.test(paragraph);
  return foldDigits(paragraph)
    .split(/[。；;]/u)
    .flatMap((sentence): Finding[] => {
      if (sentence.length > LONGEST || !(isNote || OF_TABLE.test(sentence))) return [];
      const said = CORRECTS.exec(sentence)?.[1];
      if (said === undefined) return [];
      const expected = Number(said.replaceAll(",", ""));
      const cells = cellsNamed(sentence, context.cells);
      const paths = cells.map(({ pointer }) => pointer).filter((it) => context.value(it) !== null);
      // The table was printed again with the number that the text gives.
      if (paths.length === 0 || paths.some((it) => context.value(it) === expected)) return [];
      const cell = paths.length === 1 ? { path: paths[0]!, actual: context.value(paths[0]!)! } : {};
      return [
        finding("n-correction", {
          ...cell,
          paths,
          expected,
          args: { quote: sentence.slice(0, 80) },
          at: context.at(paths[0]!),
        }),
      ];
    });
}

/** The cells of the rows that a sentence names, in the columns it names, if any. */
function cellsNamed(sentence: string, cells: readonly FormCell[]): readonly FormCell[] {
  const ofRows = cells.filter(({ row }) => wordsOf(row).some((word) => sentence.includes(word)));
  const ofBoth = ofRows.filter(({ column }) => wordsOf(column).some((word) => sentence.includes(word)));
  return ofBoth.length > 0 ? ofBoth : ofRows;
}

const wordsOf = prepared(({ label, aliases }: FormCell["row"] | FormCell["column"]): readonly string[] =>
  [label, ...aliases]
    .map((text) => text.split(/[（(]/u)[0]!.replace(/\s/gu, ""))
    .filter((text) => text.length >= 2 && !COMMON.test(text)),
);
