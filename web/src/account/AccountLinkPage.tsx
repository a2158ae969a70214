/** The page of a link that works once: a new password, or a new authenticator. The token stands behind `#` in the address. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import { api, unwrap } from "@/api/client";
import { toProblem } from "@/api/problem";
import { paths } from "@/app/paths";
import { Card } from "@/ui/Card";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { Skeleton } from "@/ui/States";
import { LinkPasswordForm } from "./LinkPasswordForm";

const EnrolForm = lazyPart(() => import("./EnrolForm").then((m) => m.EnrolForm));

export function AccountLinkPage() {
  const token = useLocation().hash.slice(1);
  const [done, setDone] = useState(false);
  const query = useQuery({
    queryKey: ["account-link", token],
    queryFn: ({ signal }) => unwrap(api.POST("/account-links/look", { body: { token }, signal })),
    enabled: token !== "" && !done,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (done)
    return <Outcome title="密码已设置" text="请使用新密码登录，其他设备上的登录已经退出。" link="前往登录" />;
  if (token === "") return <Outcome title="链接不完整" text="请完整复制平台运营人员转交的链接，再打开。" />;
  if (query.isError) return <Outcome title="链接无法使用" text={toProblem(query.error).detail} />;
  if (!query.data)
    return (
      <>
        <PageHeader title="正在核对链接" />
        <Skeleton rows={4} />
      </>
    );
  const link = query.data;
  return link.kind === "password" ? (
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
  );
}

function Outcome({ title, text, link = "返回登录" }: { title: string; text: string; link?: string }) {
  return (
    <>
      <PageHeader title={title} description={text} />
      <Card>
        <Link to={paths.login}>{link}</Link>
      </Card>
    </>
  );
}
