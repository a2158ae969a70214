/** Everything that keeps an application from being handed in, each leading to its place. */
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import styles from "./applications.module.css";
import type { Spot } from "./content";

export type Told = { key: string; text: string; spot: Spot | null };

type Props = { title: string; told: readonly Told[]; tone: "err" | "warn"; onGo: (spot: Spot) => void };

/** More are told when these are mended. */
const MOST = 50;

export function AllDefects({ title, told, tone, onGo }: Props) {
  const box = useRef<HTMLElement>(null);
  /** Folded once somebody is led away, so that it does not stand above each step. */
  const [open, setOpen] = useState(true);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  if (told.length === 0) return null;
  const go = (spot: Spot) => {
    setOpen(false);
    onGo(spot);
  };
  const next = told.find(({ spot }) => spot !== null)?.spot;
  return (
    <section ref={box} className={`notice tone-${tone} ${styles.defects}`} aria-label={title}>
      <strong>
        {title}（{told.length} 处）
      </strong>
      {open && (
        <ul>
          {told.slice(0, MOST).map(({ key, text, spot }) => (
            <li key={key}>
              {spot ? (
                <button type="button" onClick={() => go(spot)}>
                  {text}
                </button>
              ) : (
                text
              )}
            </li>
          ))}
        </ul>
      )}
      {open && told.length > MOST && <p>以上为前 {MOST} 处，修改后显示其余各处。</p>}
      <div className={styles.defectsButtons}>
        {!open && next && <Button onClick={() => go(next)}>修改第一处</Button>}
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "收起" : "查看全部"}
        </Button>
      </div>
    </section>
  );
}
