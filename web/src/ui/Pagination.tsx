/** Pages of a list as links between buttons, with the total in words (“N 条以上” when the server stopped counting). */
import { pagesOf } from "@/lib/BeyondLast";
import { formatCount } from "@/lib/money";
import { Icon } from "./Icon";

type Props = {
  page: number;
  size: number;
  total: number;
  capped: boolean;
  onPage: (page: number) => void;
};

/** First, last, and the neighbours of the current page; 0 stands for a gap. */
export function pageWindow(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const unique = [...new Set(wanted)].sort((a, b) => a - b);
  return unique.flatMap((number, index) => {
    const before = unique[index - 1];
    return before !== undefined && number - before > 1 ? [0, number] : [number];
  });
}

export function Pagination({ page, size, total, capped, onPage }: Props) {
  const pages = pagesOf({ total, size });
  return (
    <nav className="pagination" aria-label="分页">
      <span className="pagination-total">
        {capped ? `${formatCount(total)} 条以上` : `共 ${formatCount(total)} 条`}
      </span>
      {pages > 1 && (
        <ul>
          <li>
            <button type="button" aria-label="上一页" disabled={page <= 1} onClick={() => onPage(page - 1)}>
              <Icon name="left" size={16} />
            </button>
          </li>
          {pageWindow(page, pages).map((number, index, all) =>
            number === 0 ? (
              <li key={`gap-${all[index + 1]}`} className="pagination-gap" aria-hidden="true">
                …
              </li>
            ) : (
              <li key={number}>
                <button
                  type="button"
                  aria-label={`第 ${number} 页`}
                  aria-current={number === page ? "page" : undefined}
                  onClick={() => onPage(number)}
                >
                  {number}
                </button>
              </li>
            ),
          )}
          <li>
            <button
              type="button"
              aria-label="下一页"
              disabled={page >= pages}
              onClick={() => onPage(page + 1)}
            >
              <Icon name="right" size={16} />
            </button>
          </li>
        </ul>
      )}
    </nav>
  );
}
