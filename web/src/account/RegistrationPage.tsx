/** The own registration: where it stands, what the operator found, and its correction. */

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect } from "react";
import { Link } from "react-router";
import { readQuery } from "@/api/queries";
import { sessionQuery, useMe } from "@/api/session";
import { useLimits, useSite } from "@/api/settings";
import type { Schema } from "@/api/types";
import { RequireLogin } from "@/app/guards";
import { homeOf } from "@/app/paths";
import { useLogout } from "@/app/useLogout";
import { textOf } from "@/labels/label";
import { INSTITUTION_TYPE, ORG_KIND, ORG_STATE } from "@/labels/organizations";
import { Card } from "@/ui/Card";
import { DefectList } from "@/ui/Defects";
import { Descriptions } from "@/ui/Descriptions";
import { lazyPart } from "@/ui/lazyPart";
import { Mobile } from "@/ui/Mobile";
import { PageHeader } from "@/ui/PageHeader";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { DateText } from "@/ui/Values";
import { CorrectionForm } from "./CorrectionForm";

const SignDue = lazyPart(() => import("@/ui/SignDue").then((m) => m.SignDue));

export function RegistrationPage() {
  return (
    <RequireLogin>
      <Status />
    </RequireLogin>
  );
}

function Status() {
  const me = useMe();
  const queryClient = useQueryClient();
  const logout = useLogout();
  const query = useQuery({ ...readQuery("registration", "/registration"), refetchInterval: 60_000 });
  const papers = useQuery(readQuery("registration", "/registration/papers"));
  const state = query.data?.state;
  // Approved while this page is open: the session must learn the new permissions before the centre opens.
  useEffect(() => {
    if (state && state !== me.organization.state) queryClient.invalidateQueries(sessionQuery);
  }, [state, me.organization.state, queryClient]);
  return (
    <>
      <PageHeader
        title="注册审核进度"
        status={state && <StatusTag label={ORG_STATE[state]} />}
        description={me.organization.name}
        extra={
          <Button loading={logout.isPending} onClick={() => logout.mutate()}>
            退出登录
          </Button>
        }
      />
      <ProblemAlert problem={logout.error} />
      {me.agreements_due.length > 0 && <SignDue />}
      <Loaded query={query} rows={8}>
        {(registration) => (
          <div className="stack">
            <Next registration={registration} />
            {registration.state === "returned" && (
              <Card title="修改并重新提交">
                <Loaded query={papers} rows={4}>
                  {(known) => (
                    <CorrectionForm key={registration.version} registration={registration} papers={known} />
                  )}
                </Loaded>
              </Card>
            )}
            <Card title="申请信息">
              <Descriptions columns={2} items={facts(registration, papers.data)} />
            </Card>
            <Card title="办理进展">
              <Timeline items={registration.timeline} />
            </Card>
          </div>
        )}
      </Loaded>
    </>
  );
}

function facts(registration: Schema<"RegistrationView">, papers: Schema<"PaperView">[] = []) {
  const { kind, institution_type } = registration;
  const type =
    kind === "institution" ? [{ label: "机构类型", value: textOf(INSTITUTION_TYPE, institution_type) }] : [];
  const permit = registration.permit_no ? [{ label: "金融许可证编号", value: registration.permit_no }] : [];
  return [
    { label: "单位名称", value: registration.name },
    { label: "统一社会信用代码", value: <span className="mono">{registration.uscc}</span> },
    { label: "用户类别", value: ORG_KIND[kind] },
    ...type,
    { label: "法定代表人", value: registration.legal_person },
    { label: "注册地址", value: registration.address },
    ...permit,
    { label: "证照", value: papers.map(({ file }) => file.name).join("、") },
    { label: "联系人", value: registration.contact_name },
    {
      label: "手机号码",
      value: <Mobile masked={registration.mobile_masked} verified={registration.mobile_verified} />,
    },
    { label: "电子邮箱", value: registration.email },
    { label: "提交时间", value: <DateText value={registration.submitted_at} mode="time" /> },
    { label: "提交次数", value: `第 ${registration.round} 次` },
  ];
}

/** What the state means for the applicant. */
function Next({ registration }: { registration: Schema<"RegistrationView"> }) {
  const me = useMe();
  const words = useLimits();
  const contact = `如有疑问，请联系${useSite().contact}。`;
  switch (registration.state) {
    case "reviewing":
      return (
        <p className="notice tone-info">
          {words("申请已提交，平台将在 {review_days} 个工作日内完成审核。")}
          结果出来后本页会自动更新，无需重复提交。{contact}
        </p>
      );
    case "returned":
      return (
        <div className="notice tone-warn">
          <p>申请需要补正。请按下列意见修改后重新提交，所有意见已一次性列出：</p>
          <DefectList of="RegistrationIn" defects={registration.defects} />
        </div>
      );
    case "refused":
      return (
        <div className="notice tone-err">
          <p>申请未通过。原因：{registration.refusal ?? "未说明"}</p>
          <p>{contact}</p>
        </div>
      );
    case "active":
      return (
        <p className="notice tone-ok">
          审核已通过，账号已开通。
          {me.organization.state === "active" && <Link to={homeOf(me)}>进入工作台</Link>}
        </p>
      );
  }
}
