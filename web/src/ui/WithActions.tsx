/**
 * The content of a page with what can be done there: above the content on wide screens, sticky at the bottom on phones.
 * One place in the tree for both, so that an open dialog and what was typed in it outlive a turn of the screen.
 */
import type { ReactNode } from "react";

type Props = {
  actions: ReactNode;
  /** What stands above the actions on wide screens too. */
  lead?: ReactNode;
  children: ReactNode;
};

export function WithActions({ actions, lead, children }: Props) {
  return (
    <div className="with-actions">
      {lead}
      <div className="actions-place">{actions}</div>
      {children}
    </div>
  );
}
