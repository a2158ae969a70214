/** A short list that came whole, for the table that otherwise asks the server page by page. */

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
