/** Where this account is logged in, and logging a device out. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { deviceName } from "@/lib/deviceName";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useToast } from "@/ui/Toast";
import { DateText } from "@/ui/Values";

export function SessionList() {
  const toast = useToast();
  const [ending, setEnding] = useState<Schema<"AccountSession"> | null>(null);
  const query = useQuery({
    queryKey: ["account", "sessions"],
    queryFn: ({ signal }) => unwrap(api.GET("/account/sessions", { signal })),
  });
  const end = useIntent(
    (id: string) => unwrap(api.DELETE("/account/sessions/{id}", { params: { path: { id } } })),
    {
      invalidate: [["account", "sessions"]],
      onSuccess: () => {
        setEnding(null);
        toast("该设备已下线");
      },
    },
  );
  return (
    <Loaded query={query} rows={3}>
      {(sessions) => (
        <>
          <ul>
            {sessions.map((session) => (
              <li key={session.id} className="session-row">
                <div>
                  <p className="session-device">
                    {deviceName(session.agent)} {session.current && <StatusTag tone="ok">本机</StatusTag>}
                  </p>
                  <p className="session-meta">
                    地址 {session.address} · 登录于 <DateText value={session.created_at} mode="time" /> ·
                    最近使用 <DateText value={session.seen_at} mode="ago" />
                  </p>
                </div>
                {!session.current && (
                  <Button
                    danger
                    onClick={() => setEnding(session)}
                    aria-label={`下线 ${deviceName(session.agent)}`}
                  >
                    下线
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <ConfirmDialog
            open={ending !== null}
            title="将该设备下线？"
            okText="下线"
            danger
            pending={end.isPending}
            problem={end.error}
            onConfirm={() => ending && end.mutate(ending.id)}
            onClose={() => setEnding(null)}
          >
            {ending &&
              `${deviceName(ending.agent)}（${ending.address}）将立即退出登录，再次使用需要重新输入密码。`}
          </ConfirmDialog>
        </>
      )}
    </Loaded>
  );
}
