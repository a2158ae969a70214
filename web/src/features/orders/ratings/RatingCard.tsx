/** 评价: what this side gave and, once it is open, what the other side gave, with reply and appeal. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { api, unwrap } from "@/api/client";
import { RatingAppealIn, RatingReplyIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { useDialog } from "@/ui/useDialog";
import { DateText } from "@/ui/Values";
import styles from "../orders.module.css";
import { RatingFacts } from "./RatingFacts";
import { APPEAL_PATH, REPLY_PATH, ratingsQuery } from "./ratingQueries";

const RatingDialog = lazyPart(() => import("./RatingDialog").then((m) => m.RatingDialog));

type Dialog = "rate" | "reply" | "appeal";

export function RatingCard({ id, party }: { id: string; party: Schema<"RatingParty"> }) {
  const ratings = useQuery(ratingsQuery(party, id)).data;
  const { open, show, close, done } = useDialog<Dialog>();
  const params = { path: { id } };
  // Before the order has ended there is nothing to say about ratings.
  if (!ratings || (!ratings.until && !ratings.own)) return null;
  const other = party === "enterprise" ? "机构" : "企业";
  return (
    <Card title="评价">
      {ratings.may_rate && (
        <div className={styles.ratingInvite}>
          <p>
            请评价{other}，截止 <DateText value={ratings.until} />
            。双方都评价后才公开，互不影响。
          </p>
          <Button type="primary" onClick={() => show("rate")}>
            评价{other}
          </Button>
        </div>
      )}
      {!ratings.may_rate && !ratings.own && <p className="card-note">{ratings.why}</p>}
      {ratings.own && (
        <section className={styles.openedPart}>
          <h3>我方评价{ratings.own.open ? "（已公开）" : "（对方暂不可见）"}</h3>
          <RatingFacts rating={ratings.own} />
        </section>
      )}
      {ratings.theirs && (
        <section className={styles.openedPart}>
          <h3>{other}评价</h3>
          <RatingFacts rating={ratings.theirs} />
          <div className={styles.buttonRow}>
            {ratings.may_reply && <Button onClick={() => show("reply")}>回复评价</Button>}
            {ratings.may_appeal && <Button onClick={() => show("appeal")}>提出申诉</Button>}
          </div>
        </section>
      )}
      {open === "rate" && (
        <RatingDialog id={id} party={party} onDone={() => done("评价已提交")} onClose={close} />
      )}
      {open === "reply" && (
        <ConfirmDialog
          title="回复评价"
          okText="提交回复"
          reason={{ label: "回复内容", limit: RatingReplyIn.text }}
          write={(text, headers) => unwrap(api.POST(REPLY_PATH[party], { params, body: { text }, headers }))}
          changes="ratings"
          onDone={() => done("已回复")}
          onClose={close}
        >
          每条评价只能回复一次，对方会看到。
        </ConfirmDialog>
      )}
      {open === "appeal" && (
        <ConfirmDialog
          title="对评价提出申诉"
          okText="提交申诉"
          reason={{ label: "申诉理由", limit: RatingAppealIn.reason }}
          write={(reason, headers) =>
            unwrap(api.POST(APPEAL_PATH[party], { params, body: { reason }, headers }))
          }
          changes="ratings"
          onDone={() => done("申诉已提交，平台会尽快处理")}
          onClose={close}
        >
          平台会核实后作出处理。申诉成立的，该评价不再计入。
        </ConfirmDialog>
      )}
    </Card>
  );
}
