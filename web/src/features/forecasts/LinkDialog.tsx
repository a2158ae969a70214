/** Which own item the forecast becomes. */
import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { api, ifMatch, unwrap } from "@/api/client";
import { listQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import { NativeSelect } from "@/ui/NativeSelect";

type Props = {
  forecast: Schema<"ForecastDetail">;
  onDone: (state: Schema<"ForecastState">) => void;
  onClose: () => void;
};

/** So many are offered of those that are written and of those in force. */
const OFFERED = 100;

const itemsQuery = (view: "pending" | "published") =>
  listQuery("policies", "/government/policies", { query: { view, size: OFFERED } });

export function LinkDialog({ forecast, onDone, onClose }: Props) {
  const pending = useQuery(itemsQuery("pending")).data?.items ?? [];
  const published = useQuery(itemsQuery("published")).data?.items ?? [];
  const known = new Map([...pending, ...published].map((item) => [item.id, item]));
  const offered = [...known.values()].map((item) => ({
    value: item.id,
    label: item.published === null ? `${item.title}（待发布）` : item.title,
  }));
  return (
    <FormDialog<{ policy_id?: string }, Schema<"ForecastDetail">>
      title="关联政策事项"
      okText="关联"
      initialValues={{ policy_id: forecast.policy_id ?? undefined }}
      write={({ policy_id }, headers) =>
        unwrap(
          api.POST("/government/forecasts/{id}/policy", {
            params: { path: { id: forecast.id }, header: ifMatch(forecast.version) },
            body: { policy_id: policy_id ?? null },
            headers,
          }),
        )
      }
      changes="forecasts"
      onDone={({ state }) => onDone(state)}
      onClose={onClose}
    >
      <p className="dialog-text">
        事项已发布的，预告立即转为事项；还没有发布的，事项发布时自动转为事项。订阅的企业会收到提醒。
      </p>
      <Form.Item name="policy_id" label="政策事项">
        <NativeSelect options={offered} placeholder="不关联" clearable />
      </Form.Item>
    </FormDialog>
  );
}
