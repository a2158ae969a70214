/** Masked demands on the market for certified institutions: filters and sort in the URL. */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { type ListParams, oneOf } from "@/api/useListParams";
import { FINANCING_KIND, GUARANTEE, STAGE, USE_KIND } from "@/labels/finance";
import { maskedIndustry, SECTION } from "@/labels/industries";
import { joinTexts, options, textOf } from "@/labels/label";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { ExportButton } from "@/ui/ExportButton";
import { NativeSelect } from "@/ui/NativeSelect";
import { NothingFound } from "@/ui/NothingFound";
import { SavedViews } from "@/ui/SavedViews";
import { type SearchField, SearchForm } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { Count, DateText, Money, Places, Rate } from "@/ui/Values";
import { MARKET_SORTS, marketFilter } from "./marketFilter";
import styles from "./marketList.module.css";
import { OwnState } from "./OwnState";
import { marketDemandsQuery } from "./queries";

const FIELDS: SearchField[] = [
  { name: "kind", label: "融资类型", kind: "select", options: options(FINANCING_KIND) },
  { name: "section", label: "行业门类", kind: "select", options: options(SECTION) },
  { name: "use_kind", label: "资金用途", kind: "select", options: options(USE_KIND) },
  { name: "guarantee", label: "担保方式", kind: "select", options: options(GUARANTEE) },
  { name: "amount_min", label: "最低金额（万元）", kind: "number" },
  { name: "amount_max", label: "最高金额（万元）", kind: "number" },
  { name: "term_min", label: "最短期限（月）", kind: "number" },
  { name: "term_max", label: "最长期限（月）", kind: "number" },
  { name: "first_loan", label: "首贷", kind: "select", options: [{ value: "true", label: "只看首贷企业" }] },
];

type Row = Schema<"MarketDemand">;

type Marks = {
  /** How well it suits what the own institution has on the shelf, where the server reckoned that. */
  scores: ReadonlyMap<string, number>;
  /** What this account has opened. */
  read: ReadonlySet<string>;
};

const numberOf = (row: Row, read: Marks["read"]) =>
  read.has(row.id) ? (
    <span className={styles.number}>{row.no}</span>
  ) : (
    <>
      <span className={styles.number}>{row.no}</span> <span className={styles.unread}>未看</span>
    </>
  );

const columns = ({ scores, read }: Marks): Column<Row>[] => [
  { key: "no", title: "需求编号", primary: true, render: (row) => numberOf(row, read) },
  {
    key: "score",
    title: "匹配度",
    numeric: true,
    render: (row) =>
      scores.has(row.id) ? (
        <strong>
          <Count value={scores.get(row.id)} unit="分" />
        </strong>
      ) : (
        "—"
      ),
  },
  { key: "industry", title: "行业", wide: true, render: (row) => maskedIndustry(row) },
  {
    key: "mine",
    title: "我的对接",
    badge: true,
    render: (row) => <OwnState demand={row} />,
  },
  {
    key: "kind",
    title: "类型",
    render: (row) => `${FINANCING_KIND[row.kind].text}${row.first_loan ? "·首贷" : ""}`,
  },
  { key: "amount", title: "金额（万元）", numeric: true, render: (row) => <Money fen={row.amount} bare /> },
  { key: "term", title: "期限（月）", numeric: true, render: (row) => <Count value={row.term_months} /> },
  { key: "rate", title: "最高年利率", numeric: true, render: (row) => <Rate rate={row.rate_max} /> },
  { key: "use", title: "用途", render: (row) => textOf(USE_KIND, row.use_kind) },
  {
    key: "guarantee",
    title: "担保或轮次",
    render: (row) =>
      row.kind === "equity" ? textOf(STAGE, row.round) : joinTexts(GUARANTEE, row.guarantees),
  },
  { key: "places", title: "剩余名额", numeric: true, render: (row) => <Places left={row.places_left} /> },
  { key: "published", title: "发布日期", render: (row) => <DateText value={row.published_at} /> },
];

type Props = Marks & { list: ListParams; rowLink: (id: string) => string };

type MatchedProps = Props & {
  /** How the question for them goes … */
  query: Pick<UseQueryResult, "error" | "isPending" | "refetch">;
  /** … and what suits the own products, best first. */
  matches: Row[] | undefined;
};

/** The demands that suit what the own institution has on the shelf, in the columns of the market. */
export function MatchedDemands({ list, rowLink, scores, read, query, matches }: MatchedProps) {
  const { error, isPending, refetch } = query;
  const total = matches?.length ?? 0;
  const data = matches && { items: matches, total, capped: false, page: 1, size: Math.max(total, 1) };
  return (
    <Card flush>
      <DataTable
        caption="与本机构产品匹配的需求"
        columns={columns({ scores, read })}
        query={{ data, error, isPending, refetch }}
        list={{ ...list, page: 1 }}
        rowKey={(row) => row.id}
        rowLink={(row) => rowLink(row.id)}
        empty={
          <EmptyState
            title="暂时没有匹配的需求"
            hint="按上架产品的条件与市场上还有名额的需求比对；上架更多产品，或有新需求发布后，会出现在这里。"
          />
        }
      />
    </Card>
  );
}

export function MarketList({ list, rowLink, scores, read }: Props) {
  const sort = oneOf(list.sort, MARKET_SORTS) ?? "-published_at";
  const query = useQuery(
    marketDemandsQuery({ ...marketFilter(list.filters), sort, page: list.page, size: list.size }),
  );
  return (
    <>
      <SearchForm fields={FIELDS} list={list} />
      <SavedViews list="market" />
      <div className={styles.sortRow}>
        <ExportButton
          name="需求市场"
          make={async (headers) => {
            const { marketSheet } = await import("./marketSheet");
            return marketSheet({ ...marketFilter(list.filters), sort }, headers);
          }}
        />
        <div className={styles.sortSelect}>
          <NativeSelect
            aria-label="排序方式"
            value={sort}
            options={options(MARKET_SORTS)}
            onChange={(value) => value && list.setSort(value)}
          />
        </div>
      </div>
      <Card flush>
        <DataTable
          caption="需求市场列表"
          columns={columns({ scores, read })}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => rowLink(row.id)}
          empty={
            Object.keys(list.filters).length > 0 ? (
              <NothingFound of="需求" list={list} />
            ) : (
              <EmptyState title="暂时没有公开的需求" hint="新的需求通过平台审核后会出现在这里。" />
            )
          }
        />
      </Card>
    </>
  );
}
