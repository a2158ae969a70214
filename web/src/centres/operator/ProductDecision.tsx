/** The operator's decision on a version, and the end of a product's time on the shelf. */
import { api, ifMatch, unwrap } from "@/api/client";
import { RefusalIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { ReviewDecisions } from "@/features/reviews/ReviewDecisions";
import { PRODUCT_DEFECTS } from "@/labels/defects";
import type { Action } from "@/ui/ActionBar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useDialog } from "@/ui/useDialog";

export function ProductDecision({ view }: { view: Schema<"OperatorProductView"> }) {
  const { product } = view;
  const { open, show, close, done } = useDialog<"force">();
  const params = { path: { id: product.id }, header: ifMatch(product.version) };
  const shelved = product.state === "on_shelf";
  const force: Action = { key: "force", label: "平台下架", danger: true, onClick: () => show("force") };
  return (
    <>
      <ReviewDecisions
        kind="product"
        waiting={product.version_state === "reviewing"}
        changes="products"
        limit={RefusalIn.reason}
        approval={
          product.latest > 1
            ? `第 ${product.latest} 版将替换现有的上架版本，立即向公众展示。已开始办理的对接单仍按原版本执行。`
            : "产品将上架，立即向公众展示。"
        }
        approve={(_, headers) => unwrap(api.POST("/operator/products/{id}/approve", { params, headers }))}
        sendBack={{
          fields: PRODUCT_DEFECTS,
          write: (defects, headers) =>
            unwrap(api.POST("/operator/products/{id}/return", { params, body: { defects }, headers })),
        }}
        refuse={(reason, headers) =>
          unwrap(api.POST("/operator/products/{id}/refuse", { params, body: { reason }, headers }))
        }
        others={shelved ? [force] : []}
      />
      {open === "force" && (
        <ConfirmDialog
          title="平台下架这个产品？"
          okText="下架并通知"
          danger
          reason={{ label: "下架原因", limit: RefusalIn.reason }}
          write={(reason, headers) =>
            unwrap(api.POST("/operator/products/{id}/force-off", { params, body: { reason }, headers }))
          }
          changes="products"
          onDone={() => done("已下架，机构会收到通知")}
          onClose={close}
        >
          下架后公众看不到此产品；机构须提交新版本并通过审核才能重新上架。正在办理的对接单不受影响。
        </ConfirmDialog>
      )}
    </>
  );
}
