/** Label and value pairs as a definition list: three columns on wide screens, one on phones. */
import type { ReactNode } from "react";

export type DescriptionItem = {
  label: string;
  value: ReactNode;
  /** Takes the whole row: long texts. */
  wide?: boolean;
};

const isMissing = (value: ReactNode) => value === null || value === undefined || value === "";

export function Descriptions({ items, columns = 3 }: { items: DescriptionItem[]; columns?: 1 | 2 | 3 }) {
  return (
    <dl className={`descriptions columns-${columns}`}>
      {items.map((item) => (
        <div key={item.label} className={item.wide ? "description wide" : "description"}>
          <dt>{item.label}</dt>
          <dd>{isMissing(item.value) ? "—" : item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
