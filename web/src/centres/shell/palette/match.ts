/** What fits what was typed: every word of it, wherever it stands; what begins with it comes first. */

/** Without blanks, capitals and full-width letters, as numbers and names are typed in many ways. */
const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

const words = (term: string) => term.trim().split(/\s+/).map(plain).filter(Boolean);

/** Nothing where it does not fit, otherwise the better the smaller. */
export function fitness(texts: readonly (string | null | undefined)[], term: string): number | null {
  const all = texts.map((text) => plain(text ?? ""));
  const asked = words(term);
  if (!asked.every((word) => all.some((text) => text.includes(word)))) return null;
  const [name = ""] = all;
  const [first = ""] = asked;
  if (name.startsWith(first)) return 0;
  return name.includes(first) ? 1 : 2;
}

/** Those that fit, the best first, otherwise in their order; at most so many. */
export function fitting<T>(
  items: readonly T[],
  textsOf: (item: T) => readonly (string | null | undefined)[],
  term: string,
  most: number,
): T[] {
  return items
    .flatMap((item) => {
      const found = fitness(textsOf(item), term);
      return found === null ? [] : [{ item, found }];
    })
    .sort((a, b) => a.found - b.found)
    .slice(0, most)
    .map(({ item }) => item);
}
