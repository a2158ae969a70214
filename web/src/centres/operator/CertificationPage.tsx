/** An application to be certified: the card, the licence beside it, and the decision. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { api, ifMatch, unwrap } from "@/api/client";
import type { IntentHeader } from "@/api/intent";
import { CertificationDecisionIn } from "@/api/limits.gen";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { CardFacts } from "@/features/certifications/CardFacts";
import { ReviewDecisions } from "@/features/reviews/ReviewDecisions";
import { CERTIFICATION_STATE } from "@/labels/organizations";
import { Card } from "@/ui/Card";
import { ReviewItem } from "@/ui/desk/ReviewItem";
import { FileLinks } from "@/ui/FileLinks";
import { PageHeader } from "@/ui/PageHeader";
import { FilePreview } from "@/ui/preview/FilePreview";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { useReviewHead } from "./useReviewHead";

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
  const waiting = card.state === "applied";
  const head = useReviewHead(waiting);
  const href = (file: string) => `/operator/certifications/${card.id}/attachments/${file}`;
  return (
    <ReviewItem
      head={
        <PageHeader
          {...head}
          title={`认证申请：${card.name}`}
          status={<StatusTag label={CERTIFICATION_STATE[card.state]} />}
        />
      }
      bar={<Decision card={card} waiting={waiting} />}
      beside={
        <Card title="许可证或营业执照">
          <FileLinks
            files={card.files}
            href={href}
            extra={(file) => <FilePreview file={file} href={href(file.id)} />}
          />
        </Card>
      }
    >
      {card.reason && <p className="notice tone-err">审核未通过，原因：{card.reason}</p>}
      <Card title="单位名片">
        <CardFacts card={card} />
        <p className="card-note">
          申请时间 <DateText value={card.applied_at} mode="time" />
        </p>
        <p>
          <Link to={paths.operator.organization(card.id)}>查看注册资料</Link>
        </p>
      </Card>
    </ReviewItem>
  );
}

function Decision({ card, waiting }: { card: Schema<"CardView">; waiting: boolean }) {
  const decide = (granted: boolean) => (reason: string, headers: IntentHeader) =>
    unwrap(
      api.POST("/operator/certifications/{id}/decide", {
        params: { path: { id: card.id }, header: ifMatch(card.version) },
        body: { granted, reason: granted ? null : reason },
        headers,
      }),
    );
  return (
    <ReviewDecisions
      kind="certification"
      waiting={waiting}
      changes="certifications"
      limit={{ ...CertificationDecisionIn.reason, min: 10 }}
      approval="请确认已核验许可证与名片内容一致。通过后名片向公众展示；金融机构还可以进入需求市场。"
      approve={decide(true)}
      refuse={decide(false)}
    />
  );
}
