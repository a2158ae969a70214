/** Blocks that depend on one another in a circle, so that nobody could say which comes first: crates/policy/src/form/order.rs. */

/** A circle among `needs` (of each, those that it depends on): from its first member and back to it; none if there is none. */
export function circleIn(needs: readonly (readonly number[])[]): number[] | null {
  const waiting = needs.map((others) => others.length);
  const neededBy = needs.map((): number[] => []);
  for (const [place, others] of needs.entries()) for (const other of others) neededBy[other]?.push(place);
  const ready = [...needs.keys()].filter((place) => waiting[place] === 0);
  for (let place = ready.pop(); place !== undefined; place = ready.pop())
    for (const next of neededBy[place] ?? []) {
      waiting[next] = (waiting[next] ?? 0) - 1;
      if (waiting[next] === 0) ready.push(next);
    }
  const way = [waiting.findIndex((count) => count > 0)];
  if (way[0] === -1) return null;
  // Whoever waits needs somebody who waits, so following that comes back in the end.
  for (;;) {
    const last = way.at(-1) ?? 0;
    const next = needs[last]?.find((other) => (waiting[other] ?? 0) > 0) ?? last;
    const begin = way.indexOf(next);
    if (begin < 0) {
      way.push(next);
      continue;
    }
    const circle = way.slice(begin);
    const least = circle.indexOf(Math.min(...circle));
    return [...circle.slice(least), ...circle.slice(0, least), circle[least] ?? 0];
  }
}
