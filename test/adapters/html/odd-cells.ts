/** Cells as pages write them: digits in pieces, each styled in a way that shows it, hides it or shows it elsewhere. */
export interface OddCell {
  /** The cell with its tag; `sheet` is what the page's style sheet says for it. */
  readonly html: string;
  readonly sheet: string;
  /** What a person reads; undefined where only a doubt is right. */
  readonly shown: string | undefined;
  /** Every style in it is one of a clean page. */
  readonly isClean: boolean;
}

type Random = (below: number) => number;

/** A small generator with a seed, so that each drawing can be drawn again. */
export function randomOf(seed: number): Random {
  let state = seed * 2654435761 + 12345;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const clean = [
  "",
  "font-weight:bold",
  "font-family:SimSun",
  "color:#000",
  "color:windowtext",
  "letter-spacing:.5px",
  "line-height:1.5",
  "text-decoration:underline",
  "font-style:italic",
  "display:inline",
  "mso-bidi-font-size:10pt",
  "opacity:1",
  "visibility:visible",
  "transform:none",
  "position:static",
  "color:#222",
];
/** Takes no room, or shows nothing where it is. */
const unseen = [
  "display:none",
  "display : NONE",
  "font-size:0",
  "font-size:0.0pt",
  "font:0/0 a",
  "display:block;display:none",
  "position:absolute;left:-9999px",
  "position:absolute;top:-900px",
  "position:fixed;right:-300px",
  "position:absolute;clip:rect(0 0 0 0)",
  "position:absolute;visibility:hidden",
  "display:inline-block;width:0;overflow:hidden;height:1em",
  "display:inline-block;max-width:0;overflow:hidden;vertical-align:top",
  "font-size:.01ic",
  "font-size:.02cqw",
  "font-size:.01rcap",
  "font-size:calc(16px - 16px)",
  "font-size:round(down,5px,10px)",
];
/** Shows nothing and keeps its room. */
const gaps = [
  "visibility:hidden",
  "opacity:0",
  "opacity:.01",
  "opacity:0%",
  "visibility:collapse",
  "color:#fff",
  "color:white",
  "color:rgb(255,255,255)",
  "color:rgba(0,0,0,0)",
  "color:hsl(0, 0%, 99%)",
  "color:#fefefe",
  "color:transparent",
  "-webkit-text-fill-color:transparent",
  "background:#000",
  "position:relative;left:-700px",
  "display:inline-block;transform:scale(0)",
  "display:inline-block;transform:translateX(-900px)",
  "display:inline-block;scale:0",
  "display:inline-block;height:0;overflow:hidden;width:1em",
  "display:inline-block;clip-path:inset(50%)",
  "filter:opacity(0);display:inline-block",
  "content-visibility:hidden;display:inline-block",
  "mask:linear-gradient(transparent,transparent);display:inline-block",
  "display:inline-block;text-indent:-999px;overflow:hidden;width:20px",
  "color:AccentColorText",
  "color:env(none,white)",
  "-webkit-mask-box-image:linear-gradient(transparent,transparent);display:inline-block",
  "backdrop-filter:opacity(0);color:#fff",
];
/** Shows alone as it is written, and beside other digits as something else than one number with them. */
const apart = [
  "font-size:60%",
  "font-size:smaller;vertical-align:super",
  "vertical-align:super",
  "vertical-align:sub",
  "vertical-align:6px",
  "position:relative;top:-6px",
  "position:relative;left:20px",
  "display:block",
  "display:inline-block;margin-left:20px",
  "padding-left:2em",
  "margin-right:-.6em",
  "float:right",
  "color:red;font-size:9px;padding:0 3px",
  "letter-spacing:2em",
  "display:inline-block;margin-inline:20px",
];
/** Shows other digits than are written, or the same in another order. */
const turned = [
  "display:inline-block;transform:rotate(180deg)",
  "display:inline-block;transform:scaleX(-1)",
  "display:inline-block;rotate:180deg",
  "unicode-bidi:bidi-override;direction:rtl",
  "letter-spacing:-1em",
  "-webkit-text-security:disc",
  "display:inline-block;width:.5ch;overflow:hidden",
  "display:inline-block;height:.4em;line-height:1;overflow:hidden",
  "-webkit-text-stroke:9px #000",
  "-webkit-text-stroke-width:8px",
  "filter:drop-shadow(12px 0 0 #000)",
  "text-decoration:underline 12px;text-underline-offset:-9px",
  "display:inline-block;inline-size:.5ch;overflow-inline:clip",
];

/** One cell; `n` makes its class names its own. */
export function drawCell(random: Random, n: number): OddCell {
  const sheet: string[] = [];
  let [shown, isDoubtful, isClean, hasApart, visible] = ["", false, true, false, 0];
  const count = 1 + random(3);
  const pieces = Array.from({ length: count }, (_, i) => {
    const digits = String(1 + random(9)) + String(random(10)).repeat(random(2));
    const kind = random(13);
    if (kind < 3) {
      shown += digits;
      visible++;
      return digits;
    }
    const list = kind < 6 ? clean : kind < 8 ? unseen : kind < 10 ? gaps : kind < 12 ? apart : turned;
    if (list !== clean) isClean = false;
    if (list === gaps) shown += " ";
    else if (list !== unseen) shown += digits;
    if (list === apart) hasApart = true;
    if (list !== gaps && list !== unseen) visible++;
    if (list === turned) isDoubtful = true;
    return styled(digits, pick(random, list), i);
  });
  const cellStyle =
    random(12) === 0 ? pick(random, ["background:#eee", "text-align:center", "color:#333"]) : "";
  if (random(15) === 0) {
    sheet.push(`#c${n}::${pick(random, ["before", "after"])}{content:"${random(100)}"}`);
    [isDoubtful, isClean] = [true, false];
  }
  const html = `<td id="c${n}"${cellStyle === "" ? "" : ` style="${cellStyle}"`}>${pieces.join("")}</td>`;
  shown = shown.trim();
  // Beside other digits that are seen.
  if (hasApart && visible > 1) isDoubtful = true;
  return {
    html,
    sheet: sheet.join("\n"),
    shown: isDoubtful || shown.includes(" ") ? undefined : shown,
    isClean,
  };

  function styled(digits: string, style: string, i: number): string {
    const tag = pick(random, ["span", "b", "font", "i"]);
    const name = `p${n}-${i}`;
    const way = random(6);
    if (way < 2 || style === "") return `<${tag} style="${style}">${digits}</${tag}>`;
    const body = way === 2 ? style.replaceAll(";", " !important;") + " !important" : style;
    const selector = [
      `.${name}`,
      `td>.${name}`,
      `.${name}`,
      `#c${n} [class=${name}]`,
      `table td :not(u).${name}`,
      `${tag}.${name}:nth-child(n)`,
    ][way]!;
    const rule = `${selector}{${body}}`;
    sheet.push(random(4) === 0 ? `@media screen and (min-width:100px){${rule}}` : rule);
    // Stronger or later rules for other media and classes change nothing.
    if (random(3) === 0)
      sheet.push(`@media print{.${name}{display:inline!important}} .${name}-x{display:none}`);
    const inline = way === 2 ? ' style="display:inline;opacity:1;color:#000"' : "";
    return `<${tag} class="${name}"${inline}>${digits}</${tag}>`;
  }
}

function pick(random: Random, list: readonly string[]): string {
  return list[random(list.length)]!;
}

export function pageOf(cells: readonly OddCell[]): string {
  const rows = cells.map(({ html }, y) => `<tr><td>行${y}</td>${html}<td>丙</td></tr>`);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><style>
table{border-collapse:collapse;font:16px monospace}td{width:300px;height:40px}
${cells.map(({ sheet }) => sheet).join("\n")}
</style></head><body><table border="1">${rows.join("\n")}</table></body></html>`;
}
