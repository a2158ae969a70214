/** What of the files that may be sent can be looked at in a page, and how near. */

export type PreviewKind = "picture" | "pdf";

export function previewKind(name: string): PreviewKind | null {
  if (/\.(?:png|jpe?g)$/i.test(name)) return "picture";
  return /\.pdf$/i.test(name) ? "pdf" : null;
}

/** Of the width of its place, percent. */
export const ZOOMS = [100, 125, 150, 200, 300] as const;

export type Move = "nearer" | "farther" | "fit" | "next" | "previous";

const KEYS: Record<string, Move> = {
  "+": "nearer",
  "=": "nearer",
  "-": "farther",
  "0": "fit",
  PageDown: "next",
  PageUp: "previous",
};

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** What a key asks for while a file has the keyboard; with Ctrl the browser zooms itself. */
export const moveOf = ({ key, ctrlKey, metaKey, altKey }: Press): Move | null =>
  ctrlKey || metaKey || altKey ? null : (KEYS[key] ?? null);

/** How it is looked at: at which page, how near as an index into `ZOOMS`. */
export type Look = { page: number; zoom: number };

/** Where a move leads, at most to the ends. */
export function moved(look: Look, move: Move, pages: number): Look {
  const zoom = (by: number) => Math.min(Math.max(look.zoom + by, 0), ZOOMS.length - 1);
  const page = (by: number) => Math.min(Math.max(look.page + by, 1), Math.max(pages, 1));
  if (move === "nearer") return { ...look, zoom: zoom(1) };
  if (move === "farther") return { ...look, zoom: zoom(-1) };
  if (move === "fit") return { ...look, zoom: 0 };
  return { ...look, page: page(move === "next" ? 1 : -1) };
}
