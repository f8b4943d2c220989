import { DIVISIONS } from "./divisions.ts";

export type Level = "province" | "prefecture" | "county" | "town";

/**
 * A division of the People's Republic of China with its code from the National Bureau of Statistics: 2, 4, 6 or 9
 * digits.
 */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
}

const LEVELS: Readonly<Record<number, Level>> = { 2: "province", 4: "prefecture", 6: "county", 9: "town" };
const ABOVE: Readonly<Record<number, number>> = { 9: 6, 6: 4, 4: 2 };

/**
 * The ending that a short name leaves out: 福建 for 福建省, 朝阳 for 朝阳区. At least two characters must remain. Towns
 * have no short names, because there are 44,000 of them.
 */
const KIND =
  /(?:特别行政区|自治区|(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|各)族?)+自治[区州县旗]|地区|新区|林区|省|市|县|区|盟|旗)$/u;

export interface Tree {
  readonly byCode: ReadonlyMap<string, Division>;
  /** Divisions by full name and, above the towns, by short name too. */
  readonly byName: ReadonlyMap<string, readonly Division[]>;
}

let tree: Tree | null = null;

/** Parsed at the first call (44,000 names take some 60 ms) and kept, because it never changes. */
export function divisionTree(): Tree {
  return (tree ??= parse());
}

function parse(): Tree {
  const byCode = new Map<string, Division>();
  const byName = new Map<string, Division[]>();
  const call = (name: string, division: Division): void => {
    const known = byName.get(name);
    if (known) known.push(division);
    else byName.set(name, [division]);
  };
  const add = (code: string, name: string): void => {
    const division: Division = { code, name, level: LEVELS[code.length]! };
    byCode.set(code, division);
    call(name, division);
    const short = code.length < 9 ? name.replace(KIND, "") : name;
    if (short !== name && short.length >= 2) call(short, division);
    // Short forms with the kind kept: 恩施州 for 恩施土家族苗族自治州, 长阳县 for 长阳土家族自治县.
    const self = /自治([州县])$/u.exec(name);
    if (self && short.length >= 2) call(short + self[1]!, division);
  };
  for (const line of DIVISIONS.split("\n")) {
    const [first = "", ...towns] = line.split(" ");
    const [, code = "", name = ""] = /^(\d+)(.*)$/u.exec(first) ?? [];
    // A prefecture without counties is listed a second time, as the county that contains its towns.
    if (name !== "" && byCode.get(code.slice(0, 4))?.name !== name) add(code, name);
    for (const town of towns) add(code + town.slice(0, 3), town.slice(3));
  }
  return { byCode, byName };
}

/**
 * The divisions around a code, outermost first and the division itself last. Codes without a name of their own are left
 * out.
 */
export function chainOf({ byCode }: Tree, code: string): readonly Division[] {
  const codes: string[] = [];
  for (let length: number | undefined = code.length; length !== undefined; length = ABOVE[length])
    codes.unshift(code.slice(0, length));
  return codes.flatMap((one) => byCode.get(one) ?? []);
}
