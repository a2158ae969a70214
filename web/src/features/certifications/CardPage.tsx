/** 机构名片与认证: the own card, and the application to be certified. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { CERTIFICATION_STATE, CERTIFIED } from "@/labels/organizations";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { FileLinks, ownFile } from "@/ui/FileLinks";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useToast } from "@/ui/Toast";
import { CardFacts } from "./CardFacts";
import { cardQuery } from "./queries";

const CardForm = lazyPart(() => import("./CardForm").then((m) => m.CardForm));

export function CardPage() {
  const query = useQuery(cardQuery);
  const [params, setParams] = useSearchParams();
  const toast = useToast();
  const editing = params.get("edit") === "1";
  const locked = query.data?.state === "applied";
  return (
    <>
      <PageHeader
        title="单位名片与认证"
        description="名片在通过平台认证后向公众展示。申请认证前请填写完整，并上传业务许可证。"
        extra={
          !editing && query.data && !locked ? (
            <Button type="primary" onClick={() => setParams({ edit: "1" })}>
              编辑名片
            </Button>
          ) : undefined
        }
      />
      <Loaded query={query} rows={8}>
        {(card) =>
          editing && !locked ? (
            <Card title="编辑名片">
              <CardForm
                card={card}
                onDone={(saved) => {
                  if (saved) toast("名片已保存");
                  setParams({}, { replace: true });
                }}
              />
            </Card>
          ) : (
            <div className="stack">
              <Certification card={card} />
              <Card title="单位名片">
                <CardFacts card={card} />
              </Card>
              <Card title="许可证或营业执照">
                <FileLinks files={card.files} href={ownFile} />
              </Card>
            </div>
          )
        }
      </Loaded>
    </>
  );
}

const HINT: Record<Schema<"CardView">["state"], string> = {
  none: "尚未申请认证。",
  applied: "认证申请正在审核，审核期间不能修改名片。",
  granted: "认证申请已通过。",
  refused: "认证申请未通过，可按意见修改后再次申请。",
};

function Certification({ card }: { card: Schema<"CardView"> }) {
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const open = !card.certified && card.state !== "applied";
  return (
    <Card
      title="平台认证"
      extra={
        <StatusTag
          label={
            card.certified
              ? CERTIFIED.true
              : CERTIFICATION_STATE[card.state === "granted" ? "none" : card.state]
          }
        />
      }
    >
      <p>
        {card.certified
          ? "贵单位已通过平台认证，名片已向公众展示。"
          : card.state === "granted"
            ? "认证已取消，可重新申请。"
            : HINT[card.state]}
      </p>
      {card.certified && (
        <p>
          <Link to={paths.institutionCard(card.id)}>查看公开名片</Link>
        </p>
      )}
      {card.state === "refused" && !card.certified && (
        <p className="notice tone-warn">审核意见：{card.reason}</p>
      )}
      {open && (
        <Button type="primary" onClick={() => setAsking(true)}>
          申请认证
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title="申请认证？"
          okText="提交申请"
          write={(_, headers) =>
            unwrap(
              api.POST("/organization/card/apply", { params: { header: ifMatch(card.version) }, headers }),
            )
          }
          changes="certifications"
          onDone={() => {
            setAsking(false);
            toast("认证申请已提交，平台审核后会通知您");
          }}
          onClose={() => setAsking(false)}
        >
          平台将核验名片内容和上传的许可证。审核期间不能修改名片。
        </ConfirmDialog>
      )}
    </Card>
  );
}
