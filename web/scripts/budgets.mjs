/**
 * Budgets of what the build loads, by its manifest; exit 1 above a limit. Of a few pages the gzip JavaScript besides react;
 * of what loads later; of every page that loads on its own, with the frame around it, the number of files and the whole gzip
 * JavaScript.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const DIST = new URL("../dist/", import.meta.url);
const KIB = 1024;
const ENTRY = "index.html";
const SHELL = "src/centres/shell/CentreShell.tsx";

const BESIDES_REACT = [
  { page: "home", limit: 120, modules: ["src/portal/PortalLayout.tsx", "src/portal/HomePage.tsx"] },
  { page: "centre shell", limit: 130, modules: [SHELL] },
];

/** What loads later: what draws, with the first chart of a page that comes into sight, and the reader of PDFs with the first one. */
const LATER = [
  { page: "charts, when seen", limit: 200, module: "src/ui/chart/engine.ts" },
  { page: "PDF, when opened", limit: 180, module: "src/ui/preview/pdf.ts" },
];

/** Scripts and styles of a page; its document and its data come besides. */
const MOST = { files: 25, kib: 260 };
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", DIST), "utf8"));
/** What the files are called; their own names say nothing. */
const called = new Map(Object.values(manifest).map(({ file, name }) => [file, name ?? file]));

function closure(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the manifest: has the file moved?`);
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of chunk.imports ?? []) closure(next, seen);
  return seen;
}

const sizes = new Map();
function kib(file) {
  if (!sizes.has(file)) {
    const content = readFileSync(new URL(file, DIST));
    sizes.set(file, gzipSync(content, { level: 9 }).length / KIB);
  }
  return sizes.get(file);
}

/** What is loaded for the entry with these modules. */
function load(modules) {
  const chunks = [...new Set([ENTRY, ...modules].flatMap((key) => [...closure(key)]))].map(
    (key) => manifest[key],
  );
  const scripts = [...new Map(chunks.map((chunk) => [chunk.file, chunk.name]))];
  const styles = new Set(chunks.flatMap((chunk) => chunk.css ?? []));
  return { scripts, files: scripts.length + styles.size };
}

const sum = (scripts) => scripts.reduce((total, [file]) => total + kib(file), 0);

/** The frame around a page: of the portal, of the account's pages, or of a centre with its paths; the longest of them where several share it. */
function framesOf(page) {
  if (page.startsWith("src/portal/")) return ["src/portal/PortalLayout.tsx"];
  if (/^src\/account\/(?!Security)/.test(page)) return ["src/account/AccountLayout.tsx"];
  const own = page.match(/^src\/centres\/(?!shared|shell)\w+/)?.[0] ?? "src/centres/operator";
  return [SHELL, `${own}/centre.ts`];
}

let failed = false;
function row(page, scripts, total, limit, files, mostFiles) {
  const over = total > limit || files > mostFiles;
  if (over) {
    failed = true;
    for (const [file] of scripts.sort(([a], [b]) => kib(b) - kib(a)))
      console.error(`  ${page}: ${kib(file).toFixed(1)} KiB ${called.get(file)}`);
  }
  return { page, "gzip KiB": Number(total.toFixed(1)), limit, files, result: over ? "OVER" : "ok" };
}

const parts = BESIDES_REACT.map(({ page, limit, modules }) => {
  const scripts = load(modules).scripts.filter(([, name]) => name !== "react");
  return row(`${page}, besides react`, scripts, sum(scripts), limit, scripts.length, MOST.files);
});
const entry = new Set(load([]).scripts.map(([file]) => file));
for (const { page, limit, module } of LATER) {
  const scripts = load([module]).scripts.filter(([file]) => !entry.has(file));
  parts.push(row(page, scripts, sum(scripts), limit, scripts.length, MOST.files));
}
const pages = Object.entries(manifest)
  .filter(([key, chunk]) => chunk.isDynamicEntry && /Page\.tsx$/.test(key))
  .map(([key]) => {
    const { scripts, files } = load([...framesOf(key), key]);
    return row(key.replace("src/", ""), scripts, sum(scripts), MOST.kib, files, MOST.files);
  })
  .sort((a, b) => b["gzip KiB"] - a["gzip KiB"]);
console.table([...parts, ...pages]);
process.exit(failed ? 1 : 0);
