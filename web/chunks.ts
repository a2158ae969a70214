/**
 * How the modules are cut into chunks: a page should ask for few files, and for little that it does not use. Libraries are
 * cut by what brings them in, own code by folder and by the heaviest of antd that it needs, itself or through what it
 * imports: nothing special, fields (lists with filters), forms, or dialogs. A group also takes what its modules import,
 * so the lightest come first.
 */
import type { Rolldown } from "vite";

type ChunkingContext = Rolldown.ChunkingContext;
type CodeSplittingGroup = Rolldown.CodeSplittingGroup;

const packages = (names: string) => new RegExp(`node_modules[\\\\/](${names})[\\\\/]`);
const antd = (parts: string) => new RegExp(`antd[\\\\/]es[\\\\/](${parts})[\\\\/]`);

const WEIGHTS = ["", "-filters", "-forms", "-dialogs"];
const FIELDS = /\b(Select|AutoComplete)\b/;
const FORMS = /\b(Form|Input|Steps|Upload|InputNumber|Radio|Checkbox|QRCode)\b/;
const DIALOGS = /\b(Modal|Drawer)\b/;

const own = (id: string) => /[\\/]web[\\/]src[\\/]/.test(id);

/** Index into the weights. */
function weightOf(id: string, context: ChunkingContext, seen = new Set<string>()): number {
  const info = context.getModuleInfo(id);
  if (!info || seen.has(id)) return 0;
  seen.add(id);
  const imports = [...(info.code ?? "").matchAll(/import\s*\{([^}]*)\}\s*from\s*"antd"/g)];
  const names = imports.map((match) => match[1]).join();
  const itself = [DIALOGS, FORMS, FIELDS].findIndex((heavy) => heavy.test(names));
  return Math.max(
    itself < 0 ? 0 : 3 - itself,
    ...info.importedIds.filter(own).map((next) => weightOf(next, context, seen)),
  );
}

/** One group for each weight of the folders that `folder` names. */
const byWeight = (
  folder: (id: string) => string | undefined,
  priority: number,
  shares: readonly number[],
): CodeSplittingGroup[] =>
  WEIGHTS.map((suffix, index) => ({
    name: (id: string, context: ChunkingContext) =>
      weightOf(id, context) === index ? `${folder(id)}${suffix}` : null,
    test: (id: string) => folder(id) !== undefined,
    minShareCount: shares[index],
    priority: priority - index,
  }));

const inPortal = (id: string) => /[\\/]src[\\/]portal[\\/]/.test(id);

/** Beside the foundation, what portal and centres share: the portal must not load what stands beside it in the centres. */
function isBase(id: string, context: ChunkingContext): boolean {
  const importers = context.getModuleInfo(id)?.importers ?? [];
  if (importers.length > 0 && importers.every(inPortal)) return false;
  return (
    /preload-helper|[\\/]src[\\/](app[\\/](?!main|router)|lib[\\/])/.test(id) || importers.some(inPortal)
  );
}

export const groups: CodeSplittingGroup[] = [
  { name: "react", test: packages("react|react-dom|scheduler"), priority: 90 },
  { name: "query", test: packages("@tanstack|openapi-fetch|react-router"), priority: 80 },
  {
    name: "antd",
    test: /antd[\\/]es[\\/](config-provider|locale)[\\/]|form[\\/]es[\\/](Form|Field|List)Context/,
    priority: 70,
  },
  { name: "antd-button", test: antd("button"), priority: 69 },
  { name: "antd-rules", test: packages("@rc-component[\\\\/](form|async-validator)"), priority: 68 },
  { name: "antd-select", test: antd("select"), priority: 65 },
  // The two fields that lists and short pages import alone: the barrel brings passwords and codes, too.
  { name: "antd-input", test: /antd[\\/]es[\\/]input[\\/](Input|TextArea)\.js/, priority: 62 },
  { name: "antd-form", test: antd("form|input|checkbox|radio"), priority: 50 },
  { name: "antd-modal", test: antd("modal"), priority: 45 },
  // Only for what is filled in.
  { name: "limits", test: /limits\.gen/, priority: 43 },
  {
    name: (id: string, context: ChunkingContext) => (isBase(id, context) ? "base" : null),
    test: /preload-helper|[\\/]src[\\/](api|app|lib|labels)[\\/]/,
    priority: 42,
  },
  {
    name: "shared",
    test: /[\\/]src[\\/](api|labels)[\\/]|features[\\/].*queries\.ts$/i,
    minShareCount: 6,
    priority: 40,
  },
  // Of the frame that stands around every page.
  {
    name: "frame",
    test: /[\\/]src[\\/](ui[\\/](AntdRoot|antdWords|Toast|theme|ReadTools|Icon)|centres[\\/]shell[\\/]useCentre)\b/,
    priority: 35,
  },
  ...byWeight((id) => (/[\\/]src[\\/]ui[\\/]/.test(id) ? "ui" : undefined), 30, [4, 8, 2, 2]),
  ...byWeight((id) => /[\\/]src[\\/]features[\\/](\w+)[\\/]/.exec(id)?.[1], 20, [2, 2, 2, 2]),
];
