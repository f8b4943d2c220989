import fc from "fast-check";

/** One seed for every run of the suite, so that a change fails for what it changed; `npm run fuzz` draws others. */
const SEED = 20_190_515;

fc.configureGlobal({ seed: Number(process.env.GONGKAI_SEED ?? SEED) });

export default fc;
