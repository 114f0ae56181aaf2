// What a person can't read on the page as it is now: text that is cut or leaves its box or the page, and text that is
// still in another language. `leftover`: a letter that no translated text has; `known`: data, which nobody translates.
({ leftover, known, scrolls }) => {
  const SLACK = 1.5;
  const found = [];
  const root = document.documentElement;
  const skipped = ".unseen, .skip:not(:focus), script, style, noscript, svg title, svg desc, [hidden]";
  // An organiser's own words, of any length, where the whole of them is a tap away or not needed: the session's title
  // above every screen, and the first lines of the next statement in the run sheet.
  const shortened = ".session, .top h1, .vote-card.draft.now p";
  const untranslatable = "code, kbd, .key, .address, .code, textarea, [data-untranslated]";

  const place = (element) => {
    const names = [];
    for (let one = element; one && one !== document.body && names.length < 3; one = one.parentElement)
      names.unshift(
        one.tagName.toLowerCase() + (one.id ? `#${one.id}` : "") + [...one.classList].map((name) => `.${name}`).join(""),
      );
    return names.join(" > ");
  };
  const told = (what, text, element, more = "") =>
    found.push(`${what}: “${text.trim().replace(/\s+/g, " ").slice(0, 60)}” in ${place(element)} ${more}`);

  const foreign = (element) => {
    const spoken = element.closest("[lang]");
    return spoken && spoken.lang !== root.lang;
  };
  const data = new RegExp(known.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|") || "$^", "g");
  const english = (text, element) => {
    if (foreign(element) || element.closest(untranslatable)) return;
    const left = text.replace(data, "").replace(/https?:\/\/\S+/g, "");
    if (new RegExp(leftover).test(left)) told("not translated", text, element);
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data;
    const own = walker.currentNode.parentElement;
    if (!text.trim() || !own || own.closest("script, style, noscript")) continue;
    if (getComputedStyle(own).display !== "none" && own.checkVisibility()) english(text, own);
    if (own.closest(shortened) || own.closest(skipped) || own.closest("option") || !own.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const rects = [...range.getClientRects()].filter((one) => one.width > 0 && one.height > 0);
    if (rects.length === 0) continue;
    const drawn = {
      left: Math.min(...rects.map((one) => one.left)),
      right: Math.max(...rects.map((one) => one.right)),
      top: Math.min(...rects.map((one) => one.top)),
      bottom: Math.max(...rects.map((one) => one.bottom)),
    };
    // What a line takes above and below its letters is no text.
    const air = 0.35 * Number.parseFloat(getComputedStyle(own).fontSize);
    let [free, sideways, down] = [false, false, false];
    for (let box = own; box && box !== document.body && box !== root; box = box.parentElement) {
      if (box.ownerSVGElement) continue;
      const style = getComputedStyle(box);
      if (style.display === "contents") continue;
      const edge = box.getBoundingClientRect();
      const beside = Math.max(edge.left - drawn.left, drawn.right - edge.right);
      const above = Math.max(edge.top - drawn.top, drawn.bottom - edge.bottom) - air;
      const by = `(${Math.round(Math.max(beside, 0))} wide, ${Math.round(Math.max(above, 0))} high)`;
      const scrolling = (overflow) => overflow === "auto" || overflow === "scroll";
      if (style.textOverflow === "ellipsis" && box.scrollWidth > box.clientWidth + 1) told("shortened", text, own);
      const cutX = style.overflowX !== "visible" && !scrolling(style.overflowX) && !sideways && beside > SLACK;
      const cutY = style.overflowY !== "visible" && !scrolling(style.overflowY) && !down && above > SLACK;
      if (cutX || cutY) {
        told("cut", text, own, `by ${place(box)} ${by}`);
        break;
      }
      sideways ||= scrolling(style.overflowX);
      down ||= scrolling(style.overflowY);
      const framed =
        style.display !== "inline" &&
        (["Top", "Bottom", "Left", "Right"].some((side) => Number.parseFloat(style[`border${side}Width`]) > 0) ||
          !/^rgba\(.*, 0\)$|^transparent$/.test(style.backgroundColor));
      if (framed && !free && ((!sideways && beside > SLACK) || (!down && above > SLACK))) {
        told("out of its box", text, own, `${place(box)} ${by}`);
        break;
      }
      free ||= style.position === "absolute" || style.position === "fixed";
    }
    if (!sideways && (drawn.left < -SLACK || drawn.right > innerWidth + SLACK)) told("off the page", text, own);
  }

  for (const element of document.querySelectorAll("[aria-label], [title], [alt], [placeholder]"))
    for (const name of ["aria-label", "title", "alt", "placeholder"])
      if (element.hasAttribute(name) && element.checkVisibility()) english(element.getAttribute(name), element);
  english(document.title, root);

  if (root.scrollWidth > innerWidth) {
    const past = [...document.body.querySelectorAll("*")].filter((one) => {
      const edge = one.getBoundingClientRect();
      return edge.width > 0 && (edge.right > innerWidth + 0.5 || edge.left < -0.5);
    });
    const by = past.slice(-3).map(place).join(", ");
    found.push(`the page is ${root.scrollWidth} wide in a window of ${innerWidth}: ${by}`);
  }
  if (!scrolls && root.scrollHeight > innerHeight)
    found.push(`the page is ${root.scrollHeight} high in a window of ${innerHeight}`);
  return [...new Set(found)];
}
