/** That one side is suspended by the platform, and what follows from it for the other. */
import { DateText } from "@/ui/Values";

export function SuspensionNotice({ order }: { order: { held_since: string | null } }) {
  if (!order.held_since) return null;
  return (
    <p className="notice tone-warn form-note">
      对方单位自 <DateText value={order.held_since} mode="time" />{" "}
      起被平台暂停使用，办理时限暂停计算。您可以等待其恢复，也可以终止对接；终止不影响贵单位的评价和信用积分。
    </p>
  );
}
