// A person's language is the person's own choice, each named in itself.

import { language, languages, t } from "../shared/texts.ts";
import { choose } from "./session.ts";

export function LanguageChoice() {
  return (
    <fieldset class="languages">
      <legend class="unseen">{t("phone-language")}</legend>
      {languages.map(({ code, name, direction }) => (
        <label class="choice" key={code}>
          <input
            type="radio"
            name="language"
            checked={language.value === code}
            onChange={() => {
              // A language whose texts can't be fetched now is not chosen; the one on the screen stays.
              choose(code).catch(() => {});
            }}
          />
          <span lang={code} dir={direction}>
            {name}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
