/** A setting of a block with its name, and what is wrong with it. */
import { type ReactNode, useId } from "react";
import styles from "./builder.module.css";

type Props = { label: string; note?: ReactNode; wide?: boolean; children: (id: string) => ReactNode };

export function Setting({ label, note, wide = false, children }: Props) {
  const id = useId();
  return (
    <div className={wide ? styles.wide : undefined}>
      <label className={styles.settingLabel} htmlFor={id}>
        {label}
      </label>
      {children(id)}
      {note && <div className="input-note">{note}</div>}
    </div>
  );
}
