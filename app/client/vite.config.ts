import { globSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { defineConfig } from "vite";

// A page is a folder of src/ with a main.tsx in it. The server finds its hashed names in manifest.json
// by the path of that file, for example "src/phone/main.tsx".
const root = import.meta.dirname;
const pages = globSync("src/*/main.tsx", { cwd: root }).sort();
const entries = Object.fromEntries(pages.map((page) => [basename(dirname(page)), resolve(root, page)]));

const browsers = ["chrome90", "firefox90", "safari15"];

export default defineConfig({
  root,
  // Relative, so that chunks and fonts are found below whatever path the server mounts them at.
  base: "./",
  publicDir: false,
  build: {
    outDir: "../static/built",
    emptyOutDir: true,
    manifest: "manifest.json",
    license: { fileName: "licenses.md" },
    target: ["es2021", ...browsers],
    // Without the year, which stands for browsers so old that lines would begin left or right by a list of languages.
    cssTarget: browsers,
    // The content security policy allows neither data: addresses nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: entries },
  },
});
