/** 查找行业小类: what the classification in force has under a word or a code. */
import { useQuery } from "@tanstack/react-query";
import Input from "antd/es/input/Input";
import { useState } from "react";
import type { Schema } from "@/api/types";
import { useDebouncedValue } from "@/lib/useDebouncedValue";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState, Loaded } from "@/ui/States";
import { wholeList } from "@/ui/wholeList";
import { industriesQuery } from "./queries";

const PAUSE_MS = 300;
const LONGEST = 60;

type Class = Schema<"IndustryClass">;

const COLUMNS: Column<Class>[] = [
  { key: "name", title: "小类", primary: true, render: (row) => `${row.code} ${row.name}` },
  { key: "group", title: "中类", render: (row) => row.group_name },
  { key: "division", title: "大类", render: (row) => `${row.division} ${row.division_name}` },
];

export function IndustryLookup() {
  const [typed, setTyped] = useState("");
  const asked = useDebouncedValue(typed.trim(), PAUSE_MS);
  return (
    <Card title="查找行业小类">
      <Input
        aria-label="行业名称、关键词或代码"
        placeholder="行业名称、关键词或代码，例如：集成电路、6513"
        maxLength={LONGEST}
        allowClear
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {asked && <Found asked={asked} />}
    </Card>
  );
}

function Found({ asked }: { asked: string }) {
  return (
    <Loaded query={useQuery(industriesQuery({ q: asked }))} rows={3}>
      {({ classes, source }) => (
        <>
          <DataTable
            caption="找到的行业小类"
            columns={COLUMNS}
            {...wholeList(classes)}
            rowKey={(row) => row.code}
            empty={<EmptyState title="没有找到" hint="请换一个关键词，或输入代码的前几位。" />}
          />
          <p className="card-note">依据：{source}</p>
        </>
      )}
    </Loaded>
  );
}
