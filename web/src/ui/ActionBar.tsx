/** What this person may do here; sticky at the bottom on phones. A disabled action says why. */
import { Button } from "antd";
import { useId } from "react";

export type Action = {
  key: string;
  label: string;
  onClick: () => void;
  primary?: boolean;
  danger?: boolean;
  /** Not allowed now; `why` is shown below the buttons. */
  disabled?: boolean;
  why?: string | null;
  loading?: boolean;
  /** The key that does the same, shown on the button. */
  shortcut?: string;
};

export function ActionBar({ actions }: { actions: Action[] }) {
  const id = useId();
  const reasons = actions.filter((action) => action.disabled && action.why);
  if (actions.length === 0) return null;
  return (
    <div className="action-bar">
      <div className="action-bar-buttons">
        {actions.map((action) => (
          <Button
            key={action.key}
            type={action.primary ? "primary" : "default"}
            danger={action.danger}
            disabled={action.disabled}
            loading={action.loading}
            onClick={action.onClick}
            aria-describedby={action.disabled && action.why ? `${id}-${action.key}` : undefined}
            aria-keyshortcuts={action.shortcut}
          >
            {action.label}
            {action.shortcut && (
              <span className="action-key" aria-hidden="true">
                {action.shortcut.toUpperCase()}
              </span>
            )}
          </Button>
        ))}
      </div>
      {reasons.length > 0 && (
        <ul className="action-bar-reasons">
          {reasons.map((action) => (
            <li key={action.key} id={`${id}-${action.key}`}>
              {action.label}：{action.why}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
