/** 标准目录: the editions of each table, with the import of a further one. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { type Column, DataTable } from "@/ui/DataTable";
import { lazyPart } from "@/ui/lazyPart";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useDialog } from "@/ui/useDialog";
import { wholeList } from "@/ui/wholeList";
import { STANDARD, standardsQuery } from "./queries";

const ImportDialog = lazyPart(() => import("./ImportDialog").then((m) => m.ImportDialog));

type Edition = Schema<"StandardEdition">;
type Kind = Schema<"StandardKind">;

function State({ row }: { row: Edition }) {
  if (row.in_force) return <StatusTag tone="ok">现行</StatusTag>;
  if (row.removable) return <StatusTag tone="info">待生效</StatusTag>;
  return <StatusTag tone="neutral">已替代</StatusTag>;
}

const COLUMNS: Column<Edition>[] = [
  {
    key: "from",
    title: "生效日期",
    primary: true,
    render: (row) => <span className="num">{row.valid_from}</span>,
  },
  { key: "state", title: "状态", render: (row) => <State row={row} /> },
  { key: "rows", title: "行数", numeric: true, render: (row) => row.rows.toLocaleString("zh-CN") },
  { key: "source", title: "依据", render: (row) => `${row.source}${row.shipped ? "（平台自带）" : ""}` },
];

export function StandardTables() {
  const query = useQuery(standardsQuery);
  return (
    <Loaded query={query} rows={8}>
      {(editions) => (
        <>
          {(Object.keys(STANDARD) as Kind[]).map((kind) => (
            <Editions key={kind} kind={kind} editions={editions.filter((one) => one.kind === kind)} />
          ))}
        </>
      )}
    </Loaded>
  );
}

function Editions({ kind, editions }: { kind: Kind; editions: Edition[] }) {
  const queryClient = useQueryClient();
  /** The import, or the day of the edition to remove. */
  const { open, show, close, done } = useDialog<"import" | { removing: string }>();
  const removing = open !== null && open !== "import" ? open.removing : null;
  const extra = (
    <span className="card-extra">
      <Button type="primary" onClick={() => show("import")} aria-label={`导入${STANDARD[kind]}`}>
        导入新版次
      </Button>
    </span>
  );
  return (
    <Card title={STANDARD[kind]} extra={extra} flush>
      <DataTable
        caption={STANDARD[kind]}
        columns={COLUMNS}
        {...wholeList(editions)}
        rowKey={(row) => row.valid_from}
        actions={(row) => (
          <>
            <Button
              href={`/api/operator/standards/${kind}/sheet?on=${row.valid_from}`}
              download
              aria-label={`下载 ${row.valid_from} 起的${STANDARD[kind]}`}
            >
              下载
            </Button>
            {row.removable && (
              <Button
                onClick={() => show({ removing: row.valid_from })}
                aria-label={`删除 ${row.valid_from}`}
              >
                删除
              </Button>
            )}
          </>
        )}
        empty={<EmptyState title="还没有版次" />}
      />
      {open === "import" && <ImportDialog kind={kind} onDone={done} onClose={close} />}
      {removing && (
        <ConfirmDialog
          title={`删除 ${removing} 起的${STANDARD[kind]}`}
          okText="删除"
          danger
          write={(_, headers) =>
            unwrap(
              api.DELETE("/operator/standards/{standard}/{day}", {
                params: { path: { standard: kind, day: removing } },
                headers,
              }),
            )
          }
          onDone={(left) => {
            queryClient.setQueryData(standardsQuery.queryKey, left);
            done("已删除");
          }}
          onClose={close}
        >
          这一版次尚未生效，删除后到期仍使用现行版次。
        </ConfirmDialog>
      )}
    </Card>
  );
}
