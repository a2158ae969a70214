/**
 * Parts of antd that stand in every page for something that none shows: a label's tooltip, the provider that tooltips share,
 * and the English words, which the platform's own replace. With them go the positioning of popups and its motion, unless a
 * page has a select.
 */
import type { Plugin } from "vite";

const PARTS = [
  {
    source: /^\.\.\/tooltip(\/UniqueProvider)?$/,
    importer: /antd[\\/]es[\\/](form[\\/]FormItemLabel|config-provider[\\/]index)\.js$/,
    instead: "export default ({ children }) => children;",
  },
  { source: /(^|[\\/])en_US$/, importer: /antd[\\/]es[\\/]/, instead: "export default {};" },
];
/** What stands in their place is called so. */
export const UNUSED = "\0unused:";

export const withoutUnused: Plugin = {
  name: "without-unused",
  apply: "build",
  enforce: "pre",
  resolveId(source, importer = "") {
    const at = PARTS.findIndex((part) => part.source.test(source) && part.importer.test(importer));
    return at < 0 ? null : `${UNUSED}${at}`;
  },
  load(id) {
    return id.startsWith(UNUSED) ? PARTS[Number(id.slice(UNUSED.length))]?.instead : null;
  },
};
