/** A list that came whole, for the table that otherwise asks the server page by page. */

const NO_PAGES = { page: 1, sort: undefined, setPage: () => {}, setSort: () => {} };

export const wholeList = <T>(items: T[]) => ({
  query: {
    data: { items, total: items.length, capped: false, page: 1, size: Math.max(items.length, 1) },
    error: null,
    isPending: false,
    refetch: () => {},
  },
  list: NO_PAGES,
});

/** A longer one, shown page by page; it may have become shorter than when `wanted` was its page. */
export const inPages = <T>(items: T[], size: number, wanted: number, setPage: (page: number) => void) => {
  const page = Math.min(wanted, Math.max(Math.ceil(items.length / size), 1));
  const { query } = wholeList(items.slice((page - 1) * size, page * size));
  return {
    query: { ...query, data: { ...query.data, total: items.length, page, size } },
    list: { ...NO_PAGES, page, setPage },
  };
};
