/** Something that is wider or longer than its place: it scrolls by keyboard too, and is named for those who cannot see it. */
import type { ReactNode } from "react";

type Props = { label: string; className: string; children: ReactNode };

export function ScrollRegion({ label, className, children }: Props) {
  return (
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
