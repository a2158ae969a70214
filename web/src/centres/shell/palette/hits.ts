/** What the palette finds without asking the server: pages of the own menu, and what the account may begin. */
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { type Centre, visibleMenu } from "../centre";
import { fitting } from "./match";

export type Hit = {
  id: string;
  label: string;
  /** A second, quieter line: to whom it belongs, where it stands. */
  note?: string;
  to: string;
};

export type Group = { heading: string; hits: Hit[] };

const { enterprise, institution, government } = paths;

type Action = { label: string; to: string; words?: string };

/** What people come to do, in the words of the buttons that lead there, and other words for it. */
const ACTIONS: Record<Centre["key"], readonly Action[]> = {
  enterprise: [
    { label: "发布融资需求", to: enterprise.newDemand, words: "贷款 借钱 股权 新建" },
    { label: "填写企业档案", to: `${enterprise.profile}?edit=1`, words: "修改 完善 资料" },
    { label: "提出投诉或异议", to: enterprise.newComplaint, words: "申诉 反馈" },
  ],
  institution: [
    { label: "上架金融产品", to: institution.newProduct, words: "发布 新建 新增" },
    { label: "查看对接单看板", to: `${institution.orders}?view=board`, words: "进度" },
    { label: "查看工作量", to: `${institution.orders}?view=load`, words: "经办人 转化" },
    { label: "提出投诉或异议", to: institution.newComplaint, words: "申诉 反馈" },
  ],
  operator: [],
  government: [{ label: "登记异常情况", to: government.newIncident, words: "投诉 督办 新建" }],
  agency: [],
};

/** Those that only look. */
const LOOKS = /\?view=/;

/** Whether the menu, as this account sees it, has the page. */
function reaches(centre: Centre, me: Schema<"Me">, to: string): boolean {
  const path = to.replace(/\?.*$/, "");
  return visibleMenu(centre, me).some(({ entries }) =>
    entries.some(
      (entry) =>
        entry.to === path ||
        entry.pages?.some(
          (page) =>
            `${entry.to}/${page.path}` === path &&
            (!page.permission || me.permissions.includes(page.permission)),
        ),
    ),
  );
}

export function actionsOf(centre: Centre, me: Schema<"Me">): Action[] {
  return ACTIONS[centre.key].filter(
    ({ to }) => (me.access !== "read" || LOOKS.test(to)) && reaches(centre, me, to),
  );
}

/** So many of one kind; the page behind the menu has all. */
export const MOST = 6;

/** Without words all of them, so that the palette is a table of contents too. */
export function ownGroups(centre: Centre, me: Schema<"Me">, term: string): Group[] {
  const actions = actionsOf(centre, me);
  const pages = visibleMenu(centre, me).flatMap(({ heading, entries }) =>
    entries.map((entry) => ({ entry, heading })),
  );
  const most = term ? MOST : Number.POSITIVE_INFINITY;
  return [
    {
      heading: "操作",
      hits: fitting(actions, ({ label, words }) => [label, words], term, most).map(({ label, to }) => ({
        id: `do ${to}`,
        label,
        to,
      })),
    },
    {
      heading: "页面",
      hits: fitting(pages, ({ entry, heading }) => [entry.label, entry.short, heading], term, most).map(
        ({ entry, heading }) => ({ id: `page ${entry.to}`, label: entry.label, note: heading, to: entry.to }),
      ),
    },
  ].filter(({ hits }) => hits.length > 0);
}
