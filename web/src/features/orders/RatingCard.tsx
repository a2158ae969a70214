/** 评价: what this side gave and, once it is open, what the other side gave, with reply and appeal. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useToast } from "@/ui/Toast";
import { DateText } from "@/ui/Values";
import { RatingDialog } from "./RatingDialog";
import { RatingFacts } from "./RatingFacts";
import { ratingsQuery, useRatingWrites } from "./ratingQueries";

type Dialog = "rate" | "reply" | "appeal";

export function RatingCard({ id, party }: { id: string; party: Schema<"RatingParty"> }) {
  const ratings = useQuery(ratingsQuery(party, id)).data;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const toast = useToast();
  const { rate, reply, appeal } = useRatingWrites(party, id, (text) => {
    setDialog(null);
    toast(text);
  });
  const close = () => {
    setDialog(null);
    for (const write of [rate, reply, appeal]) write.reset();
  };
  // Before the order has ended there is nothing to say about ratings.
  if (!ratings || (!ratings.until && !ratings.own)) return null;
  const other = party === "enterprise" ? "机构" : "企业";
  return (
    <Card title="评价">
      {ratings.may_rate && (
        <div className="rating-invite">
          <p>
            请评价{other}，截止 <DateText value={ratings.until} />
            。双方都评价后才公开，互不影响。
          </p>
          <Button type="primary" onClick={() => setDialog("rate")}>
            评价{other}
          </Button>
        </div>
      )}
      {!ratings.may_rate && !ratings.own && <p className="card-note">{ratings.why}</p>}
      {ratings.own && (
        <section className="opened-part">
          <h3>我方评价{ratings.own.open ? "（已公开）" : "（对方暂不可见）"}</h3>
          <RatingFacts rating={ratings.own} />
        </section>
      )}
      {ratings.theirs && (
        <section className="opened-part">
          <h3>{other}评价</h3>
          <RatingFacts rating={ratings.theirs} />
          <div className="button-row">
            {ratings.may_reply && <Button onClick={() => setDialog("reply")}>回复评价</Button>}
            {ratings.may_appeal && <Button onClick={() => setDialog("appeal")}>提出申诉</Button>}
          </div>
        </section>
      )}
      <RatingDialog
        party={party}
        open={dialog === "rate"}
        pending={rate.isPending}
        error={rate.error}
        onSubmit={(rating) => rate.mutate(rating)}
        onClose={close}
      />
      <ConfirmDialog
        open={dialog === "reply"}
        title="回复评价"
        okText="提交回复"
        reason={{ label: "回复内容", min: 2 }}
        pending={reply.isPending}
        problem={reply.error}
        onConfirm={(text) => reply.mutate(text)}
        onClose={close}
      >
        每条评价只能回复一次，对方会看到。
      </ConfirmDialog>
      <ConfirmDialog
        open={dialog === "appeal"}
        title="对评价提出申诉"
        okText="提交申诉"
        reason={{ label: "申诉理由", min: 10 }}
        pending={appeal.isPending}
        problem={appeal.error}
        onConfirm={(reason) => appeal.mutate(reason)}
        onClose={close}
      >
        平台会核实后作出处理。申诉成立的，该评价不再计入。
      </ConfirmDialog>
    </Card>
  );
}
