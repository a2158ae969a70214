/** 机构名片与认证: the own card, and the application to be certified. */
import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { CERTIFICATION_STATE, CERTIFIED } from "@/labels/organizations";
import { Card as Box } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { FileLinks, ownFile } from "@/ui/FileLinks";
import { lazyPart } from "@/ui/lazyPart";
import { NowActions } from "@/ui/now/NowActions";
import { type Now, NowPage, YOUR_TURN } from "@/ui/now/NowPage";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useToast } from "@/ui/Toast";
import { useDialog } from "@/ui/useDialog";
import { CardFacts } from "./CardFacts";
import { MarkCard } from "./MarkCard";
import { cardQuery } from "./queries";

type Card = Schema<"CardView">;

const CardForm = lazyPart(() => import("./CardForm").then((m) => m.CardForm));

/** The state of the application; one that was granted and taken back since is none. */
const stateOf = (card: Card): Card["state"] =>
  card.state === "granted" && !card.certified ? "none" : card.state;

function nowOf(card: Card): Now {
  const steps = ["填写名片", "平台审核", "公开展示"];
  if (card.certified) return { next: "已通过平台认证，名片向公众展示。", track: { steps, at: steps.length } };
  const state = stateOf(card);
  if (state === "applied")
    return {
      next: "认证申请正在审核，审核期间不能修改名片。",
      track: { steps, at: 1 },
      turn: { who: "平台" },
    };
  const next =
    state === "refused"
      ? "认证申请未通过，可按意见修改后再次申请。"
      : card.state === "granted"
        ? "认证已取消，可重新申请。"
        : "请填写名片并上传业务许可证，然后申请认证。通过后名片向公众展示。";
  return { next, track: { steps, at: 0 }, turn: YOUR_TURN };
}

export function CardPage() {
  const query = useQuery(cardQuery);
  const [params, setParams] = useSearchParams();
  const toast = useToast();
  const card = query.data;
  const editing = params.get("edit") === "1" && card?.state !== "applied";
  const edit = () => setParams({ edit: "1" });
  return (
    <NowPage
      title="单位名片与认证"
      status={
        card && <StatusTag label={card.certified ? CERTIFIED.true : CERTIFICATION_STATE[stateOf(card)]} />
      }
      now={card && nowOf(card)}
      actions={card && !editing && <CardActions card={card} onEdit={edit} />}
    >
      <Loaded query={query} rows={8}>
        {(data) =>
          editing ? (
            <Box title="编辑名片">
              <CardForm
                card={data}
                onDone={(saved) => {
                  if (saved) toast("名片已保存");
                  setParams({}, { replace: true });
                }}
              />
            </Box>
          ) : (
            <div className="stack">
              {data.state === "refused" && !data.certified && (
                <p className="notice tone-warn">审核意见：{data.reason}</p>
              )}
              <Box
                title="单位名片"
                extra={data.certified && <Link to={paths.institutionCard(data.id)}>查看公开名片</Link>}
              >
                <CardFacts card={data} />
              </Box>
              <MarkCard card={data} />
              <Box title="许可证或营业执照">
                <FileLinks files={data.files} href={ownFile} />
              </Box>
            </div>
          )
        }
      </Loaded>
    </NowPage>
  );
}

function CardActions({ card, onEdit }: { card: Card; onEdit: () => void }) {
  const { open, show, close, done } = useDialog<"apply">();
  const locked = card.state === "applied";
  const apply = { key: "apply", label: "申请认证", primary: true, onClick: () => show("apply") };
  const edit = { key: "edit", label: "编辑名片", onClick: onEdit };
  return (
    <>
      <NowActions allowed={[...(card.certified || locked ? [] : [apply]), ...(locked ? [] : [edit])]} />
      {open && (
        <ConfirmDialog
          title="申请认证？"
          okText="提交申请"
          write={(_, headers) =>
            unwrap(
              api.POST("/organization/card/apply", { params: { header: ifMatch(card.version) }, headers }),
            )
          }
          changes="certifications"
          onDone={() => done("认证申请已提交，平台审核后会通知您")}
          onClose={close}
        >
          平台将核验名片内容和上传的许可证。审核期间不能修改名片。
        </ConfirmDialog>
      )}
    </>
  );
}
