/**
 * A server-paged list: a real table on wide screens, cards under 768 px; skeleton, error with retry and empty state included.
 * An own table instead of antd's: a tenth of its size, and plain markup that screen readers know.
 */
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Page } from "@/api/types";
import type { ListParams } from "@/api/useListParams";
import { BeyondLast, isBeyondLast } from "@/lib/BeyondLast";
import { ScrollRegion } from "@/lib/ScrollRegion";
import { useIsPhone } from "@/lib/useMedia";
import { Pagination } from "./Pagination";
import { ErrorState, Skeleton } from "./States";

export type Column<T> = {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  /** Figures: right aligned, tabular. */
  numeric?: boolean;
  /** Server sort field; the header becomes a button that toggles `field` and `-field`. */
  sort?: string;
  /** Title of the card on phones (and the link of the row). */
  primary?: boolean;
  /** Shown beside the card title on phones: the state. */
  badge?: boolean;
  hideOnPhone?: boolean;
  /** Names and the like, which are not squeezed into a column of a few characters. */
  wide?: boolean;
};

type Props<T> = {
  /** What the list holds, for screen readers: “融资需求列表”. */
  caption: string;
  columns: Column<T>[];
  query: {
    data: Page<T> | undefined;
    error: unknown;
    isPending: boolean;
    isFetching?: boolean;
    refetch: () => unknown;
  };
  list: Pick<ListParams, "page" | "sort" | "setPage" | "setSort">;
  rowKey: (row: T) => string;
  rowLink?: (row: T) => string;
  /** Buttons of one row. */
  actions?: (row: T) => ReactNode;
  /** An EmptyState that says what to do next. */
  empty: ReactNode;
};

export function DataTable<T>(props: Props<T>) {
  const { query, list, empty } = props;
  const phone = useIsPhone();
  if (query.data === undefined) {
    if (query.isPending) return <Skeleton rows={8} />;
    return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  }
  const { items, total, capped, size } = query.data;
  if (isBeyondLast(query.data, list.page)) return <BeyondLast page={list.page} data={query.data} />;
  if (items.length === 0) return empty;
  return (
    <div className={query.isFetching ? "data-list is-fetching" : "data-list"}>
      {phone ? <Cards {...props} rows={items} /> : <Table {...props} rows={items} />}
      <Pagination page={list.page} size={size} total={total} capped={capped} onPage={list.setPage} />
    </div>
  );
}

type Rows<T> = Props<T> & { rows: T[] };

function cell<T>(column: Column<T>, row: T, rowLink?: (row: T) => string): ReactNode {
  const content = column.render(row);
  return column.primary && rowLink ? <Link to={rowLink(row)}>{content}</Link> : content;
}

/** Numbers and kinds stay on one line: 18 columns of a terminal, where a Chinese character takes two. */
function isShort(content: ReactNode): boolean {
  return typeof content === "string" && content.replace(/[^\0-\xff]/g, "aa").length <= 18;
}

function cellClass<T>(column: Column<T>, row: T): string | undefined {
  if (column.numeric) return "numeric";
  if (isShort(column.render(row))) return "short";
  return column.primary || column.wide ? "primary" : undefined;
}

function Table<T>({ caption, columns, rows, rowKey, rowLink, actions, list }: Rows<T>) {
  return (
    <ScrollRegion className="table-scroll" label={caption}>
      <table className="data-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.key} column={column} list={list} />
            ))}
            {actions && (
              <th scope="col" className="actions">
                操作
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} className={cellClass(column, row)}>
                  {cell(column, row, rowLink)}
                </td>
              ))}
              {actions && <td className="actions">{actions(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Header<T>({ column, list }: { column: Column<T>; list: Props<T>["list"] }) {
  const className = column.numeric ? "numeric" : undefined;
  if (!column.sort) {
    return (
      <th scope="col" className={className}>
        {column.title}
      </th>
    );
  }
  const up = list.sort === column.sort;
  const down = list.sort === `-${column.sort}`;
  const next = down ? column.sort : `-${column.sort}`;
  return (
    <th scope="col" className={className} aria-sort={up ? "ascending" : down ? "descending" : "none"}>
      <button type="button" className="sort-button" onClick={() => list.setSort(next)}>
        {column.title}
        <span aria-hidden="true">{up ? "↑" : down ? "↓" : "↕"}</span>
      </button>
    </th>
  );
}

function Cards<T>({ caption, columns, rows, rowKey, rowLink, actions }: Rows<T>) {
  const primary = columns.find((column) => column.primary);
  const badge = columns.find((column) => column.badge);
  const rest = columns.filter((column) => column !== primary && column !== badge && !column.hideOnPhone);
  return (
    <ul className="card-list" aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)} className="list-card">
          <div className="list-card-head">
            {primary && <div className="list-card-title">{cell(primary, row, rowLink)}</div>}
            {badge?.render(row)}
          </div>
          <dl>
            {rest.map((column) => (
              <div key={column.key}>
                <dt>{column.title}</dt>
                <dd>{column.render(row)}</dd>
              </div>
            ))}
          </dl>
          {actions && <div className="list-card-actions">{actions(row)}</div>}
        </li>
      ))}
    </ul>
  );
}
