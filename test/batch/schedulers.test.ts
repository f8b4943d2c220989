import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { gongkai } from "../cli/command-line.ts";
import { folder, put } from "./support.ts";

const docs = fileURLToPath(new URL("../../docs/batch/", import.meta.url));
const repository = fileURLToPath(new URL("../..", import.meta.url));
const root = folder();
const at = (name: string): string => join(root, name);
afterAll(() => rmSync(root, { recursive: true }));

const text = (name: string): string => readFileSync(join(docs, name), "utf8");
const manifests = readdirSync(docs).filter((name) => name.endsWith(".yaml"));
const jobs = manifests.filter((name) => text(name).includes("kind: Job"));
const scripts = readdirSync(docs).filter((name) => name.endsWith(".sh"));

interface Job {
  readonly spec: {
    readonly activeDeadlineSeconds: number;
    readonly ttlSecondsAfterFinished: number;
    readonly completions?: number;
    readonly template: { readonly spec: PodSpec };
  };
}

interface PodSpec {
  readonly securityContext: object;
  readonly containers: readonly { readonly args: readonly string[]; readonly securityContext: object }[];
}

test("the manifests are what the API's own types ask for", () => {
  const types: Record<string, string> = { Job: "batch/v1", PersistentVolumeClaim: "core/v1" };
  const source = manifests.map((name, index) => {
    const manifest = parse(text(name)) as { readonly kind: string };
    return `export const m${index}: import("kubernetes-types/${types[manifest.kind]}").${manifest.kind} = ${JSON.stringify(manifest)};`;
  });
  // Beside the packages, where they are found; the file is there for the compiler only.
  const path = join(repository, "manifests.ts");
  const options = { noEmit: true, strict: true, skipLibCheck: true, types: [], lib: ["lib.es5.d.ts"] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, target) =>
    name === path
      ? ts.createSourceFile(path, source.join("\n"), ts.ScriptTarget.ES2022)
      : getSourceFile(name, target);
  const program = ts.createProgram([path], options, host);
  const said = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  expect(said).toEqual([]);
  expect(manifests).toHaveLength(4);
});

test.each(jobs)("%s: ends some day, runs as nobody, writes to its volume alone", (name) => {
  const { spec } = parse(text(name)) as Job;
  const { securityContext, containers } = spec.template.spec;
  expect([spec.activeDeadlineSeconds > 0, spec.ttlSecondsAfterFinished > 0]).toEqual([true, true]);
  expect(securityContext).toMatchObject({
    runAsNonRoot: true,
    fsGroup: 1000,
    seccompProfile: { type: "RuntimeDefault" },
  });
  expect(containers.map((it) => it.securityContext)).toEqual([
    { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
  ]);
});

test.each(jobs)("%s: its command is one of ours", async (name) => {
  const { spec } = parse(text(name)) as Job;
  const [{ args }] = spec.template.spec.containers as unknown as [{ readonly args: readonly string[] }];
  const there = args.map((it) => it.replace("/data", at("none")).replace(/^\/16$/u, "1/16"));
  const { code, err } = await gongkai([...there, "--quiet"]);
  expect(code).not.toBe(0);
  expect(err).not.toMatch(/unknown|invalid/u);
  const shards = args.find((it) => /^\/\d+$/u.test(it));
  expect(shards).toBe(spec.completions === undefined ? undefined : `/${spec.completions}`);
});

/** Runs a script of ours with programs that only write down how they were called. */
function run(script: string, fakes: Readonly<Record<string, string>>, ...argv: string[]) {
  const bin = `bin-${script}`;
  rmSync(at("calls"), { force: true });
  for (const [name, body] of Object.entries(fakes)) {
    put(root, { [`${bin}/${name}`]: `#!/bin/bash\necho "${name} $*" >> ${at("calls")}\n${body}\n` });
    chmodSync(at(`${bin}/${name}`), 0o755);
  }
  const env = { ...process.env, PATH: `${at(bin)}:${process.env["PATH"]}`, POLL_SECONDS: "0.05" };
  const { status, stdout, stderr } = spawnSync("bash", [join(docs, script), ...argv], {
    encoding: "utf8",
    env,
    timeout: 20_000,
  });
  const calls = existsSync(at("calls")) ? readFileSync(at("calls"), "utf8").trim().split("\n") : [];
  return { status, stdout, stderr, calls };
}

/** Answers with conditions that come one by one, as an API server does. */
const kubectl = (failing: string): string => `
case "$1 $3" in
  "get ${failing}") echo FailureTarget; [ -e ${at("second")} ] && echo Failed; touch ${at("second")} ;;
  "get "*) echo SuccessCriteriaMet; echo Complete ;;
esac`;

test("Kubernetes: plan, shards, merge; a job that fails ends the wait", () => {
  const good = run("kubernetes.sh", { kubectl: kubectl("none") });
  expect(good.status).toBe(0);
  expect(
    good.calls.flatMap((call) => /apply -f .*\/(?<file>[\w.-]+)$/u.exec(call)?.groups?.["file"] ?? []),
  ).toEqual(["kubernetes-volume.yaml", "kubernetes-plan.yaml", "kubernetes.yaml", "kubernetes-merge.yaml"]);
  const bad = run("kubernetes.sh", { kubectl: kubectl("gongkai-batch") });
  expect(bad).toMatchObject({ status: 1, stderr: expect.stringContaining("gongkai-batch failed") });
  expect(bad.calls.join("\n")).not.toContain("kubernetes-merge.yaml");
});

test("Slurm: the merge waits for the tasks' end, whichever it is", () => {
  const { status, stdout, calls } = run(
    "slurm-submit.sh",
    { sbatch: "echo $(wc -l < " + at("calls") + ")" },
    "in",
    "out",
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: "1 2\n" });
  expect(calls[1]).toContain("--dependency=afterany:1 --kill-on-invalid-dep=yes --wrap gongkai merge 'out'");
  const [, cpus] = /--cpus-per-task=(\d+)/u.exec(text("slurm.sh")) ?? [];
  expect(Number(cpus)).toBeLessThanOrEqual(2);
  const [, tasks] = /--array=1-(\d+)/u.exec(text("slurm.sh")) ?? [];
  expect(text("slurm.sh")).toContain(`--shard /${tasks} `);
});

test("Slurm: a task that may do better is queued again, three times, one that may not is not", () => {
  const tried = (code: number, restarts: string) => {
    const fakes = { gongkai: `exit ${code}`, scontrol: "" };
    process.env["SLURM_RESTART_COUNT"] = restarts;
    const { status, calls } = run("slurm.sh", fakes, "in", "out");
    delete process.env["SLURM_RESTART_COUNT"];
    return [status, calls.filter((call) => call.startsWith("scontrol requeue")).length];
  };
  expect([tried(0, "0"), tried(2, "0"), tried(42, "0"), tried(1, "0"), tried(1, "3")]).toEqual([
    [0, 0],
    [2, 0],
    [42, 0],
    [1, 1],
    [1, 0],
  ]);
});

test.each(scripts)("%s is a script bash can read", (name) => {
  expect(spawnSync("bash", ["-n", join(docs, name)], { encoding: "utf8" }).stderr).toBe("");
});
