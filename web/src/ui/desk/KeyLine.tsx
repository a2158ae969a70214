/** The keys of the desk in one line, with the way to their explanation. */
import styles from "./desk.module.css";
import { type Command, KEYS } from "./keys";
import { useSingleKeys } from "./useDeskKeys";

const SHORT: readonly (readonly [Command, string])[] = [
  ["next", "下一件"],
  ["previous", "上一件"],
  ["approve", "通过"],
  ["return", "退回"],
  ["refuse", "不通过"],
];

export function KeyLine({ onHelp }: { onHelp: () => void }) {
  const [on] = useSingleKeys();
  return (
    <div className={styles.keyLine}>
      {on &&
        SHORT.map(([command, words]) => (
          <span key={command}>
            <kbd className="action-key">{KEYS[command].toUpperCase()}</kbd>
            {words}
          </span>
        ))}
      <button type="button" aria-keyshortcuts={on ? KEYS.help : undefined} onClick={onHelp}>
        {on && (
          <span className="action-key" aria-hidden="true">
            {KEYS.help}
          </span>
        )}
        快捷键说明
      </button>
    </div>
  );
}
