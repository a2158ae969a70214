/** Size budgets: gzip JavaScript of a page's entry, its chunks and their static imports, without the react chunk; exit 1 above a limit. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const DIST = new URL("../dist/", import.meta.url);
const KIB = 1024;
const ENTRY = "index.html";
const BUDGETS = [
  { name: "home", limit: 120, modules: ["src/portal/PortalLayout.tsx", "src/portal/HomePage.tsx"] },
  { name: "centre shell: enterprise", limit: 130, modules: ["src/centres/enterprise/EnterpriseCentre.tsx"] },
  {
    name: "centre shell: institution",
    limit: 130,
    modules: ["src/centres/institution/InstitutionCentre.tsx"],
  },
  { name: "centre shell: operator", limit: 130, modules: ["src/centres/operator/OperatorCentre.tsx"] },
  { name: "centre shell: government", limit: 130, modules: ["src/centres/government/GovernmentCentre.tsx"] },
  { name: "centre shell: agency", limit: 130, modules: ["src/centres/agency/AgencyCentre.tsx"] },
];

const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", DIST), "utf8"));

function closure(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the manifest: has the file moved?`);
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of chunk.imports ?? []) closure(next, seen);
  return seen;
}

let failed = false;
const rows = BUDGETS.map(({ name, limit, modules }) => {
  const keys = new Set([ENTRY, ...modules].flatMap((key) => [...closure(key)]));
  const sizes = [...keys]
    .map((key) => manifest[key])
    .filter((chunk) => chunk.name !== "react" && chunk.file.endsWith(".js"))
    .map((chunk) => ({
      file: chunk.file,
      size: gzipSync(readFileSync(new URL(chunk.file, DIST)), { level: 9 }).length,
    }));
  const total = sizes.reduce((sum, { size }) => sum + size, 0) / KIB;
  if (total > limit) {
    failed = true;
    for (const { file, size } of sizes.sort((a, b) => b.size - a.size)) {
      console.error(`  ${name}: ${(size / KIB).toFixed(1)} KiB ${file}`);
    }
  }
  return { page: name, "gzip KiB": Number(total.toFixed(1)), limit, result: total > limit ? "OVER" : "ok" };
});
console.table(rows);
process.exit(failed ? 1 : 0);
