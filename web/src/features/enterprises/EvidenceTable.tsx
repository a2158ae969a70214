/** What registers and documents say of a firm, beside what it typed. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { DATA_SOURCE } from "@/labels/profile";
import { type Column, DataTable } from "@/ui/DataTable";
import { FileLinks } from "@/ui/FileLinks";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { wholeList } from "@/ui/wholeList";
import { factName, factText } from "./facts";

type Row = Schema<"EvidenceView">;

type Props = { values: Row[]; objectionPath?: string; fileHref: (id: string) => string };

export function EvidenceTable({ values, objectionPath, fileHref }: Props) {
  const columns: Column<Row>[] = [
    { key: "key", title: "项目", primary: true, render: (row) => factName(row.key) },
    {
      key: "standing",
      title: "状态",
      badge: true,
      render: (row) =>
        row.expired ? (
          <StatusTag tone="warn">已过期</StatusTag>
        ) : row.differs ? (
          <StatusTag tone="warn">与填报不一致</StatusTag>
        ) : (
          <StatusTag tone="ok">已核验</StatusTag>
        ),
    },
    { key: "value", title: "核验数据", render: (row) => factText(row.key, row.value) },
    { key: "typed", title: "企业填报", render: (row) => factText(row.key, row.typed) },
    {
      key: "source",
      title: "来源和日期",
      render: (row) => `${DATA_SOURCE[row.source]} · ${row.as_of}，有效至 ${row.expires_on}`,
    },
    {
      key: "verifier",
      title: "核验方",
      render: (row) => (
        <>
          {row.verifier}
          {row.file && <FileLinks files={[row.file]} href={fileHref} />}
        </>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption="各来源的数据"
        columns={columns}
        {...wholeList(values)}
        rowKey={(row) => `${row.key}-${row.source}`}
        empty={<EmptyState title="还没有核验过的数据" hint="授权一个数据来源后，核对的结果会显示在这里。" />}
      />
      {objectionPath && values.some((row) => row.differs) && (
        <p className="card-note table-note">
          与填报不一致的，以核验数据为准，机构看到的也是核验数据。认为核验数据有误？
          <Link to={objectionPath}>提出异议</Link>
        </p>
      )}
    </>
  );
}
