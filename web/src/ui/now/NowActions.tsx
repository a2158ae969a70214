/**
 * What can be done now: one primary button, everything else under 更多 together with what cannot be done and why. On phones
 * the button stands at the bottom of the screen; without one nothing does, so that what ends a thing is never the only choice.
 */
import { Button } from "antd";
import type { ReactNode } from "react";
import type { Action } from "../ActionBar";
import { type Blocked, MoreActions } from "./MoreActions";
import styles from "./now.module.css";

type Props = {
  allowed: Action[];
  /** Always under 更多, whatever else there is. */
  more?: Action[];
  blocked?: Blocked[];
  /** Beside the buttons, for example how the next one is opened. */
  children?: ReactNode;
};

/** More actions than this with one reason, as when all has ended, are not told one by one. */
const TOLD = 3;

/** The reason of all, where there are too many to tell. */
function oneReason(blocked: Blocked[]): string | null {
  const [first] = blocked;
  const same = first && blocked.length > TOLD && blocked.every(({ why }) => why === first.why);
  return same ? first.why : null;
}

/** The first that is meant to be: what ends a thing never is, and there are never two. */
function sort(allowed: Action[], more: Action[]) {
  const primary = allowed.find((action) => action.primary && !action.danger);
  const rest = allowed.filter((action) => action !== primary);
  // A choice of two is not hidden behind a menu of one.
  const [other] = rest;
  const beside = rest.length === 1 && more.length === 0 && other && !other.danger ? other : undefined;
  return { primary, beside, under: beside ? [] : [...rest, ...more] };
}

function One({ action, primary }: { action: Action; primary?: boolean }) {
  return (
    <Button
      type={primary ? "primary" : "default"}
      disabled={action.disabled}
      loading={action.loading}
      onClick={action.onClick}
    >
      {action.label}
    </Button>
  );
}

export function NowActions({ allowed, more = [], blocked = [], children }: Props) {
  const { primary, beside, under } = sort(allowed, more);
  const reason = oneReason(blocked);
  const told = reason ? [] : blocked;
  const menu = under.length > 0 || told.length > 0;
  return (
    <>
      {(primary || beside || menu || children) && (
        <div className={primary ? styles.buttons : `${styles.buttons} ${styles.quiet}`}>
          {children}
          {primary && <One action={primary} primary />}
          {beside && <One action={beside} />}
          {menu && <MoreActions actions={under} blocked={told} />}
        </div>
      )}
      {primary?.disabled && primary.why && (
        <p className={styles.why}>
          {primary.label}：{primary.why}
        </p>
      )}
      {reason && <p className={styles.why}>其他操作暂不能进行：{reason}</p>}
    </>
  );
}
