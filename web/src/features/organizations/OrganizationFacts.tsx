/** What is known about one organisation and its registration. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { textOf } from "@/labels/label";
import { INSTITUTION_TYPE, ORG_KIND } from "@/labels/organizations";
import { roomText } from "@/lib/fileSize";
import { checkUscc } from "@/lib/uscc";
import { Card } from "@/ui/Card";
import { DefectList } from "@/ui/Defects";
import { Descriptions } from "@/ui/Descriptions";
import { Mobile } from "@/ui/Mobile";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { useOrganizationStorage } from "./useOrganization";

/** The check digits of the code, recomputed here for the reviewer. */
function Uscc({ code }: { code: string | null | undefined }) {
  if (!code) return "—";
  const check = checkUscc(code);
  const [tone, text] = !check.ok
    ? (["err", "校验位不符"] as const)
    : check.deviates
      ? (["warn", "第 18 位不符，申请人已确认"] as const)
      : (["ok", "校验位正确"] as const);
  return (
    <>
      <span className="mono">{code}</span> <StatusTag tone={tone}>{text}</StatusTag>
    </>
  );
}

export function OrganizationFacts({ detail }: { detail: Schema<"OrganizationDetail"> }) {
  const { organization, defects } = detail;
  const room = useOrganizationStorage(organization.id).data;
  const type =
    organization.kind === "institution"
      ? [{ label: "机构类型", value: textOf(INSTITUTION_TYPE, organization.institution_type) }]
      : [];
  const permit = organization.permit_no ? [{ label: "金融许可证编号", value: organization.permit_no }] : [];
  return (
    <>
      {organization.state === "returned" && defects.length > 0 && (
        <div className="notice tone-warn">
          <p>已退回，等待对方补正：</p>
          <DefectList of="RegistrationIn" defects={defects} />
        </div>
      )}
      {organization.code_taken && (
        <div className="notice tone-warn">
          <p>
            该信用代码已有单位注册
            {detail.code_holder && (
              <>
                ：
                <Link to={paths.operator.organization(detail.code_holder.id)}>{detail.code_holder.name}</Link>
              </>
            )}
            。请先核实：确属同一单位的，退回或不予通过；属于冒用的，请同时核查已注册单位。申请人看不到此提示。
          </p>
        </div>
      )}
      {organization.code_deviates && (
        <p className="notice tone-warn">
          信用代码第 18 位与校验规则不符，申请人确认与执照一致。厦门、福州 2015 至 2016
          年试点期间发放的代码可能如此，请对照营业执照核实。
        </p>
      )}
      {organization.suspended_at && (
        <p className="notice tone-warn">
          已于 <DateText value={organization.suspended_at} mode="time" /> 暂停使用。原因：
          {organization.suspension}
        </p>
      )}
      {detail.refusal && <p className="notice tone-err">审核未通过，原因：{detail.refusal}</p>}
      <Card title="登记信息">
        <Descriptions
          columns={2}
          items={[
            { label: "单位名称", value: organization.name },
            { label: "统一社会信用代码", value: <Uscc code={organization.uscc} /> },
            { label: "类别", value: ORG_KIND[organization.kind] },
            ...type,
            { label: "法定代表人", value: organization.legal_person },
            { label: "注册地址", value: organization.address },
            ...permit,
            { label: "联系人", value: organization.contact_name },
            {
              label: "手机号码",
              value: <Mobile masked={organization.mobile_masked} verified={organization.mobile_verified} />,
            },
            { label: "电子邮箱", value: organization.email },
            {
              label: "附件空间",
              value: room && roomText(room),
            },
            { label: "提交次数", value: `第 ${detail.round} 次` },
            { label: "提交时间", value: <DateText value={detail.submitted_at} mode="time" /> },
            { label: "办结时间", value: <DateText value={detail.decided_at} mode="time" /> },
          ]}
        />
      </Card>
    </>
  );
}
