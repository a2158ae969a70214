/** One rating as it was given, with the reply to it and what became of an appeal. */
import type { Schema } from "@/api/types";
import { APPEAL_STATE, ASPECT } from "@/labels/ratings";
import { formatTime } from "@/lib/dates";
import { Descriptions } from "@/ui/Descriptions";
import { StatusTag } from "@/ui/StatusTag";

export function RatingFacts({ rating }: { rating: Schema<"RatingView"> }) {
  return (
    <>
      <Descriptions
        columns={1}
        items={[
          ...rating.marks.map((mark) => ({ label: ASPECT[mark.aspect], value: `${mark.score} 分` })),
          { label: "文字评价", value: rating.text || "未填写" },
          { label: "评价时间", value: formatTime(rating.given_at) },
          ...(rating.reply ? [{ label: "对方回复", value: rating.reply }] : []),
          ...(rating.appeal ? [{ label: "申诉理由", value: rating.appeal }] : []),
          ...(rating.ruling ? [{ label: "平台处理意见", value: rating.ruling }] : []),
        ]}
      />
      {rating.appeal_state && <StatusTag label={APPEAL_STATE[rating.appeal_state]} />}
    </>
  );
}
