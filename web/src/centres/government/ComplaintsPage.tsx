/** 投诉与异常: what is copied to the government, the supervisor's incidents, and the rectification of each institution. */
import { Button } from "antd";
import { Link } from "react-router";
import { useSession } from "@/api/session";
import { keeping, openTab, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { ComplaintTable } from "@/features/complaints/ComplaintTable";
import { RectificationTable } from "@/features/complaints/RectificationTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState } from "@/ui/States";

const TABS = [
  { value: undefined, label: "抄送的投诉与异常" },
  { value: "incidents", label: "异常情况" },
  { value: "rectification", label: "整改率" },
];

export function ComplaintsPage() {
  const list = keeping(useListParams(), "view");
  const reports = useSession().data?.me?.permissions.includes("complaints.own");
  const { view } = list.filters;
  const report = reports && (
    <Link to={paths.government.newIncident}>
      <Button type="primary" tabIndex={-1}>
        上报异常情况
      </Button>
    </Link>
  );
  return (
    <>
      <PageHeader
        title="投诉与异常"
        description="对机构的投诉和放款异议抄送政府；监督人员发现的异常情况由平台核查答复。查看详情会被记录。"
        extra={report || undefined}
      />
      <FilterTabs label="范围" tabs={TABS} value={view} onChange={(next) => openTab(list, "view", next)} />
      {view === "rectification" ? (
        <RectificationTable viewer="government" list={list} />
      ) : (
        <ComplaintTable
          viewer="government"
          list={list}
          fixed={view === "incidents" ? { kind: "incident" } : undefined}
          link={paths.government.complaint}
          empty={<EmptyState title="没有这类事项" hint="新的抄送和上报会出现在这里。" />}
        />
      )}
    </>
  );
}
