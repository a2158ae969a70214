/** In-site messages: by day and kind, filtered by what they are about; opening one marks it read and goes where it points. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { listQuery } from "@/api/queries";
import type { Query } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { options } from "@/labels/label";
import { MESSAGE_TOPIC } from "@/labels/messages";
import { BeyondLast, isBeyondLast } from "@/lib/BeyondLast";
import { Card } from "@/ui/Card";
import { FilterSelect } from "@/ui/FilterSelect";
import { FilterTabs } from "@/ui/FilterTabs";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { Pagination } from "@/ui/Pagination";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { EmptyState, Loaded } from "@/ui/States";
import { useToast } from "@/ui/Toast";
import { useDialog } from "@/ui/useDialog";
import { MessageGroups } from "./MessageGroups";
import { topicsQuery } from "./topicsQuery";

const MessageSettings = lazyPart(() => import("./MessageSettings").then((m) => m.MessageSettings));

/** Enough of a day to be put together. */
const SIZE = 50;

const TABS = [
  { value: undefined, label: "全部消息" },
  { value: "true", label: "未读消息" },
];

export function MessagesPage() {
  const list = useListParams({ size: SIZE });
  const toast = useToast();
  const unread = list.filters.unread === "true" ? true : undefined;
  const topic = oneOf(list.filters.topic, MESSAGE_TOPIC);
  const search = { unread, topic, page: list.page, size: list.size };
  const query = useQuery(listQuery("messages", "/messages", { query: search }));
  const topics = useQuery(topicsQuery);
  const setting = useDialog<"settings">();
  const readAll = useIntent(
    (_: undefined, headers) =>
      unwrap(api.POST("/messages/read-all", { params: { query: { topic } }, headers })),
    {
      changes: "messages",
      onSuccess: () => toast(topic ? `${MESSAGE_TOPIC[topic]}类消息已标为已读` : "已全部标为已读"),
    },
  );
  const counts = new Map(topics.data?.map((one) => [one.topic, one.unread]));
  const counted = options(MESSAGE_TOPIC).map(({ value, label }) => {
    const count = counts.get(value) ?? 0;
    return { value, label: count > 0 ? `${label}（${count >= 100 ? "99+" : count} 条未读）` : label };
  });
  return (
    <>
      <PageHeader
        title="消息"
        description="审核结果、对接进展和系统提醒都会发到这里。"
        extra={
          <>
            <Button onClick={() => setting.show("settings")}>消息设置</Button>
            <Button loading={readAll.isPending} onClick={() => readAll.mutate(undefined)}>
              {topic ? "本类标为已读" : "全部标为已读"}
            </Button>
          </>
        }
      />
      <ProblemAlert problem={readAll.error} />
      {setting.open && <MessageSettings onClose={setting.close} />}
      <div className="filter-row">
        <FilterTabs
          label="消息范围"
          tabs={TABS}
          value={list.filters.unread}
          onChange={(value) => list.setFilters({ unread: value })}
        />
        <FilterSelect
          aria-label="按内容筛选"
          placeholder="全部内容"
          value={topic}
          options={counted}
          onChange={(next?: NonNullable<Query<"/messages">["topic"]>) => list.setFilters({ topic: next })}
        />
      </div>
      <Loaded query={query}>
        {(page) =>
          isBeyondLast(page, list.page) ? (
            <BeyondLast page={list.page} data={page} />
          ) : page.items.length === 0 ? (
            <Card>
              <EmptyState
                title={topic ? "没有这类消息" : unread ? "没有未读消息" : "还没有消息"}
                hint="有新的进展时，右上角会显示未读数量。"
              />
            </Card>
          ) : (
            <>
              <MessageGroups messages={page.items} />
              <Pagination
                page={list.page}
                size={page.size}
                total={page.total}
                capped={page.capped}
                onPage={list.setPage}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}
