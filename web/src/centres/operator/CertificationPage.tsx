/** An application to be certified: the card, the licence, and the decision. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { api, ifMatch, unwrap } from "@/api/client";
import { CertificationDecisionIn } from "@/api/limits.gen";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { CardFacts } from "@/features/certifications/CardFacts";
import { CERTIFICATION_STATE } from "@/labels/organizations";
import { ActionBar } from "@/ui/ActionBar";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { FileLinks } from "@/ui/FileLinks";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useDialog } from "@/ui/useDialog";
import { DateText } from "@/ui/Values";

export function CertificationPage() {
  const { id = "" } = useParams();
  const query = useQuery(readQuery("certifications", "/operator/certifications/{id}", { path: { id } }));
  return (
    <Loaded query={query} rows={8}>
      {(card) => <Application card={card} />}
    </Loaded>
  );
}

function Application({ card }: { card: Schema<"CardView"> }) {
  const { open: dialog, show, close, done } = useDialog<"grant" | "refuse">();
  const waiting = card.state === "applied";
  return (
    <>
      <PageHeader
        title={`认证申请：${card.name}`}
        back={{ to: paths.operator.home, label: "审核工作台" }}
        status={<StatusTag label={CERTIFICATION_STATE[card.state]} />}
      />
      <div className="stack">
        {card.reason && <p className="notice tone-err">未通过原因：{card.reason}</p>}
        <Card title="单位名片">
          <CardFacts card={card} />
          <p className="card-note">
            申请时间 <DateText value={card.applied_at} mode="time" />
          </p>
          <p>
            <Link to={paths.operator.organization(card.id)}>查看注册资料</Link>
          </p>
        </Card>
        <Card title="许可证或营业执照">
          <FileLinks
            files={card.files}
            href={(file) => `/operator/certifications/${card.id}/attachments/${file}`}
          />
        </Card>
        {waiting && (
          <ActionBar
            actions={[
              { key: "grant", label: "通过认证", primary: true, onClick: () => show("grant") },
              { key: "refuse", label: "不予通过", danger: true, onClick: () => show("refuse") },
            ]}
          />
        )}
      </div>
      {dialog === "grant" && (
        <ConfirmDialog
          title="通过认证？"
          okText="通过认证"
          write={(_, headers) =>
            unwrap(
              api.POST("/operator/certifications/{id}/decide", {
                params: { path: { id: card.id }, header: ifMatch(card.version) },
                body: { granted: true, reason: null },
                headers,
              }),
            )
          }
          changes="certifications"
          onDone={() => done("已办理，对方会收到通知")}
          onClose={close}
        >
          请确认已核验许可证与名片内容一致。通过后名片向公众展示；金融机构还可以进入需求市场。
        </ConfirmDialog>
      )}
      {dialog === "refuse" && (
        <ConfirmDialog
          title="不予通过？"
          okText="不予通过并通知"
          danger
          reason={{
            label: "不予通过的原因",
            limit: { ...CertificationDecisionIn.reason, min: 10 },
            placeholder: "对方会看到这段文字，请写明需要修改的内容",
          }}
          write={(reason, headers) =>
            unwrap(
              api.POST("/operator/certifications/{id}/decide", {
                params: { path: { id: card.id }, header: ifMatch(card.version) },
                body: { granted: false, reason },
                headers,
              }),
            )
          }
          changes="certifications"
          onDone={() => done("已办理，对方会收到通知")}
          onClose={close}
        >
          对方可以修改后再次申请。
        </ConfirmDialog>
      )}
    </>
  );
}
