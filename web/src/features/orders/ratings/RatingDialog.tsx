/** 评价: one mark for each aspect, and words; negative marks need a reason. */
import { Form, Radio } from "antd";
import TextArea from "antd/es/input/TextArea";
import { api, unwrap } from "@/api/client";
import { RatingIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { ASPECT, ASPECTS_OF, SCORES } from "@/labels/ratings";
import { FormDialog } from "@/ui/FormDialog";
import { RATE_PATH } from "./ratingQueries";
import styles from "./ratings.module.css";

const NEGATIVE = 2;
const LEAST = 10;

type Values = { scores: Partial<Record<Schema<"Aspect">, number>>; text?: string };

type Props = {
  id: string;
  party: Schema<"RatingParty">;
  onDone: () => void;
  onClose: () => void;
};

export function RatingDialog({ id, party, onDone, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const overall = Form.useWatch(["scores", "overall"], form);
  const negative = typeof overall === "number" && overall <= NEGATIVE;
  return (
    <FormDialog
      title={party === "enterprise" ? "评价金融机构" : "评价企业"}
      form={form}
      okText="提交评价"
      write={({ scores, text }: Values, headers) =>
        unwrap(
          api.POST(RATE_PATH[party], {
            params: { path: { id } },
            body: {
              marks: ASPECTS_OF[party].map((aspect) => ({ aspect, score: scores[aspect] ?? 0 })),
              text: text?.trim() || null,
            },
            headers,
          }),
        )
      }
      changes="ratings"
      onDone={onDone}
      onClose={onClose}
    >
      <p className="dialog-text">
        双方都评价后，或评价期（对接结束后 15 天）满后，评价才对对方公开。提交后不能修改。
      </p>
      {ASPECTS_OF[party].map((aspect) => (
        <Form.Item
          key={aspect}
          name={["scores", aspect]}
          label={ASPECT[aspect]}
          rules={[{ required: true, message: "请选择分数" }]}
        >
          <Radio.Group
            className={styles.scoreGroup}
            aria-label={ASPECT[aspect]}
            options={[...SCORES]}
            optionType="button"
          />
        </Form.Item>
      ))}
      <Form.Item
        name="text"
        label={negative ? "评价原因" : "文字评价（选填）"}
        rules={[
          {
            required: negative,
            min: negative ? LEAST : 0,
            message: `整体评价为 1 至 2 分时须写明原因，至少 ${LEAST} 个字`,
            transform: (value?: string) => value?.trim(),
          },
        ]}
      >
        <TextArea rows={4} maxLength={RatingIn.text.max} showCount />
      </Form.Item>
    </FormDialog>
  );
}
