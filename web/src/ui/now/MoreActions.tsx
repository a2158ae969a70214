/** 更多: what is done less often, and what cannot be done now with the reason, in a panel behind one button. */
import { Button } from "antd";
import { useId } from "react";
import { useDisclosure } from "@/lib/useDisclosure";
import type { Action } from "../ActionBar";
import styles from "./MoreActions.module.css";

/** An action that is not allowed now, and why. */
export type Blocked = { key: string; label: string; why: string };

export function MoreActions({ actions, blocked = [] }: { actions: Action[]; blocked?: Blocked[] }) {
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
            disabled={action.loading}
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
        {blocked.length > 0 && (
          <div className={styles.blocked}>
            <p>暂不能进行</p>
            <ul>
              {blocked.map(({ key, label, why }) => (
                <li key={key}>
                  <strong>{label}</strong>：{why}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}
