/** A name that a division had until some year, and the code of the division of today that its place belongs to. */
export type FormerName = readonly [name: string, code: string, year: number, fate?: "merged"];

/**
 * Divisions that were merged or renamed since 2009 where the stem of the name does not lead to the successor (it does
 * for 洪泽县 → 洪泽区): the former name, its successor's code, the year in which the State Council approved the change,
 * and whether the division was merged into one that had reports of its own or, as 沧浪区, 平江区 and 金阊区, with others.
 */
export const FORMER_NAMES: readonly FormerName[] = [
  ["崇文区", "110101", 2010, "merged"],
  ["宣武区", "110102", 2010, "merged"],
  ["塘沽区", "120116", 2009, "merged"],
  ["汉沽区", "120116", 2009, "merged"],
  ["大港区", "120116", 2009, "merged"],
  ["卢湾区", "310101", 2011, "merged"],
  ["南汇区", "310115", 2009, "merged"],
  ["闸北区", "310106", 2015, "merged"],
  ["白下区", "320104", 2013, "merged"],
  ["下关区", "320106", 2013, "merged"],
  ["沧浪区", "320508", 2012, "merged"],
  ["平江区", "320508", 2012, "merged"],
  ["金阊区", "320508", 2012, "merged"],
  ["下城区", "330105", 2021, "merged"],
  ["江干区", "330102", 2021, "merged"],
  ["绍兴县", "330603", 2013],
  ["居巢区", "340181", 2011],
  ["襄樊市", "4206", 2010],
  ["襄阳区", "420607", 2010],
  ["莱城区", "370116", 2018],
  ["莱芜市", "370116", 2018, "merged"],
  ["钢城区", "370117", 2018],
  ["市北区四方区", "370203", 2012, "merged"],
  ["四方区", "370203", 2012, "merged"],
  ["胶南市", "370211", 2012, "merged"],
  ["路南县", "530126", 1998],
];
