/** Draws the charts of a part of a page that nobody has scrolled to yet, so that they can be printed. */
import { DRAW_ALL } from "./Plot";

/** The library may have to be fetched; whoever prints does not wait longer for it. */
const MOST_MS = 4_000;

/** What grows into its place has done so by then. */
const PAINTED_MS = 1_200;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

export async function drawAll(part: HTMLElement | null): Promise<void> {
  const undrawn = () => part?.querySelector("[data-undrawn]") !== null;
  if (!part || !undrawn()) return;
  window.dispatchEvent(new Event(DRAW_ALL));
  for (let waited = 0; undrawn() && waited < MOST_MS; waited += 100) await pause(100);
  await pause(PAINTED_MS);
}
