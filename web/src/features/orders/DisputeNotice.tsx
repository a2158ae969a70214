/** That the payment's figures are disputed, and what follows from it for either side. */
import { isCorrected } from "./disputes";

type Props = { order: Parameters<typeof isCorrected>[0]; side: "enterprise" | "institution" };

const TEXT = {
  enterprise: "您对登记的放款数据提出了异议，平台正在核查。办结或撤回异议后，才能确认放款。",
  institution:
    "企业对登记的放款数据有异议，请核对；确有错误的，请更正放款记录，也可以在投诉与异议中说明情况。",
};

const CORRECTED =
  "您已更正放款记录。企业撤回异议，或平台办结之后，企业才能确认；仍有错误的，可以再次更正，也可以在投诉与异议中说明情况。";

export function DisputeNotice({ order, side }: Props) {
  if (!order.disputed) return null;
  const corrected = side === "institution" && isCorrected(order);
  return <p className="notice tone-warn form-note">{corrected ? CORRECTED : TEXT[side]}</p>;
}
