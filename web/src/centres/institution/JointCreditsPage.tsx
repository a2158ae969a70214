/** The institution's joint credits: those it leads, is invited to or takes part in, and open calls. */
import { useQuery } from "@tanstack/react-query";
import type { Query, Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { JointFilters, jointColumns, jointFilter } from "@/features/orders/jointCredit/jointList";
import { institutionJointsQuery } from "@/features/orders/jointCredit/jointQueries";
import { maskedIndustry } from "@/labels/industries";
import { JOINT_MEMBER_STATE, JOINT_PART } from "@/labels/joint";
import { Card } from "@/ui/Card";
import { DataTable } from "@/ui/DataTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { NothingFound } from "@/ui/NothingFound";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";

const PARTS: Record<NonNullable<Query<"/institution/joint-credits">["part"]>, string> = {
  lead: "我牵头的",
  member: "受邀与参加的",
  open: "公开邀请",
};

type Row = Schema<"InstitutionJointView">;

/** As which of them it takes part, and how that stands. */
function OwnPart({ role, own }: Row) {
  if (!own) return "未参加";
  const state = JOINT_MEMBER_STATE[own.state];
  return <StatusTag label={{ ...state, text: role ? `${JOINT_PART[role]}·${state.text}` : state.text }} />;
}

const COLUMNS = jointColumns<Row>({
  before: [
    {
      key: "who",
      title: "企业或行业",
      wide: true,
      render: (row) => row.enterprise_name ?? maskedIndustry(row.demand),
    },
  ],
  after: [{ key: "own", title: "本机构", render: (row) => <OwnPart {...row} /> }],
});

export function JointCreditsPage() {
  const list = useListParams();
  const part = oneOf(list.filters.part, PARTS);
  const filter = jointFilter(list.filters);
  const query = useQuery(institutionJointsQuery({ part, ...filter, page: list.page, size: list.size }));
  return (
    <>
      <PageHeader
        title="联合授信"
        description="多家机构在牵头机构组织下，共同为一家企业授信；成团并经企业授权后才知道企业是谁。"
      />
      <div className="filter-row">
        <FilterTabs
          label="联合授信范围"
          tabs={[
            { value: undefined, label: "全部" },
            ...Object.entries(PARTS).map(([value, label]) => ({ value, label })),
          ]}
          value={part}
          onChange={(next) => list.setFilters({ part: next })}
        />
        <JointFilters list={list} by="编号、企业或牵头机构" />
      </div>
      <Card flush>
        <DataTable
          caption="联合授信列表"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => paths.institution.jointCredit(row.id)}
          empty={
            Object.keys(list.filters).length > 0 ? (
              <NothingFound of="联合授信" list={list} />
            ) : (
              <EmptyState
                title="没有联合授信"
                hint="企业确认对接后，可以在对接单中发起联合授信；受到邀请时会出现在这里。"
              />
            )
          }
        />
      </Card>
    </>
  );
}
