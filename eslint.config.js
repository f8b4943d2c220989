import eslint from "@eslint/js";
import sonarjs from "eslint-plugin-sonarjs";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["**/dist/", "out/", "coverage/", "node_modules/"] },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      "no-console": "error",
      "no-irregular-whitespace": ["error", { skipRegExps: true, skipStrings: true, skipTemplates: true }],
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    // What meets a document's text is linear in it; other expressions read templates, patterns and data of our own.
    files: ["src/{adapters,tables,printed,mapper,checks}/**"],
    plugins: { sonarjs },
    rules: { "sonarjs/super-linear-regex": "error" },
  },
  {
    // What is above stands in one piece because it reads best so, and says why beside the exception.
    files: ["src/**", "packages/**"],
    plugins: { sonarjs },
    rules: { "sonarjs/cognitive-complexity": ["error", 20] },
  },
  {
    files: ["src/cli/**", "src/batch/**", "bench/**", "scripts/**", "test/**"],
    rules: { "no-console": "off" },
  },
);
