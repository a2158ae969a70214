/** What a centre is made of: one declaration of a page gives its route, its guard and its entry in the menu. */
import type { ComponentType } from "react";
import type { Schema } from "@/api/types";
import type { IconName } from "@/ui/Icon";
import type { CentreKey } from "./useCentre";

export type Load = () => Promise<ComponentType>;

type Page = {
  /** Below its entry, or below the centre's home. */
  path: string;
  load: Load;
  /** What it needs besides what its entry needs. */
  permission?: string;
};

export type Entry = {
  to: string;
  label: string;
  /** Two or three characters for the tab bar of phones. */
  short?: string;
  icon: IconName;
  /** Only for accounts that have it: the entry, its page and the pages below it. */
  permission?: string;
  /** In the tab bar of phones (the first four). */
  tab?: boolean;
  /** Number of unread messages beside it. */
  unread?: boolean;
  /** None for what stands outside of the centre. */
  load?: Load;
  /** What stands around its page and those below it, and stays while one goes from one to another. */
  around?: Load;
  /** Pages below it. */
  pages?: readonly Page[];
};

export type Centre = {
  key: CentreKey;
  name: string;
  roles: readonly Schema<"Role">[];
  menu: readonly { heading?: string; entries: readonly Entry[] }[];
  /** Pages that the menu does not lead to. */
  pages?: readonly Omit<Page, "permission">[];
};

/** The part of the menu that an account sees. */
export const visibleMenu = ({ menu }: Centre, me: Schema<"Me">) =>
  menu
    .map(({ heading, entries }) => ({
      heading,
      entries: entries.filter(({ permission }) => !permission || me.permissions.includes(permission)),
    }))
    .filter(({ entries }) => entries.length > 0);
