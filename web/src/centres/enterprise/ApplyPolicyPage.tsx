/** 申请 of a policy item: what it is, and the way into the form. */
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useNavigate, useParams } from "react-router";
import { publicPolicyQuery } from "@/api/policies";
import { paths } from "@/app/paths";
import { StartApplication } from "@/features/applications/StartApplication";
import { capText, totalDays, windowText } from "@/labels/policies";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";

const { enterprise } = paths;

export function ApplyPolicyPage() {
  const { policyId = "" } = useParams();
  const query = useQuery(publicPolicyQuery(policyId));
  const navigate = useNavigate();
  const onBegun = useCallback((id: string) => navigate(enterprise.editApplication(id)), [navigate]);
  return (
    <>
      <PageHeader
        title={query.data ? `申请：${query.data.content.title}` : "申请政策"}
        description="平台已有的数据会自动填入，您可以修改；填写的内容随时保存，提交前会再核对一次。"
        back={{ to: paths.policy(policyId), label: "返回政策事项" }}
      />
      <Card>
        <Loaded query={query} rows={5}>
          {({ content, department, number, window }) => {
            const days = totalDays(content.steps ?? []);
            const materials = (content.materials ?? []).map(({ name }) => name).join("、");
            return (
              <div className="stack">
                <Descriptions
                  items={[
                    { label: "办理部门", value: department },
                    { label: "办理时间", value: windowText(window) },
                    { label: "办理时限", value: days ? `${days} 个工作日` : "—" },
                    { label: "兑现上限", value: capText(content.standard?.cap) },
                    { label: "需要准备的材料", value: materials || "不需要提交材料", wide: true },
                  ]}
                />
                <StartApplication
                  policyId={policyId}
                  number={number}
                  editPath={enterprise.editApplication}
                  viewPath={enterprise.application}
                  onBegun={onBegun}
                />
              </div>
            );
          }}
        </Loaded>
      </Card>
    </>
  );
}
