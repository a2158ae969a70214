/**
 * Something that is wider or longer than its place: it scrolls by keyboard too, and is named for those who cannot see it. While
 * it is wider, a shadow stands at the edge behind which more lies, and the first column of a table stays in sight.
 */
import { type ReactNode, useEffect, useRef } from "react";
import "./scrollRegion.css";

type Props = { label: string; className: string; children: ReactNode };

export function ScrollRegion({ label, className, children }: Props) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    let stop: (() => void) | null = () => {};
    void import("./scrollHints").then(({ watchScroll }) => {
      const frame = region.current?.parentElement;
      if (stop && frame && region.current) stop = watchScroll(region.current, frame);
    });
    return () => {
      stop?.();
      stop = null;
    };
  }, []);
  return (
    <div className="scroll-frame">
      <section ref={region} className={className} aria-label={label} tabIndex={0}>
        {children}
      </section>
    </div>
  );
}
