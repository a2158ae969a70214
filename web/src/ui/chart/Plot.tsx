/** The drawn part of a chart: an image with one sentence for those who cannot see it. */
import { useEffect, useRef, useState } from "react";
import { useLargeText } from "@/lib/useMedia";
import styles from "./chart.module.css";
import type { Drawing } from "./engine";
import { lookOf } from "./look";
import type { Picture } from "./types";

/** Sent to the window where a page is to be printed: what is not in sight is drawn too. */
export const DRAW_ALL = "draw-all";

/** So far before it comes into sight. */
const AHEAD = "200px";

function whenSeen(host: Element, seen: () => void): () => void {
  if (typeof IntersectionObserver === "undefined") {
    seen();
    return () => {};
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      seen();
    },
    { rootMargin: AHEAD },
  );
  observer.observe(host);
  return () => observer.disconnect();
}

export function Plot({ picture, sentence }: { picture: Picture; sentence: string }) {
  const host = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const [failed, setFailed] = useState(false);
  const [large] = useLargeText();
  // What is drawn depends on the figures alone, not on which object holds them.
  const figures = JSON.stringify(picture);
  const paint = useRef((_moves: boolean) => {});
  paint.current = (moves) => {
    const place = host.current;
    if (!place) return;
    const look = lookOf(place);
    drawing.current?.paint(picture, { ...look, motion: moves && look.motion });
  };

  useEffect(() => {
    const place = host.current;
    if (!place) return;
    let gone = false;
    const draw = () => {
      window.removeEventListener(DRAW_ALL, draw);
      if (drawing.current) return;
      import("./engine")
        .then(({ openDrawing }) => {
          if (gone || drawing.current) return;
          drawing.current = openDrawing(place);
          paint.current(true);
        })
        .catch(() => setFailed(true))
        .finally(() => place.removeAttribute("data-undrawn"));
    };
    const unseen = whenSeen(place, draw);
    window.addEventListener(DRAW_ALL, draw);
    const sizes = new ResizeObserver(() => paint.current(false));
    sizes.observe(place);
    return () => {
      gone = true;
      unseen();
      window.removeEventListener(DRAW_ALL, draw);
      sizes.disconnect();
      drawing.current?.end();
      drawing.current = null;
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: painted anew when figures or size of texts change
  useEffect(() => paint.current(true), [figures, large]);

  return (
    <>
      <div ref={host} className={styles.plot} role="img" data-undrawn="" aria-label={sentence} />
      {failed && <p className={styles.failed}>图表没有加载出来，可以查看下方的数据。</p>}
    </>
  );
}
