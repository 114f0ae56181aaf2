// A person's language is the person's own choice, each named in itself.

import { language, NAMES, t } from "../shared/texts.ts";
import { choose, languages } from "./session.ts";

export function LanguageChoice() {
  return (
    <fieldset class="languages">
      <legend class="unseen">{t("phone-language")}</legend>
      {languages.map((one) => (
        <label class="choice" key={one}>
          <input
            type="radio"
            name="language"
            checked={language.value === one}
            onChange={() => {
              // A language whose texts can't be fetched now is not chosen; the one on the screen stays.
              choose(one).catch(() => {});
            }}
          />
          <span lang={one}>{NAMES[one] ?? one}</span>
        </label>
      ))}
    </fieldset>
  );
}
