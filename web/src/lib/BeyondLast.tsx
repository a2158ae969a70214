/** Instead of a page that a list does not have, as an old link may ask for: the way to the last one. */
import { Link, useSearchParams } from "react-router";

type Paged = { items: readonly unknown[]; total: number; size: number; capped: boolean };

export const pagesOf = ({ total, size }: Pick<Paged, "total" | "size">): number =>
  Math.max(1, Math.ceil(total / size));

export function BeyondLast({ page, data }: { page: number; data: Paged }) {
  const pages = pagesOf(data);
  const [params] = useSearchParams();
  const last = new URLSearchParams(params);
  last.set("page", String(pages));
  return (
    <p role="status">
      {data.capped
        ? `列表只显示前 ${data.total} 条，没有第 ${page} 页。请增加筛选条件查找更早的内容。`
        : `没有第 ${page} 页，这个列表共 ${pages} 页。`}
      <Link to={{ search: `?${last}` }}>查看最后一页</Link>
    </p>
  );
}

/** Is there something in the list, but not on this page? */
export const isBeyondLast = (data: Paged, page: number): boolean =>
  data.items.length === 0 && data.total > 0 && page > 1;
