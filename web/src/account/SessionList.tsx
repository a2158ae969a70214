/** Where this account is logged in, and logging a device out. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { api, unwrap } from "@/api/client";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { deviceName } from "@/lib/deviceName";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useDialog } from "@/ui/useDialog";
import { DateText } from "@/ui/Values";

export function SessionList() {
  const { open: ending, show, close, done } = useDialog<Schema<"AccountSession">>();
  const query = useQuery(readQuery("account", "/account/sessions"));
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
                    onClick={() => show(session)}
                    aria-label={`下线 ${deviceName(session.agent)}`}
                  >
                    下线
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {ending && (
            <ConfirmDialog
              title="将该设备下线？"
              okText="下线"
              danger
              write={() =>
                unwrap(api.DELETE("/account/sessions/{id}", { params: { path: { id: ending.id } } }))
              }
              changes="accounts"
              onDone={() => done("该设备已下线")}
              onClose={close}
            >
              {ending &&
                `${deviceName(ending.agent)}（${ending.address}）将立即退出登录，再次使用需要重新输入密码。`}
            </ConfirmDialog>
          )}
        </>
      )}
    </Loaded>
  );
}
