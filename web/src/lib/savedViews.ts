/** Saved views of lists: filters and order under a name, kept in the browser for each account and list. */

export type SavedView = {
  name: string;
  /** The query of the list, without its page. */
  search: string;
};

/** So many of one list. */
export const MOST_VIEWS = 20;

const keyOf = (account: string, list: string) => `views:${account}:${list}`;

/** What a list shows, whatever page of it and in whatever order the URL says so. */
export function viewOf(search: string): string {
  const params = new URLSearchParams(search);
  params.delete("page");
  params.sort();
  return params.toString();
}

const isView = (value: unknown): value is SavedView => {
  const view = value as Partial<SavedView> | null;
  return typeof view?.name === "string" && view.name.trim() !== "" && typeof view.search === "string";
};

/** None where nothing is stored, or nothing that can be read. */
export function loadViews(account: string, list: string): readonly SavedView[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(account, list)) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isView).slice(0, MOST_VIEWS) : [];
  } catch {
    return [];
  }
}

/** Whether they will be there after the page is loaded again. */
export function storeViews(account: string, list: string, views: readonly SavedView[]): boolean {
  try {
    localStorage.setItem(keyOf(account, list), JSON.stringify(views));
    return true;
  } catch {
    return false;
  }
}

/** Why a name cannot be given, in words; `null`: it can. `own`: the name that the view has now. */
export function nameProblem(views: readonly SavedView[], name: string, own?: string): string | null {
  const wanted = name.trim();
  if (wanted === "") return "请填写名称";
  if (wanted !== own && views.some((view) => view.name === wanted)) return "已有同名的视图";
  return null;
}

export const withView = (views: readonly SavedView[], name: string, search: string): readonly SavedView[] => [
  ...views,
  { name: name.trim(), search: viewOf(search) },
];

export const renamed = (views: readonly SavedView[], from: string, to: string): readonly SavedView[] =>
  views.map((view) => (view.name === from ? { ...view, name: to.trim() } : view));

export const withoutView = (views: readonly SavedView[], name: string): readonly SavedView[] =>
  views.filter((view) => view.name !== name);
