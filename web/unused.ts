/**
 * Parts of antd that stand in every page for something that none shows: a label's tooltip, the provider that tooltips share,
 * and the English words, which the platform's own replace. With them go the positioning of popups and its motion, unless a
 * page has a select.
 */
import type { Plugin } from "vite";

const UNUSED = [
  {
    source: /^\.\.\/tooltip(\/UniqueProvider)?$/,
    importer: /antd[\\/]es[\\/](form[\\/]FormItemLabel|config-provider[\\/]index)\.js$/,
    instead: "export default ({ children }) => children;",
  },
  { source: /(^|[\\/])en_US$/, importer: /antd[\\/]es[\\/]/, instead: "export default {};" },
];
const PREFIX = "\0unused:";

export const withoutUnused: Plugin = {
  name: "without-unused",
  apply: "build",
  enforce: "pre",
  resolveId(source, importer = "") {
    const at = UNUSED.findIndex((part) => part.source.test(source) && part.importer.test(importer));
    return at < 0 ? null : `${PREFIX}${at}`;
  },
  load(id) {
    return id.startsWith(PREFIX) ? UNUSED[Number(id.slice(PREFIX.length))]?.instead : null;
  },
};
