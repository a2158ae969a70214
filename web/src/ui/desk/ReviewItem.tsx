/** The page of one item that is reviewed: its head, its decisions, which stay in sight, and what there is to read. */
import type { ReactNode } from "react";
import { useIsWide } from "@/lib/useMedia";
import { useDesk } from "./DeskContext";
import styles from "./desk.module.css";

type Props = {
  /** PageHeader. */
  head: ReactNode;
  /** ReviewBar, with the dialogs behind it. */
  bar: ReactNode;
  children: ReactNode;
  /** What is read beside it: documents first, then how it came here. */
  beside?: ReactNode;
};

export function ReviewItem({ head, bar, children, beside }: Props) {
  const wide = useIsWide();
  const narrow = useDesk() !== null && wide;
  return (
    <div className={styles.item}>
      {head}
      {bar}
      <div className={beside ? `columns ${narrow ? styles.narrow : ""}` : undefined}>
        <div className="stack">{children}</div>
        {beside && <div className={`stack ${styles.beside}`}>{beside}</div>}
      </div>
    </div>
  );
}
