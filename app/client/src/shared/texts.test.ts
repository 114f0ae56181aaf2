import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { test } from "node:test";
import { address, bundleOf, language, speak, t } from "./texts.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const LANGUAGES = globSync("../../../locales/*/language.ftl", { cwd: import.meta.dirname }).map((file) =>
  basename(dirname(file)),
);
const phone = Object.fromEntries(LANGUAGES.map((one) => [one, read(`../../../locales/${one}/phone.ftl`)]));
const keys = (source: string) =>
  [...source.matchAll(/^([a-z][a-z-]*) =/gm)].map((found) => found[1] as string);

test("the phone's texts are the same ones in every language", () => {
  for (const one of LANGUAGES) assert.deepEqual(keys(phone[one] ?? ""), keys(phone.nl ?? ""), one);
});

test("every text that the phone names is there, and every text is named", () => {
  const root = new URL("../phone/", import.meta.url);
  const code = globSync("*.ts*", { cwd: root.pathname })
    .filter((name) => !name.includes(".test."))
    .map((name) => readFileSync(new URL(name, root), "utf8"))
    .join("\n");
  const named = new Set([...code.matchAll(/["'](phone-[a-z-]+)["']/g)].map((found) => found[1] as string));
  const built = [...code.matchAll(/`(phone-[a-z-]+)\$\{[^}]*\}([a-z-]*)`/g)];
  const there = keys(phone.nl ?? "");
  assert.deepEqual(
    [...named].filter((key) => !there.includes(key)),
    [],
  );
  const madeUp = (key: string) =>
    built.some(([, start, end]) => key.startsWith(start ?? "") && key.endsWith(end ?? ""));
  assert.deepEqual(
    there.filter((key) => !named.has(key) && !madeUp(key)),
    [],
  );
});

test("every text can be said, to u and to je", () => {
  for (const one of LANGUAGES) {
    const bundle = bundleOf(one, [phone[one] ?? ""]);
    for (const key of keys(phone[one] ?? ""))
      for (const address of ["u", "je"]) {
        const errors: Error[] = [];
        const pattern = bundle.getMessage(key)?.value;
        assert.ok(pattern, `${one} ${key}`);
        const values = {
          address, title: "T", item: "I", count: 2, name: "N", role: "R", taken: 3, roles: "R", free: 1, minutes: 4,
          no: 1, of: 3, n: 2, seconds: 9, clock: "1:00", answer: "A", chose: 5, eligible: 6, skipped: 1, text: "X",
        }; // biome-ignore format: one value a variable, read across
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
        return phone[one];
      },
    ]),
  );
  assert.equal(t("phone-vote-agree"), "", "nothing before there is a language");
  await speak("nl", sources);
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
