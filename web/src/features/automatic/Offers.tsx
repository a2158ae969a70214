/** What the own firm may have without applying: it confirms where the money goes and what it commits to. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { AUTOMATIC_ENTRY_STATE } from "@/labels/automatic";
import { formatDate } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { lazyPart } from "@/ui/lazyPart";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useDialog } from "@/ui/useDialog";
import { Money } from "@/ui/Values";
import { automaticOffersQuery } from "./queries";

const OfferDialog = lazyPart(() => import("./OfferDialog").then((m) => m.OfferDialog));

type Row = Schema<"AutomaticOffer">;
type Doing = { what: "confirm" | "decline"; offer: Row };
type Props = { application: (id: string) => string };

export function Offers({ application }: Props) {
  const list = useListParams();
  const { open, show, close, done } = useDialog<Doing>();
  const columns: Column<Row>[] = [
    {
      key: "title",
      title: "政策事项",
      primary: true,
      render: (row) => <Link to={paths.policy(row.policy_id)}>{row.title}</Link>,
    },
    {
      key: "state",
      title: "状态",
      badge: true,
      render: (row) => <StatusTag label={AUTOMATIC_ENTRY_STATE[row.state]} />,
    },
    { key: "amount", title: "金额", numeric: true, render: (row) => <Money fen={row.amount} /> },
    { key: "department", title: "部门", render: (row) => row.department },
    { key: "due", title: "确认期限", render: (row) => (row.due_at ? formatDate(row.due_at) : "—") },
    {
      key: "do",
      title: "办理",
      render: (row) =>
        row.state === "notified" ? (
          <span className="actions">
            <Button type="primary" size="small" onClick={() => show({ what: "confirm", offer: row })}>
              确认
            </Button>
            <Button size="small" onClick={() => show({ what: "decline", offer: row })}>
              放弃
            </Button>
          </span>
        ) : row.application_id ? (
          <Link to={application(row.application_id)}>查看进度</Link>
        ) : (
          "—"
        ),
    },
  ];
  return (
    <Card flush>
      <DataTable
        caption="免申即享"
        columns={columns}
        query={useQuery(automaticOffersQuery({ page: list.page, size: list.size }))}
        list={list}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            title="目前没有可免申享受的政策"
            hint="符合条件时部门会通知贵企业；完善企业档案有助于被列入。"
          />
        }
      />
      {open && (
        <OfferDialog
          offer={open.offer}
          what={open.what}
          onDone={() => done(open.what === "confirm" ? "已确认，可在政策申请中查看进度" : "已放弃")}
          onClose={close}
        />
      )}
    </Card>
  );
}
