/** One list of payments: the workbook for the finance office, and what became of each payment. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { paths } from "@/app/paths";
import { PaymentLines } from "@/features/payments/PaymentLines";
import { paymentQuery } from "@/features/payments/queries";
import { formatTime } from "@/lib/dates";
import { moneyText } from "@/lib/money";
import { Card } from "@/ui/Card";
import { KeyFigures } from "@/ui/now/KeyFigures";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";

const { government } = paths;

export function PaymentPage() {
  const { id = "" } = useParams();
  const query = useQuery(paymentQuery(id));
  return (
    <>
      <PageHeader
        title={query.data?.no ?? "拨付批次"}
        back={{ to: government.payments, label: "资金拨付" }}
        extra={
          <a className="plain-button" href={`/api/government/payments/${id}/xlsx`} download>
            下载清单（Excel）
          </a>
        }
      />
      <Loaded query={query} rows={6}>
        {(batch) => (
          <>
            <KeyFigures
              figures={[
                { label: "合计", value: moneyText(batch.total) },
                { label: "笔数", value: `${batch.count} 笔` },
                { label: "待登记", value: `${batch.open} 笔` },
                { label: "生成", value: batch.by, note: formatTime(batch.created_at) },
              ]}
            />
            <Card flush title="拨付清单">
              <PaymentLines batch={batch} application={government.application} />
            </Card>
          </>
        )}
      </Loaded>
    </>
  );
}
