/** In-site messages: unread first by filter, opening one marks it read and goes where it points. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useNavigate } from "react-router";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { listQuery } from "@/api/queries";
import type { Query, Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { options } from "@/labels/label";
import { MESSAGE_TOPIC } from "@/labels/messages";
import { BeyondLast, isBeyondLast } from "@/lib/BeyondLast";
import { Card } from "@/ui/Card";
import { FilterSelect } from "@/ui/FilterSelect";
import { FilterTabs } from "@/ui/FilterTabs";
import { PageHeader } from "@/ui/PageHeader";
import { Pagination } from "@/ui/Pagination";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { EmptyState, Loaded } from "@/ui/States";
import { useToast } from "@/ui/Toast";
import { DateText } from "@/ui/Values";
import styles from "./messages.module.css";

const TABS = [
  { value: undefined, label: "全部消息" },
  { value: "true", label: "未读消息" },
];

export function MessagesPage() {
  const list = useListParams();
  const toast = useToast();
  const unread = list.filters.unread === "true" ? true : undefined;
  const topic = oneOf(list.filters.topic, MESSAGE_TOPIC);
  const search = { unread, topic, page: list.page, size: list.size };
  const query = useQuery(listQuery("messages", "/messages", { query: search }));
  const readAll = useIntent((_: undefined, headers) => unwrap(api.POST("/messages/read-all", { headers })), {
    changes: "messages",
    onSuccess: () => toast("已全部标为已读"),
  });
  return (
    <>
      <PageHeader
        title="消息"
        description="审核结果、对接进展和系统提醒都会发到这里。"
        extra={
          <Button loading={readAll.isPending} onClick={() => readAll.mutate(undefined)}>
            全部标为已读
          </Button>
        }
      />
      <ProblemAlert problem={readAll.error} />
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
          options={options(MESSAGE_TOPIC)}
          onChange={(next?: NonNullable<Query<"/messages">["topic"]>) => list.setFilters({ topic: next })}
        />
      </div>
      <Card flush>
        <Loaded query={query}>
          {(page) =>
            isBeyondLast(page, list.page) ? (
              <BeyondLast page={list.page} data={page} />
            ) : page.items.length === 0 ? (
              <EmptyState
                title={topic ? "没有这类消息" : unread ? "没有未读消息" : "还没有消息"}
                hint="有新的进展时，右上角会显示未读数量。"
              />
            ) : (
              <>
                <ul>
                  {page.items.map((message) => (
                    <MessageRow key={message.id} message={message} />
                  ))}
                </ul>
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
      </Card>
    </>
  );
}

function MessageRow({ message }: { message: Schema<"MessageView"> }) {
  const navigate = useNavigate();
  const read = useIntent(
    (_: undefined, headers) =>
      unwrap(api.POST("/messages/{id}/read", { params: { path: { id: message.id } }, headers })),
    { changes: "messages" },
  );
  const open = () => {
    if (!message.read_at) read.mutate(undefined);
    // Only paths of this site: a message can never lead elsewhere.
    if (message.link?.startsWith("/") && !message.link.startsWith("//")) navigate(message.link);
  };
  const unread = !message.read_at;
  return (
    <li className={unread ? `${styles.message} ${styles.isUnread}` : styles.message}>
      <div className={styles.messageHead}>
        <h2>{message.title}</h2>
        {unread && <span className={styles.messageNew}>未读</span>}
        <DateText value={message.created_at} mode="ago" />
      </div>
      <p>{message.body}</p>
      <div className={styles.messageActions}>
        {message.link && (
          <Button type="link" onClick={open} aria-label={`查看详情：${message.title}`}>
            查看详情
          </Button>
        )}
        {unread && (
          <Button
            type="link"
            loading={read.isPending}
            onClick={() => read.mutate(undefined)}
            aria-label={`标为已读：${message.title}`}
          >
            标为已读
          </Button>
        )}
      </div>
      <ProblemAlert problem={read.error} />
    </li>
  );
}
