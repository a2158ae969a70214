/** 投诉与异议 of one side: the own ones and those about it. */
import { Button } from "antd";
import { Link } from "react-router";
import { keeping, useListParams } from "@/api/useListParams";
import { FilterTabs } from "@/ui/FilterTabs";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState } from "@/ui/States";
import { ComplaintTable } from "./ComplaintTable";

type Props = { create: string; link: (id: string) => string; description: string };

const TABS = [
  { value: undefined, label: "全部" },
  { value: "own", label: "本单位提出的" },
  { value: "about", label: "涉及本单位的" },
];

export function PartyComplaints({ create, link, description }: Props) {
  const list = keeping(useListParams(), "side");
  const side = list.filters.side === "own" || list.filters.side === "about" ? list.filters.side : undefined;
  const add = (
    <Link to={create}>
      <Button type="primary" tabIndex={-1}>
        提出投诉或异议
      </Button>
    </Link>
  );
  return (
    <>
      <PageHeader title="投诉与异议" description={description} extra={add} />
      <FilterTabs
        label="提出方"
        tabs={TABS}
        value={side}
        onChange={(next) => list.setFilters({ side: next })}
      />
      <ComplaintTable
        viewer="own"
        list={list}
        fixed={{ side, order: list.filters.order }}
        link={link}
        empty={
          <EmptyState
            title="没有投诉与异议"
            hint="对放款数据、合作方或平台有意见时，可以在这里提出。"
            action={add}
          />
        }
      />
    </>
  );
}
