/** A white section with a one-pixel line and an h2; the building block of pages. */
import { type ReactNode, useId } from "react";

type Props = { title?: string; extra?: ReactNode; children: ReactNode; flush?: boolean };

export function Card({ title, extra, children, flush }: Props) {
  const id = useId();
  return (
    <section className={flush ? "card card-flush" : "card"} aria-labelledby={title ? id : undefined}>
      {(title || extra) && (
        <div className="card-head">
          {title && <h2 id={id}>{title}</h2>}
          {extra}
        </div>
      )}
      {children}
    </section>
  );
}
