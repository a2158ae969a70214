/** What the enterprise has opened to this institution, by scope; the whole mobile number only with a recorded reason. */
import { Button } from "antd";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { RevealIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { CONSENT_SCOPE } from "@/labels/finance";
import { classText } from "@/labels/industries";
import { textOf } from "@/labels/label";
import { ORG_TYPE, TAX_GRADE, TITLE } from "@/labels/organizations";
import { LISTING_INTENT, LISTING_STAGE, SIZE } from "@/labels/profile";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { type DescriptionItem, Descriptions } from "@/ui/Descriptions";
import { FileLinks } from "@/ui/FileLinks";
import { type Fact, sourced, titleTexts } from "@/ui/Origin";
import { FinanceTable, ipFacts, LoanFacts, RiskFacts } from "@/ui/ProfileParts";
import { OpenedScoreFacts } from "@/ui/ScoreParts";
import { Count, DateText, Money } from "@/ui/Values";
import styles from "./orders.module.css";

type Order = Schema<"InstitutionOrderView">;

const opened = ({ consent }: Order, scope: Schema<"ConsentScope">) =>
  !consent || consent.scopes.includes(scope);

/** Until when it may be read, and that reading leaves a trace. */
function Until({ consent }: Order) {
  if (!consent) return null;
  return (
    <span className="card-note">
      授权至 <DateText value={consent.expires_at} />
      ，查看会被记录并向企业公开
    </span>
  );
}

/** That there is nothing to read, and why. */
export function ClosedData({ order }: { order: Order }) {
  return (
    <Card title="企业资料">
      {order.borrower && <Descriptions items={[{ label: "企业名称", value: order.borrower }]} />}
      <p className="notice tone-info">
        {order.consent
          ? "企业的授权已经到期或撤回，不能再查看企业资料。"
          : order.state === "grabbed"
            ? "企业确认对接后，这里会显示企业名称、联系方式和企业选择开放的资料。"
            : "企业没有向贵机构开放资料。"}
      </p>
    </Card>
  );
}

type Props = { order: Order; enterprise: Schema<"OpenedEnterprise"> };

/** Who the enterprise is, how to reach it, and what it does. */
export function OpenedData({ order, enterprise }: Props) {
  return (
    <Card title="企业资料" extra={<Until {...order} />}>
      <Part title={CONSENT_SCOPE.identity} items={sourced(identity(enterprise), enterprise.origins)} />
      <Part title={CONSENT_SCOPE.contact} items={contact(enterprise, order.id)} />
      <Part
        title={CONSENT_SCOPE.business}
        items={opened(order, "business") ? sourced(business(enterprise), enterprise.origins) : null}
      />
      {enterprise.score && (
        <div className={styles.openedPart}>
          <h3>创新能力评分</h3>
          <OpenedScoreFacts score={enterprise.score} />
        </div>
      )}
    </Card>
  );
}

/** Its figures and what it has uploaded. */
export function OpenedFinance({ order, enterprise }: Props) {
  return (
    <Card title="财务与附件" extra={<Until {...order} />}>
      <Part
        title={CONSENT_SCOPE.finance}
        items={opened(order, "finance") ? sourced(finance(enterprise), enterprise.origins) : null}
      />
      {opened(order, "finance") && (
        <div className={styles.openedPart}>
          <h3>存量融资与近三年财务</h3>
          <LoanFacts data={enterprise} />
          <FinanceTable years={enterprise.finance} />
        </div>
      )}
      <div className={styles.openedPart}>
        <h3>{CONSENT_SCOPE.attachments}</h3>
        {opened(order, "attachments") ? (
          <FileLinks
            files={enterprise.attachments}
            href={(file) => `/institution/orders/${order.id}/attachments/${file}`}
            empty="企业没有上传附件"
          />
        ) : (
          <p className="card-note">企业没有开放这部分资料</p>
        )}
      </div>
    </Card>
  );
}

function Part({ title, items }: { title: string; items: DescriptionItem[] | null }) {
  return (
    <div className={styles.openedPart}>
      <h3>{title}</h3>
      {items ? <Descriptions items={items} /> : <p className="card-note">企业没有开放这部分资料</p>}
    </div>
  );
}

const identity = (data: Schema<"OpenedEnterprise">): Fact[] => [
  { label: "企业名称", value: data.name },
  { label: "统一社会信用代码", value: <span className="mono">{data.uscc}</span> },
  { label: "法定代表人", field: "legal_person", value: data.legal_person },
  { label: "企业类型", field: "org_type", value: textOf(ORG_TYPE, data.org_type) },
  { label: "成立日期", field: "founded_on", value: <DateText value={data.founded_on} /> },
  { label: "地址", value: data.address },
  { label: "登记机关", field: "reg_authority", value: data.reg_authority },
  { label: "曾用名", value: data.former_names.join("、") },
  {
    label: "风险事项",
    value: <RiskFacts risks={data.risks} />,
    wide: true,
  },
];

const contact = (data: Schema<"OpenedEnterprise">, orderId: string): DescriptionItem[] => [
  { label: "联系人", value: data.contact_name },
  { label: "手机号码", value: <Mobile masked={data.mobile_masked} orderId={orderId} /> },
  { label: "电子邮箱", value: data.email },
];

const business = (data: Schema<"OpenedEnterprise">): Fact[] => [
  { label: "从业人数", field: "staff", value: <Count value={data.staff} unit="人" /> },
  { label: "研发人数", field: "rd_staff", value: <Count value={data.rd_staff} unit="人" /> },
  { label: "参保人数", field: "insured_count", value: <Count value={data.insured_count} unit="人" /> },
  { label: "企业规模", value: textOf(SIZE, data.size) },
  { label: "行业小类", value: classText(data.industry_class, data.industry_class_name) },
  { label: "上市意向", value: textOf(LISTING_INTENT, data.listing_intent) },
  { label: "上市阶段", value: textOf(LISTING_STAGE, data.listing_stage) },
  ...ipFacts(data.ip),
  { label: "自评标签", value: data.tags.join("、"), wide: true },
  { label: "资质荣誉", value: titleTexts(TITLE, data.titles, data.origins), wide: true },
  { label: "主营业务", value: data.main_business, wide: true },
  { label: "资金用途说明", value: data.use_text, wide: true },
  ...(data.highlights ? [{ label: "项目亮点", value: data.highlights, wide: true }] : []),
  ...(data.team ? [{ label: "核心团队", value: data.team, wide: true }] : []),
];

const finance = (data: Schema<"OpenedEnterprise">): Fact[] => [
  { label: "注册资本", field: "reg_capital", value: <Money fen={data.reg_capital} /> },
  { label: "实缴资本", field: "paid_capital", value: <Money fen={data.paid_capital} /> },
  { label: "上年营业收入", field: "revenue", value: <Money fen={data.revenue} /> },
  { label: "纳税信用等级", field: "tax_grade", value: textOf(TAX_GRADE, data.tax_grade) },
  { label: "抵质押物说明", value: data.collateral, wide: true },
  { label: "还款来源", value: data.repayment_source, wide: true },
];

function Mobile({ masked, orderId }: { masked: string | null | undefined; orderId: string }) {
  const [asking, setAsking] = useState(false);
  // Only in memory of this page: the number is neither cached nor stored.
  const [mobile, setMobile] = useState<string | null>(null);
  if (!masked) return "—";
  if (mobile)
    return (
      <a className="num" href={`tel:${mobile}`}>
        {mobile}
      </a>
    );
  return (
    <>
      <span className="num">{masked}</span>{" "}
      <Button size="small" onClick={() => setAsking(true)}>
        查看完整号码
      </Button>
      {asking && (
        <ConfirmDialog
          title="查看完整手机号码"
          okText="查看"
          reason={{
            label: "查看理由",
            limit: RevealIn.reason,
            placeholder: "例如首次联系企业，约定尽调时间",
          }}
          write={(reason, headers) =>
            unwrap(
              api.POST("/institution/orders/{id}/reveal-mobile", {
                params: { path: { id: orderId } },
                body: { reason },
                headers,
              }),
            )
          }
          onDone={(answer) => {
            setMobile(answer.mobile);
            setAsking(false);
          }}
          onClose={() => {
            setAsking(false);
          }}
        >
          本次查看的人员、时间和理由会被记录，企业可以在访问记录中看到。
        </ConfirmDialog>
      )}
    </>
  );
}
