/** The keys of the desk in one line, with the way to their explanation. */
import styles from "./desk.module.css";
import { type Command, type Decision, KEYS } from "./keys";
import { useSingleKeys } from "./useDeskKeys";

const SHORT: readonly (readonly [Command, string])[] = [
  ["next", "下一件"],
  ["previous", "上一件"],
  ["approve", "通过"],
  ["return", "退回"],
  ["refuse", "不予通过"],
  ["claim", "领取"],
];

const DECISIONS: readonly string[] = ["approve", "return", "refuse"] satisfies Decision[];

type Props = {
  /** The decisions that the open item has, so that no key is shown that does nothing; nothing: none is open. */
  offered: readonly string[] | null;
  onHelp: () => void;
};

export function KeyLine({ offered, onHelp }: Props) {
  const [on] = useSingleKeys();
  const shown = SHORT.filter(
    ([command]) => !offered || !DECISIONS.includes(command) || offered.includes(command),
  );
  return (
    <div className={styles.keyLine}>
      {on &&
        shown.map(([command, words]) => (
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
