/** 常用视图 of a list: its filters and order under a name, one press away. Kept in this browser for the account. */
import { useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { useMe } from "@/api/session";
import { loadViews, MOST_VIEWS, type SavedView, storeViews, viewOf } from "@/lib/savedViews";
import { lazyPart } from "./lazyPart";
import { ReadTools } from "./ReadTools";
import styles from "./savedViews.module.css";
import { useToast } from "./Toast";
import { useDialog } from "./useDialog";

const SaveViewDialog = lazyPart(() => import("./SavedViewDialogs").then((m) => m.SaveViewDialog));
const ManageViewsDialog = lazyPart(() => import("./SavedViewDialogs").then((m) => m.ManageViewsDialog));

/** `list` names the list in the store; it is shown to nobody. */
export function SavedViews({ list }: { list: string }) {
  const account = useMe().account_id;
  const [views, setViews] = useState(() => loadViews(account, list));
  const [, setParams] = useSearchParams();
  const { search } = useLocation();
  const { open, show, close, done } = useDialog<"save" | "manage">();
  const toast = useToast();
  const current = viewOf(search);
  const change = (next: readonly SavedView[]) => {
    setViews(next);
    if (!storeViews(account, list, next)) toast("浏览器不允许保存，离开本页后视图会丢失");
  };
  const saved = views.some((view) => view.search === current);
  const savable = current !== "" && !saved;
  if (views.length === 0 && !savable && open === null) return null;
  return (
    <div className={styles.row}>
      {views.length > 0 && (
        <ul className={styles.views} aria-label="常用视图">
          {views.map((view) => (
            <li key={view.name}>
              <button
                type="button"
                aria-pressed={view.search === current}
                onClick={() => setParams(new URLSearchParams(view.search))}
              >
                {view.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {savable && (
        <button
          type="button"
          className={styles.link}
          disabled={views.length >= MOST_VIEWS}
          title={views.length >= MOST_VIEWS ? `最多保存 ${MOST_VIEWS} 个` : undefined}
          onClick={() => show("save")}
        >
          {views.length >= MOST_VIEWS ? `视图已满（最多 ${MOST_VIEWS} 个）` : "保存为常用视图"}
        </button>
      )}
      {views.length > 0 && (
        <button type="button" className={styles.link} onClick={() => show("manage")}>
          管理视图
        </button>
      )}
      <ReadTools>
        {open === "save" && (
          <SaveViewDialog
            views={views}
            search={search}
            onSave={(next) => {
              done("已保存为常用视图");
              change(next);
            }}
            onClose={close}
          />
        )}
        {open === "manage" && <ManageViewsDialog views={views} onChange={change} onClose={close} />}
      </ReadTools>
    </div>
  );
}
