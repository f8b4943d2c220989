import { prepared } from "../../../arithmetic/prepared.ts";
import type { Template } from "../../../model/index.ts";
import { literalPattern } from "../../../printed/matches.ts";
import type { FactPattern } from "./fact-pattern.ts";
import { plain } from "./facts.ts";
import { quantity } from "./facts-quantity.ts";

/** The words by which a form finds figures of its own. */
export const ownFacts = prepared(({ facts = [] }: Template): readonly FactPattern[] =>
  facts.flatMap(({ fact, phrases = [] }) =>
    phrases.map((phrase): FactPattern => {
      const [before = "", after = ""] = plain(phrase).split("{number}");
      return {
        needs: [before.length > after.length ? before : after],
        words: new RegExp(literalPattern(before) + quantity("n") + literalPattern(after), "gu"),
        facts: [{ name: fact, group: "n", unit: "" }],
      };
    }),
  ),
);
