import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { test } from "node:test";
import { address, bundleOf, language, speak, t } from "./texts.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const LANGUAGES = globSync("../../../locales/*/language.ftl", { cwd: import.meta.dirname }).map((file) =>
  basename(dirname(file)),
);
/** What each page loads: these files, in the language somebody reads. */
const PAGES = {
  phone: { texts: ["common", "phone"], code: ["phone", "shared"] },
  console: { texts: ["common", "console"], code: ["console", "shared"] },
  stage: { texts: ["common", "stage", "console"], code: ["stage", "console", "shared"] },
};
const pages = Object.entries(PAGES);
const sourcesOf = (one: string, texts: readonly string[]) =>
  texts.map((file) => read(`../../../locales/${one}/${file}.ftl`));
const keys = (source: string) =>
  [...source.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((found) => found[1] as string);
const every = globSync("../../../locales/nl/*.ftl", { cwd: import.meta.dirname }).flatMap((file) =>
  keys(read(file)),
);

function codeOf(folders: readonly string[]): string {
  return folders
    .flatMap((folder) => globSync(`../${folder}/*.ts*`, { cwd: import.meta.dirname }))
    .filter((name) => !name.includes(".test."))
    .map(read)
    .join("\n");
}

test("every page loads its own texts and what it shares with others", () => {
  for (const [page, { texts }] of pages) {
    const glob = texts.length > 1 ? `{${texts.join(",")}}` : texts[0];
    assert.ok(codeOf([page]).includes(`"../../../locales/*/${glob}.ftl"`), page);
  }
});

test("every text that a page names is among those it loads", () => {
  for (const [page, { texts, code }] of pages) {
    const there = sourcesOf("nl", texts).flatMap(keys);
    const source = codeOf(code);
    const quoted = [...source.matchAll(/["']([a-z][a-z0-9-]*)["']/g)].map((found) => found[1] as string);
    const said = [...source.matchAll(/\bt\(\s*"([^"]*)"/g)].map((found) => found[1] as string);
    const named = [...said, ...quoted.filter((word) => every.includes(word))];
    assert.deepEqual(
      named.filter((key) => !there.includes(key)),
      [],
      page,
    );
    const begun = [...source.matchAll(/\bt\(\s*`([a-z-]+-)\$\{/g)].map((found) => found[1] as string);
    assert.deepEqual(
      begun.filter((start) => !there.some((key) => key.startsWith(start))),
      [],
      page,
    );
  }
});

test("every text of a page's own is said there", () => {
  for (const [page, { code }] of pages) {
    const source = codeOf(code);
    const built = [...source.matchAll(/`([a-z][a-z-]*-)\$\{[^}]*\}([a-z-]*)`/g)];
    const said = (key: string) =>
      source.includes(`"${key}"`) ||
      built.some(([, start, end]) => key.startsWith(start ?? "") && key.endsWith(end ?? ""));
    assert.deepEqual(
      keys(read(`../../../locales/nl/${page}.ftl`)).filter((key) => !said(key)),
      [],
      page,
    );
  }
});

test("every text can be said, to u and to je", () => {
  for (const one of LANGUAGES)
    for (const [, { texts }] of pages) {
      const sources = sourcesOf(one, texts);
      const bundle = bundleOf(one, sources);
      for (const key of sources.flatMap(keys))
        for (const address of ["u", "je"]) {
          const errors: Error[] = [];
          const pattern = bundle.getMessage(key)?.value;
          assert.ok(pattern, `${one} ${key}`);
          const values = new Proxy({ address } as Record<string, string | number>, {
            get: (given, name: string) => given[name] ?? 2,
            has: () => true,
            getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 2 }),
          });
          bundle.formatPattern(pattern, values, errors);
          assert.deepEqual(errors, [], `${one} ${key} ${address}`);
        }
    }
});

test("choosing a language fetches its files alone, and `t` follows", async () => {
  const fetched: string[] = [];
  const sources = Object.fromEntries(
    LANGUAGES.map((one) => [
      `../../../locales/${one}/phone.ftl`,
      async () => {
        fetched.push(one);
        return sourcesOf(one, ["common", "phone"]).join("\n");
      },
    ]),
  );
  assert.equal(t("answer-agree"), "", "nothing before there is a language");
  await speak("nl", sources);
  assert.equal(t("answer-dont_know"), "Weet ik niet", "a word of the vocabulary, as it is");
  assert.equal(t("phone-called-title"), "U bent aan de beurt");
  address.value = "je";
  assert.equal(t("phone-called-title"), "Je bent aan de beurt");
  await speak("en", sources);
  await speak("nl", sources);
  assert.equal(language.value, "nl");
  assert.deepEqual(fetched, ["nl", "en"]);
});

test("a language that can't be had leaves the one on the screen", async () => {
  const before = language.value;
  await assert.rejects(speak("tr", { "../locales/tr/phone.ftl": () => Promise.reject(new Error("cut")) }));
  assert.equal(language.value, before);
});
