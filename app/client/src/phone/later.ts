// What nobody needs on first coming in. It is fetched as soon as somebody has joined, so that a first visit is light.

export { After } from "./after.tsx";
export { Harvest } from "./harvest.tsx";
export { Menu } from "./menu.tsx";
export { Result } from "./result.tsx";
export { TapIn } from "./tapin.tsx";
export { Write } from "./write.tsx";
