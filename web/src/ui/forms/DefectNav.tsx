/** What is wrong, all at once; each leads to its field. */
import { useEffect, useRef } from "react";
import type { Defect } from "@/lib/forms/model";
import { goToField } from "./fieldPlaces";
import styles from "./filler.module.css";

type Props = { of: string; defects: readonly Defect[] };

/** More are told when these are mended. */
const MOST = 50;

export function DefectNav({ of, defects }: Props) {
  const box = useRef<HTMLElement>(null);
  // It is what somebody who has just asked whether all is right looks for.
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  if (defects.length === 0)
    return (
      <p className="notice tone-ok" role="status">
        表单填写完整，没有发现问题。
      </p>
    );
  return (
    <section ref={box} tabIndex={-1} className={`notice tone-err ${styles.nav}`} aria-label="需要修改的内容">
      <strong>还有 {defects.length} 处需要修改</strong>
      <ul>
        {defects.slice(0, MOST).map((defect) => (
          <li key={`${defect.path} ${defect.text}`}>
            <button type="button" onClick={() => goToField(of, defect.path)}>
              {defect.text}
            </button>
          </li>
        ))}
      </ul>
      {defects.length > MOST && <p>以上为前 {MOST} 处，修改后显示其余各处。</p>}
    </section>
  );
}
