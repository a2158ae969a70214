/** 发起联合授信, on the page of a confirmed order. */
import { Button } from "antd";
import { useState } from "react";
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { lazyPart } from "@/ui/lazyPart";
import { useToast } from "@/ui/Toast";
import styles from "../orders.module.css";

const JointProposeDialog = lazyPart(() => import("./JointProposeDialog").then((m) => m.JointProposeDialog));

const CONFIRMED: readonly string[] = ["contacting", "due_diligence", "credit_review"];

type Props = { order: Schema<"InstitutionOrderView">; onProposed: (joint: string) => void };

export function JointProposeButton({ order, onProposed }: Props) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  if (order.kind !== "debt" || order.joint_id || !CONFIRMED.includes(order.state) || !order.enterprise)
    return null;
  return (
    <Card title="联合授信">
      <p className="card-note">金额较大或需要分担风险时，可以牵头邀请其他机构共同授信。</p>
      <div className={styles.buttonRow}>
        <Button onClick={() => setOpen(true)}>发起联合授信</Button>
      </div>
      {open && (
        <JointProposeDialog
          order={order}
          onDone={(joint) => {
            setOpen(false);
            toast("已提交，等待企业同意");
            onProposed(joint);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  );
}
