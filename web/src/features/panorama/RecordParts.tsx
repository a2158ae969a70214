/** What others did with a firm: financing, policies, points and complaints, in sums and the newest of each. */
import type { Schema } from "@/api/types";
import { APPLICATION_STATE } from "@/labels/applications";
import { FINANCING_KIND, ORDER_STATE } from "@/labels/finance";
import { GRADE } from "@/labels/points";
import { type Column, DataTable } from "@/ui/DataTable";
import { Descriptions } from "@/ui/Descriptions";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Count, DateText, Money } from "@/ui/Values";
import { wholeList } from "@/ui/wholeList";

const money = (fen: number) => (fen > 0 ? <Money fen={fen} bare /> : "—");

const ORDERS: Column<Schema<"PanoramaOrder">>[] = [
  { key: "no", title: "对接单", primary: true, render: (row) => row.no },
  { key: "institution", title: "机构", render: (row) => row.institution },
  { key: "kind", title: "融资类型", render: (row) => FINANCING_KIND[row.kind].text },
  { key: "state", title: "状态", badge: true, render: (row) => <StatusTag label={ORDER_STATE[row.state]} /> },
  { key: "granted", title: "授信（万元）", numeric: true, render: (row) => money(row.granted_amount) },
  { key: "paid", title: "放款（万元）", numeric: true, render: (row) => money(row.disbursed_amount) },
  { key: "opened", title: "开始", render: (row) => <DateText value={row.opened_at} /> },
];

const APPLICATIONS: Column<Schema<"PanoramaApplication">>[] = [
  { key: "title", title: "政策事项", primary: true, wide: true, render: (row) => row.title },
  { key: "no", title: "申请编号", render: (row) => row.no },
  { key: "department", title: "部门", render: (row) => row.department },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={APPLICATION_STATE[row.state]} />,
  },
  {
    key: "amount",
    title: "核定金额（万元）",
    numeric: true,
    render: (row) => money(row.amount ?? 0),
  },
  { key: "submitted", title: "提交", render: (row) => <DateText value={row.submitted_at} /> },
];

/** How many of how many are shown. */
function Newest({ shown, of, unit }: { shown: number; of: number; unit: string }) {
  return of > shown ? (
    <p className="card-note">{`共 ${of} ${unit}，下面是最近办理的 ${shown} ${unit}。`}</p>
  ) : null;
}

export function Financing({ part }: { part: Schema<"PanoramaFinancing"> }) {
  const { demands } = part;
  return (
    <div className="stack">
      <Descriptions
        items={[
          { label: "提交的融资需求", value: <Count value={demands.count} unit="项" /> },
          { label: "其中进行中", value: <Count value={demands.running} unit="项" /> },
          { label: "需求金额合计", value: <Money fen={demands.asked} /> },
          { label: "已授信并接受", value: <Money fen={demands.accepted} /> },
          { label: "已到账（贷款和投资）", value: <Money fen={demands.disbursed} /> },
          { label: "平台贷款", value: <Count value={part.draws} unit="笔" /> },
          { label: "贷款发放合计", value: <Money fen={part.lent} /> },
          { label: "未还本金", value: <Money fen={part.owed} /> },
          { label: "逾期金额", value: part.late > 0 ? <Money fen={part.late} /> : "无" },
        ]}
      />
      <Newest shown={part.newest.length} of={part.orders} unit="份" />
      <DataTable
        caption="最近的对接单"
        columns={ORDERS}
        {...wholeList(part.newest)}
        rowKey={(row) => row.no}
        empty={<EmptyState title="没有对接记录" />}
      />
    </div>
  );
}

export function Policies({ part }: { part: Schema<"PanoramaPolicies"> }) {
  return (
    <div className="stack">
      <Descriptions
        items={[
          { label: "提交的申请", value: <Count value={part.count} unit="件" /> },
          { label: "获批金额", value: <Money fen={part.granted} /> },
          { label: "拨付金额", value: <Money fen={part.paid} /> },
          ...part.states.map(({ state, count }) => ({
            label: APPLICATION_STATE[state].text,
            value: <Count value={count} unit="件" />,
          })),
        ]}
      />
      <Newest shown={part.newest.length} of={part.count} unit="件" />
      <DataTable
        caption="最近的政策申请"
        columns={APPLICATIONS}
        {...wholeList(part.newest)}
        rowKey={(row) => row.no ?? row.title}
        empty={<EmptyState title="没有政策申请" />}
      />
    </div>
  );
}

export function Standing({ part }: { part: Schema<"PanoramaStanding"> }) {
  const { points, complaints } = part;
  return (
    <Descriptions
      items={[
        { label: "平台信用积分", value: <Count value={points.balance} unit="分" /> },
        { label: "评级", value: points.grade ? GRADE[points.grade].text : "记录不足，暂无评级" },
        { label: "信用积分变动", value: <Count value={points.entries} unit="次" /> },
        { label: "提出的投诉与异议", value: <Count value={complaints.made} unit="件" /> },
        { label: "其中未办结", value: <Count value={complaints.made_open} unit="件" /> },
        { label: "涉及该企业的投诉", value: <Count value={complaints.about} unit="件" /> },
        { label: "其中属实或部分属实", value: <Count value={complaints.about_justified} unit="件" /> },
      ]}
    />
  );
}
