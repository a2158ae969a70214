/** The choices of the product list on a phone: how many products are left is said while choosing, and the list follows at the end. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { shelfQuery } from "@/api/shelf";
import type { Schema } from "@/api/types";
import { formatCount } from "@/lib/money";
import { type Filter, toQuery } from "./filters";
import { type Chosen, ShelfSelects } from "./ShelfSelects";
import "./filterSheet.css";

type Props = {
  kind: Schema<"FinancingKind">;
  filters: Filter[];
  chosen: Chosen;
  onShow: (chosen: Chosen) => void;
  onClose: () => void;
};

export function FilterSheet({ kind, filters, chosen, onShow, onClose }: Props) {
  const sheet = useRef<HTMLDialogElement>(null);
  const [draft, setDraft] = useState(chosen);
  const values = Object.fromEntries(
    Object.entries(draft).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  // The list's own total, of a page that nobody looks at.
  const asked = { ...toQuery(kind, values, filters), page: 1, size: 1 };
  const { data, isFetching } = useQuery({ ...shelfQuery(asked), placeholderData: keepPreviousData });
  useEffect(() => {
    const dialog = sheet.current;
    // Where browsers are too old for it, the sheet stands in the page.
    if (dialog?.showModal) dialog.showModal();
    else dialog?.setAttribute("open", "");
  }, []);
  // Closed by the browser, so that the keyboard is back where it was.
  const close = () => (sheet.current?.showModal ? sheet.current.close() : onClose());
  const none = Object.fromEntries(
    [...filters.map(({ name }) => name), "sort"].map((name) => [name, undefined]),
  );
  const count = data && `${formatCount(data.total)}${data.capped ? "+" : ""}`;
  return (
    <dialog ref={sheet} className="filter-sheet" aria-labelledby="filter-sheet-title" onClose={onClose}>
      <div className="filter-sheet-head">
        <h2 id="filter-sheet-title">筛选</h2>
        <button type="button" className="plain-button" onClick={close}>
          关闭
        </button>
      </div>
      <ShelfSelects
        kind={kind}
        filters={filters}
        chosen={draft}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <div className="filter-sheet-foot">
        <button type="button" className="plain-button" onClick={() => setDraft({ ...draft, ...none })}>
          重置
        </button>
        <button
          type="button"
          className="portal-button"
          aria-busy={isFetching}
          onClick={() => {
            close();
            onShow({ ...none, ...draft });
          }}
        >
          {count ? `查看 ${count} 个产品` : "查看产品"}
        </button>
        {/* Beside the button: what stands inside one is its name, and is not told when it changes. */}
        <span role="status" className="visually-hidden">
          {count && `剩 ${count} 个产品`}
        </span>
      </div>
    </dialog>
  );
}
