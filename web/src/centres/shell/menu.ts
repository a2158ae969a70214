/** What a centre's menu is made of. */
import type { Schema } from "@/api/types";
import type { IconName } from "@/ui/Icon";

export type MenuItem = {
  to: string;
  label: string;
  /** Two or three characters for the tab bar of phones. */
  short?: string;
  icon: IconName;
  /** Shown only to accounts that have it. */
  permission?: string;
  /** In the tab bar of phones (the first four). */
  tab?: boolean;
  /** Active only on exactly this path: the centre's home. */
  end?: boolean;
  /** Number of unread messages beside it. */
  unread?: boolean;
};

export type Centre = { name: string; home: string; messages: string; security: string; menu: MenuItem[] };

export const visibleMenu = (centre: Centre, me: Schema<"Me">): MenuItem[] =>
  centre.menu.filter((item) => !item.permission || me.permissions.includes(item.permission));
