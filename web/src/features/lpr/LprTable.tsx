/** LPR: the quotes, newest first, and their entry by a sheet of lines. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { lprQuery } from "@/api/lpr";
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { type Column, DataTable } from "@/ui/DataTable";
import { lazyPart } from "@/ui/lazyPart";
import { EmptyState, Loaded } from "@/ui/States";
import { useToast } from "@/ui/Toast";
import { Rate } from "@/ui/Values";
import { wholeList } from "@/ui/wholeList";

const LprDialog = lazyPart(() => import("./LprDialog").then((m) => m.LprDialog));

const COLUMNS: Column<Schema<"LprQuote">>[] = [
  {
    key: "day",
    title: "公布日期",
    primary: true,
    render: (row) => <span className="num">{row.published_on}</span>,
  },
  { key: "one_year", title: "1 年期", numeric: true, render: (row) => <Rate rate={row.one_year} /> },
  { key: "five_years", title: "5 年期以上", numeric: true, render: (row) => <Rate rate={row.five_years} /> },
];

export function LprTable() {
  const toast = useToast();
  const query = useQuery(lprQuery);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      登记 LPR
    </Button>
  );
  return (
    <Loaded query={query} rows={8}>
      {(quotes) => (
        <Card title="LPR 报价" extra={add} flush>
          <DataTable
            caption="LPR 报价"
            columns={COLUMNS}
            {...wholeList(quotes)}
            rowKey={(row) => row.published_on}
            actions={(row) => (
              <Button onClick={() => setRemoving(row.published_on)} aria-label={`删除 ${row.published_on}`}>
                删除
              </Button>
            )}
            empty={<EmptyState title="还没有登记 LPR" hint="登记后，机构才能发布随 LPR 浮动的产品。" />}
          />
          {adding && <LprDialog onClose={() => setAdding(false)} />}
          {removing && (
            <ConfirmDialog
              title={`删除 ${removing} 的 LPR`}
              okText="删除"
              danger
              write={(_, headers) =>
                unwrap(api.DELETE("/operator/lpr/{day}", { params: { path: { day: removing } }, headers }))
              }
              changes="lpr"
              onDone={() => {
                toast("已删除，产品利率按现行 LPR 更新");
                setRemoving(null);
              }}
              onClose={() => setRemoving(null)}
            >
              如果这是最新一期，随 LPR 浮动的产品会按上一期重新计算利率，并通知相关机构。
            </ConfirmDialog>
          )}
        </Card>
      )}
    </Loaded>
  );
}
