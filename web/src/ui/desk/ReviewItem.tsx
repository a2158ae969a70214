/** The page of one item that is reviewed: its head, its decisions, which stay in sight, and what there is to read. */
import { type ReactNode, useState } from "react";
import { useIsWide } from "@/lib/useMedia";
import { PreviewPlaceProvider } from "../preview/place";
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
  const [shown, show] = useState<string | null>(null);
  // What is looked at is given as much room as the fields that it proves.
  const columns = shown !== null && wide ? styles.even : narrow ? styles.narrow : "";
  return (
    <div className={styles.item}>
      {head}
      {bar}
      <PreviewPlaceProvider value={{ shown, show }}>
        <div className={beside ? `columns ${columns}` : undefined}>
          <div className="stack">{children}</div>
          {beside && <div className={`stack ${styles.beside}`}>{beside}</div>}
        </div>
      </PreviewPlaceProvider>
    </div>
  );
}
