/** Where more lies of something that is wider than its place, as it is scrolled and resized. */

/** Words for the style sheet; none if all is in sight. */
function moreOf({ scrollLeft, scrollWidth, clientWidth }: Element): string | undefined {
  const hidden = scrollWidth - clientWidth;
  if (hidden <= 1) return undefined;
  return [scrollLeft > 1 && "left", scrollLeft < hidden - 1 && "right"].filter(Boolean).join(" ");
}

/** Writes it to `frame` until told to stop. */
export function watchScroll(region: Element, frame: HTMLElement): () => void {
  const measure = () => {
    const more = moreOf(region);
    if (more === undefined) delete frame.dataset.more;
    else frame.dataset.more = more;
  };
  const sizes = new ResizeObserver(measure);
  for (const one of [region, ...region.children]) sizes.observe(one);
  region.addEventListener("scroll", measure, { passive: true });
  return () => {
    sizes.disconnect();
    region.removeEventListener("scroll", measure);
  };
}
