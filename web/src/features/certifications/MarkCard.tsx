/** The picture that stands for the own organisation: chosen, seen as others will see it, changed, taken away. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useRef, useState } from "react";
import { api, unwrap } from "@/api/client";
import { markAddress } from "@/api/mark";
import { Problem, toProblem } from "@/api/problem";
import { refresh } from "@/api/queries";
import type { Schema } from "@/api/types";
import { sendFile } from "@/api/upload";
import { Card } from "@/ui/Card";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useToast } from "@/ui/Toast";
import styles from "./mark.module.css";

const MOST_BYTES = 200 * 1024;

async function change(file: File | null) {
  if (file && file.size > MOST_BYTES)
    throw new Problem({ status: 422, code: "client", detail: "图片不能超过 200 KB，请压缩后再上传。" });
  const info = file && (await sendFile(file, () => {}).done);
  return unwrap(api.PUT("/organization/mark", { body: { file: info?.id ?? null } }));
}

export function MarkCard({ card }: { card: Schema<"CardView"> }) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const client = useQueryClient();
  const toast = useToast();
  const { mutate, isPending } = useMutation({
    mutationFn: change,
    onMutate: () => setProblem(null),
    onSuccess: (_, file) => toast(file ? "标识已更换" : "标识已移除"),
    onError: (error) => setProblem(toProblem(error)),
    onSettled: () => refresh(client, ["certifications", "products"]),
  });
  const address =
    card.mark && (card.certified ? markAddress(card.id, card.mark) : `/api/files/${card.mark}/content`);
  return (
    <Card title="单位标识">
      <div className={styles.row}>
        {address ? (
          <img className={styles.mark} src={address} alt={`${card.name}的标识`} width={72} height={72} />
        ) : (
          <span className={styles.mark} aria-hidden="true" />
        )}
        <div>
          <p>
            {card.mark
              ? card.certified
                ? "显示在产品和机构页面上。"
                : "通过认证后，显示在产品和机构页面上。"
              : "还没有上传，页面上以单位名称的前几个字代替。"}
          </p>
          <p className="card-note">PNG 或 JPG，不超过 200 KB，宽和高为 64 至 1024 像素，方形最合适。</p>
          <div className={styles.buttons}>
            <input
              ref={input}
              type="file"
              accept="image/png,image/jpeg"
              className="visually-hidden"
              tabIndex={-1}
              aria-label="选择标识图片"
              onChange={({ target }) => {
                const file = target.files?.[0];
                if (file) mutate(file);
                // The same file may be chosen again.
                target.value = "";
              }}
            />
            <Button loading={isPending} onClick={() => input.current?.click()}>
              {card.mark ? "更换标识" : "上传标识"}
            </Button>
            {card.mark && (
              <Button disabled={isPending} onClick={() => mutate(null)}>
                移除
              </Button>
            )}
          </div>
        </div>
      </div>
      {problem && <ProblemAlert problem={problem} />}
    </Card>
  );
}
