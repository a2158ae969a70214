/** What people read has one name for one thing: the variants that docs/glossary.md forbids are found here. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const GLOSSARY = "../docs/glossary.md";
const ROOTS = ["src", "e2e"];
/** Made from what the server says; names of rule sheets as institutions have written them; and this. */
const EXEMPT =
  /\.gen\.ts$|products\/sheet(\.test|_names)?\.(ts|rs)$|indicative(\.test)?\.(ts|rs)$|\/sheets?\/.*\.rs$|\/sheets\.rs$|glossary\.test\.ts$/;

type Row = { term: string; never: RegExp };

/** `| term | meaning | where | `variant`, `variant` |`; a bar inside a variant is written `\|`. */
function rows(text: string): Row[] {
  return text.split("\n").flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [, term = "", , , never = ""] = cells;
    const variants = [...never.matchAll(/`([^`]+)`/g)].map(([, one = ""]) => one.replaceAll("\\|", "|"));
    return variants.length > 0 ? [{ term, never: new RegExp(variants.join("|"), "g") }] : [];
  });
}

const below = (root: string, kind: RegExp) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => `${root}/${path}`)
    .filter((path) => kind.test(path) && !EXEMPT.test(path));

const files = ROOTS.flatMap((root) => below(root, /\.tsx?$/));

/** What the server says stands in its sources; their comments are for those who read the code. */
const COMMENT = /^\s*\/\/.*$|\s\/\/ .*$/;
const sources = below("../crates", /\/src\/.*\.rs$/);

const foundIn = (paths: readonly string[], textOf: (line: string) => string) =>
  paths.flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, index) =>
        terms.flatMap(({ term, never }) =>
          [...textOf(line).matchAll(never)].map(([variant]) => `${path}:${index + 1}: ${variant} → ${term}`),
        ),
      ),
  );

const terms = rows(readFileSync(GLOSSARY, "utf8"));

it("reads the glossary as it is written", () => {
  const [row] = rows(
    "| 甲 | it | here | `乙(?!丙\\|丁)`, `戊` |\n|---|---|---|---|\n| no | variants | here | |",
  );
  expect(row?.term).toBe("甲");
  expect(["乙", "乙丙", "乙丁", "戊"].filter((text) => text.match(row?.never ?? /^/))).toEqual(["乙", "戊"]);
  expect(terms.length).toBeGreaterThan(15);
  expect(files.length).toBeGreaterThan(500);
});

it("finds no variant of a term in a text", () => {
  expect(foundIn(files, (line) => line)).toEqual([]);
});

it("finds none in what the server says", () => {
  expect(sources.length).toBeGreaterThan(500);
  expect(foundIn(sources, (line) => line.replace(COMMENT, ""))).toEqual([]);
});
