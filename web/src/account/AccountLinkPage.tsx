/** The page of a link that works once: a new password, or a new authenticator. The token stands behind `#` in the address. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import { api, unwrap } from "@/api/client";
import { paths } from "@/app/paths";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { EnrolForm } from "./EnrolForm";
import { LinkPasswordForm } from "./LinkPasswordForm";

export function AccountLinkPage() {
  const token = useLocation().hash.slice(1);
  const [done, setDone] = useState(false);
  const query = useQuery({
    queryKey: ["account-link", token],
    queryFn: ({ signal }) => unwrap(api.POST("/account-links/look", { body: { token }, signal })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (done)
    return (
      <>
        <PageHeader title="密码已设置" description="请使用新密码登录。其他设备上的登录已经退出。" />
        <Card>
          <Link to={paths.login}>前往登录</Link>
        </Card>
      </>
    );
  return (
    <Loaded query={query} rows={4}>
      {(link) =>
        link.kind === "password" ? (
          <>
            <PageHeader
              title="设置新密码"
              description={`登录名 ${link.login}。请设置只有您自己知道的密码，此链接只能使用一次。`}
            />
            <Card>
              <LinkPasswordForm token={token} login={link.login} onDone={() => setDone(true)} />
            </Card>
          </>
        ) : (
          <>
            <PageHeader
              title="绑定新的动态验证码"
              description={`登录名 ${link.login}。绑定后，原来的动态验证码和恢复码失效。`}
            />
            <Card>
              <EnrolForm token={token} link={link} />
            </Card>
          </>
        )
      }
    </Loaded>
  );
}
