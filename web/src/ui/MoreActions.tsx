/** 更多: actions that are done less often, in a panel behind one button. */
import { Button } from "antd";
import { useId } from "react";
import { useDisclosure } from "@/lib/useDisclosure";
import type { Action } from "./ActionBar";
import styles from "./MoreActions.module.css";

export function MoreActions({ actions }: { actions: Action[] }) {
  const { open, setOpen, box, button } = useDisclosure();
  const id = useId();
  return (
    <div className={styles.more} ref={box}>
      <Button ref={button} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        更多
      </Button>
      <div id={id} className={styles.panel} hidden={!open}>
        {actions.map((action) => (
          <button
            key={action.key}
            type="button"
            className={action.danger ? styles.danger : undefined}
            onClick={() => {
              setOpen(false);
              // The dialog that opens gives the focus back to what had it.
              button.current?.focus();
              action.onClick();
            }}
          >
            {action.label}
          </button>
        ))}
      </div>
    </div>
  );
}
