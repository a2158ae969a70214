/** 常用意见: texts that are put into a field with one press, by their number or the pointer, and can be changed there. */
import { useEffect, useId } from "react";
import { takesLetters } from "@/lib/takesLetters";
import { useIsPhone } from "@/lib/useMedia";
import styles from "./cannedReasons.module.css";

type Props = {
  texts: readonly string[];
  onPick: (index: number) => void;
};

/** Those that have a number. */
const NUMBERED = 9;

export function CannedReasons({ texts, onPick }: Props) {
  const id = useId();
  const phone = useIsPhone();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
      if (held || takesLetters(event.target) || !/^[1-9]$/.test(event.key)) return;
      const index = Number(event.key) - 1;
      if (index >= Math.min(texts.length, NUMBERED)) return;
      event.preventDefault();
      onPick(index);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  return (
    <div className={styles.canned}>
      <p id={id} className={styles.title}>
        常用意见
        {!phone && <span>按数字键或点选填入，填入后可以修改，Ctrl Enter 提交</span>}
      </p>
      <ul aria-labelledby={id}>
        {texts.map((text, index) => (
          <li key={text}>
            <button
              type="button"
              aria-keyshortcuts={index < NUMBERED ? `${index + 1}` : undefined}
              onClick={() => onPick(index)}
            >
              {!phone && index < NUMBERED && (
                <span className="action-key" aria-hidden="true">
                  {index + 1}
                </span>
              )}
              <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a field says after a text was picked: the text alone, or after what stood there. */
export function withCanned(before: string | undefined, text: string): string {
  const kept = before?.trim() ?? "";
  if (kept === "" || kept.includes(text)) return kept || text;
  return `${kept}\n${text}`;
}
