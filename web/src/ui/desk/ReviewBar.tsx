/** The decisions about an item as buttons, which say their keys at the desk; and that there is nothing to decide any more. */
import { useEffect, useRef } from "react";
import { useIsWide } from "@/lib/useMedia";
import { type Action, ActionBar } from "../ActionBar";
import { lazyPart } from "../lazyPart";
import { useDesk } from "./DeskContext";
import styles from "./desk.module.css";
import { type Decision, KEYS } from "./keys";

const MoreActions = lazyPart(() => import("../now/MoreActions").then((m) => m.MoreActions));

type Decided = Omit<Action, "key"> & {
  /** What the button says at the desk, where the next item is opened after it. */
  andNext?: string;
};

type Props = {
  /** Whether the item waits for a decision. */
  waiting: boolean;
  decisions: Partial<Record<Decision, Decided>>;
  /** What can be done besides, also when nothing is to be decided. */
  others?: Action[];
};

const ORDER: readonly Decision[] = ["approve", "return", "refuse"];

export function ReviewBar({ waiting, decisions, others = [] }: Props) {
  const desk = useDesk();
  const wide = useIsWide();
  const { claim = null, mine = false, toggle = null, pending = false } = desk?.claiming ?? {};
  const held = claim && !claim.own ? `${claim.by}已领取，正在审核` : null;
  const claims = waiting && desk !== null && toggle !== null && !wide;
  const waited = useRef(waiting);
  // After every drawing: what a key does is what the button does now.
  useEffect(() => {
    if (!desk) return;
    if (waiting) {
      const keyed = ORDER.flatMap((decision) => {
        const action = decisions[decision];
        const why = held ?? (action?.disabled ? action.why : null);
        return action ? [[decision, { run: action.onClick, why }]] : [];
      });
      desk.offer(Object.fromEntries(keyed));
    } else {
      desk.offer(null);
      desk.gone();
    }
    return () => desk.offer(null);
  });
  useEffect(() => {
    // The buttons have gone, perhaps with the focus on one of them.
    if (waited.current && !waiting) void import("@/lib/keepFocus").then((m) => m.keepFocus(null));
    waited.current = waiting;
  }, [waiting]);

  const actions = ORDER.flatMap((decision): Action[] => {
    const found = decisions[decision];
    if (!waiting || !found) return [];
    const { andNext, ...action } = found;
    return [
      {
        ...action,
        ...(held ? { disabled: true, why: undefined } : {}),
        key: decision,
        label: (desk?.after && andNext) || action.label,
        shortcut: desk?.keys ? KEYS[decision] : undefined,
      },
    ];
  });
  // What ends a thing, and was not asked for, does not stand on a phone's screen all the time.
  const ending = others.filter(({ danger }) => danger);
  const beside = others.filter(({ danger }) => !danger);
  const calm = actions.length === 0 && beside.length === 0 && !desk?.after;
  return (
    <div className={calm ? `${styles.bar} ${styles.calm}` : styles.bar}>
      {desk && !waiting && <p className={styles.note}>这件不在待审核中。</p>}
      <ActionBar
        actions={[
          ...actions,
          ...(waiting && desk && toggle && wide
            ? [
                {
                  key: "claim",
                  label: mine ? "放弃领取" : "领取",
                  loading: pending,
                  onClick: toggle,
                  shortcut: desk.keys ? KEYS.claim : undefined,
                },
              ]
            : []),
          ...beside,
          ...(waiting || !desk?.after
            ? []
            : [
                {
                  key: "next",
                  label: "下一件",
                  primary: beside.length === 0,
                  onClick: desk.next,
                  shortcut: desk.keys ? KEYS.next : undefined,
                },
              ]),
        ]}
      />
      {ending.length > 0 && (
        <MoreActions
          actions={ending.filter(({ disabled }) => !disabled)}
          blocked={ending
            .filter(({ disabled }) => disabled)
            .map(({ key, label, why }) => ({ key, label, why: why ?? "" }))}
        />
      )}
      {waiting && held && <p className={styles.note}>{held}，您可以先办理其他事项。</p>}
      {/* It comes later than the buttons and may be long: it takes what is left of their line and never moves what is below. */}
      {waiting && !held && desk && (desk.after || claims) && (
        <p className={`${styles.note} ${styles.after}`} title={desk.after ?? undefined}>
          {desk.after
            ? `办结后打开：${desk.after}`
            : mine && !claim
              ? "已由您领取"
              : `${mine ? "已领取" : "领取后"}，一小时内由您办理`}
        </p>
      )}
      {/* On a phone the decisions have the place at the bottom to themselves. */}
      {claims && (
        <button type="button" className={styles.claim} disabled={pending} onClick={toggle ?? undefined}>
          {mine ? "放弃领取" : "领取"}
        </button>
      )}
    </div>
  );
}
