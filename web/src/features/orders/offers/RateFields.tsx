/** The rate, typed, or computed from the LPR that holds. */
import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useEffect } from "react";
import { lprQuery } from "@/api/lpr";
import type { Schema } from "@/api/types";
import { formatRate } from "@/lib/money";
import { LprInput, lprRate } from "@/ui/LprInput";
import { RateInput } from "@/ui/ScaledInput";
import { rateRule } from "../rules";

export function RateFields() {
  const form = Form.useFormInstance();
  const link: Schema<"LprLink"> | null | undefined = Form.useWatch("lpr", form);
  const quote = useQuery({ ...lprQuery, enabled: Boolean(link) }).data?.[0];
  const rate = link ? lprRate(link, quote) : null;
  useEffect(() => {
    if (rate !== null) form.setFieldValue("rate", rate);
  }, [form, rate]);
  return (
    <>
      <Form.Item name="lpr" label="利率方式">
        <LprInput />
      </Form.Item>
      <Form.Item
        name="rate"
        label="年利率"
        required
        rules={[rateRule]}
        extra={
          link && quote
            ? `按 ${quote.published_on} 公布的 LPR ${formatRate(quote[link.tenor])} 计算`
            : undefined
        }
      >
        <RateInput disabled={Boolean(link)} />
      </Form.Item>
    </>
  );
}
