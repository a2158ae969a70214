/** Who may see what until when: filtered by state, institution and order. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import type { ListParams } from "@/api/useListParams";
import { CONSENT_STATE } from "@/labels/consents";
import { CONSENT_SCOPE } from "@/labels/finance";
import { joinTexts } from "@/labels/label";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { SearchForm } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { consentsQuery, granteesQuery } from "./queries";

const COLUMNS: Column<Schema<"ConsentView">>[] = [
  { key: "institution", title: "机构", primary: true, render: (row) => row.institution_name },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={CONSENT_STATE[row.state]} />,
  },
  { key: "order", title: "对接单", render: (row) => row.order_no },
  { key: "scopes", title: "开放范围", render: (row) => joinTexts(CONSENT_SCOPE, row.scopes) },
  { key: "granted", title: "授权时间", render: (row) => <DateText value={row.granted_at} mode="time" /> },
  { key: "expires", title: "有效期至", render: (row) => <DateText value={row.expires_at} mode="time" /> },
];

const TABS = [
  { value: undefined, label: "全部" },
  { value: "true", label: "有效的" },
  { value: "false", label: "已结束的" },
];

type Props = { list: ListParams; link: (id: string) => string };

export function ConsentList({ list, link }: Props) {
  const { holding, institution, order_no } = list.filters;
  const grantees = useQuery(granteesQuery);
  const query = useQuery(
    consentsQuery({
      holding: holding === undefined ? undefined : holding === "true",
      institution,
      order_no,
      page: list.page,
      size: list.size,
    }),
  );
  const filtered = [holding, institution, order_no].some((value) => value !== undefined);
  return (
    <>
      <FilterTabs
        label="授权状态"
        tabs={TABS}
        value={holding}
        onChange={(next) => list.setFilters({ holding: next })}
      />
      <SearchForm
        list={list}
        fields={[
          {
            name: "institution",
            label: "机构",
            kind: "select",
            options: grantees.data?.map((one) => ({ value: one.id, label: one.name })) ?? [],
          },
          { name: "order_no", label: "对接单号", kind: "text", placeholder: "例如 DJ-202611" },
        ]}
      />
      <Card flush>
        <DataTable
          caption="数据授权列表"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => link(row.id)}
          empty={
            filtered ? (
              <EmptyState title="没有符合条件的授权" hint="可以切换到“全部”查看其他授权。" />
            ) : (
              <EmptyState
                title="还没有数据授权"
                hint="您确认与某家机构对接时，会在那里选择开放哪些资料；之后可以在这里随时调整或撤回。"
              />
            )
          }
        />
      </Card>
    </>
  );
}
