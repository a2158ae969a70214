/** 协议文本: the versions of each agreement, with the text in force and the publication of a further one. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { agreementQuery } from "@/api/agreements";
import type { Schema } from "@/api/types";
import { AgreementBox } from "@/ui/AgreementBox";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { lazyPart } from "@/ui/lazyPart";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { wholeList } from "@/ui/wholeList";
import { versionsQuery } from "./queries";

const PublishDialog = lazyPart(() => import("./PublishDialog").then((m) => m.PublishDialog));

type Version = Schema<"AgreementVersion">;
type Kind = Schema<"AgreementKind">;

const COLUMNS: Column<Version>[] = [
  { key: "title", title: "协议", primary: true, render: (row) => row.title },
  { key: "version", title: "版本", render: (row) => `第 ${row.version} 版` },
  { key: "from", title: "生效时间", render: (row) => <DateText value={row.effective_at} mode="time" /> },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) =>
      row.in_force ? <StatusTag tone="ok">现行</StatusTag> : <StatusTag tone="neutral">已替代</StatusTag>,
  },
];

export function VersionList() {
  const [reading, setReading] = useState<Kind | null>(null);
  const [publishing, setPublishing] = useState<Kind | null>(null);
  return (
    <Loaded query={useQuery(versionsQuery)} rows={8}>
      {(versions) => (
        <>
          <Card title="协议版本" flush>
            <DataTable
              caption="协议版本"
              columns={COLUMNS}
              {...wholeList(versions)}
              rowKey={(row) => `${row.kind} ${row.version}`}
              actions={(row) =>
                row.in_force && (
                  <>
                    <Button onClick={() => setReading(row.kind)} aria-label={`查看${row.title}`}>
                      查看
                    </Button>
                    <Button onClick={() => setPublishing(row.kind)} aria-label={`发布${row.title}的新版本`}>
                      发布新版本
                    </Button>
                  </>
                )
              }
              empty={<EmptyState title="还没有协议" />}
            />
          </Card>
          {reading && <Text key={reading} kind={reading} />}
          {publishing && <PublishDialog kind={publishing} onClose={() => setPublishing(null)} />}
        </>
      )}
    </Loaded>
  );
}

function Text({ kind }: { kind: Kind }) {
  return (
    <Card title="现行文本">
      <Loaded query={useQuery(agreementQuery(kind))} rows={6}>
        {(agreement) => <AgreementBox agreement={agreement} />}
      </Loaded>
    </Card>
  );
}
