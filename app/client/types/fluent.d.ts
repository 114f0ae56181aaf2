// Message files come in as text and are read by @fluent/bundle in the browser.
declare module "*.ftl?raw" {
  const source: string;
  export default source;
}
