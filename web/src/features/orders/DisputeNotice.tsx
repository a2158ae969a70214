/** That the payment's figures are disputed, and what follows from it for either side. */
type Props = { order: { disputed: boolean; corrected: boolean }; side: "enterprise" | "institution" };

const TEXT = {
  enterprise: "您对登记的放款数据提出了异议，平台正在核查。办结或撤回异议后，才能确认放款。",
  institution:
    "企业对登记的放款数据有异议，请核对；确有错误的，请更正放款记录，也可以在投诉与异议中说明情况。",
};

const CORRECTED = {
  enterprise: "机构已更正放款记录，请核对。没有问题的，请撤回异议，再确认放款；仍有问题的，平台继续核查。",
  institution:
    "您已更正放款记录。企业撤回异议，或平台办结之后，企业才能确认；仍有错误的，可以再次更正，也可以在投诉与异议中说明情况。",
};

export function DisputeNotice({ order, side }: Props) {
  if (!order.disputed) return null;
  return <p className="notice tone-warn form-note">{order.corrected ? CORRECTED[side] : TEXT[side]}</p>;
}
