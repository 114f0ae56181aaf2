// The page with the code field works without this; here the field tidies what is typed.

import { grouped, normal } from "./code.ts";

const form = document.querySelector<HTMLFormElement>("#code-form");
const field = document.querySelector<HTMLInputElement>("#code");

if (form && field) {
  field.addEventListener("input", (event) => {
    // While an input method is still composing, and in the middle of a correction, leave the text alone.
    const atEnd = field.selectionStart === field.value.length;
    if ((event as InputEvent).isComposing || !atEnd) return;
    const deleting = (event as InputEvent).inputType?.startsWith("delete");
    if (!deleting) field.value = grouped(field.value);
  });
  form.addEventListener("submit", () => {
    field.value = normal(field.value) || field.value;
  });
}
