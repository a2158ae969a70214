/**
 * Something that is wider or longer than its place: it scrolls by keyboard too, and is named for those who cannot see it. While
 * it is wider, a shadow stands at the edge behind which more lies, and the first column of a table stays in sight.
 */
import { type ReactNode, useEffect, useRef, useState } from "react";
import "./scrollRegion.css";

type Props = { label: string; className: string; children: ReactNode };

/** Where more lies: words for the style sheet; none if all is in sight. */
function moreOf({ scrollLeft, scrollWidth, clientWidth }: Element): string | undefined {
  const hidden = scrollWidth - clientWidth;
  if (hidden <= 1) return undefined;
  return [scrollLeft > 1 && "left", scrollLeft < hidden - 1 && "right"].filter(Boolean).join(" ");
}

export function ScrollRegion({ label, className, children }: Props) {
  const region = useRef<HTMLElement>(null);
  const [more, setMore] = useState<string | undefined>(undefined);
  useEffect(() => {
    const { current } = region;
    if (!current) return;
    const measure = () => setMore(moreOf(current));
    const sizes = new ResizeObserver(measure);
    for (const one of [current, ...current.children]) sizes.observe(one);
    current.addEventListener("scroll", measure, { passive: true });
    return () => {
      sizes.disconnect();
      current.removeEventListener("scroll", measure);
    };
  }, []);
  return (
    <div className="scroll-frame" data-more={more}>
      <section ref={region} className={className} aria-label={label} tabIndex={0}>
        {children}
      </section>
    </div>
  );
}
