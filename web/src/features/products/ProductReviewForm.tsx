/** The operator's decision on a version, and the end of a product's time on the shelf. */
import { api, ifMatch, unwrap } from "@/api/client";
import type { IntentHeader } from "@/api/intent";
import { RefusalIn } from "@/api/limits.gen";
import type { Topic } from "@/api/topics";
import type { Schema } from "@/api/types";
import { REFUSALS } from "@/labels/opinions";
import type { Action } from "@/ui/ActionBar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useDecision } from "@/ui/desk/DeskContext";
import { ReviewBar } from "@/ui/desk/ReviewBar";

type ReturnProps = {
  write: (defects: Schema<"Defect">[], headers: IntentHeader) => Promise<unknown>;
  changes: Topic;
  onDone: () => void;
  onClose: () => void;
};

type Props = {
  view: Schema<"OperatorProductView">;
  /** The dialog that collects defects belongs to another feature. */
  returning: (props: ReturnProps) => React.ReactNode;
};

export function ProductReviewForm({ view, returning }: Props) {
  const { product } = view;
  const { open, show, close, done, decided, deciding } = useDecision<
    "approve" | "return" | "refuse" | "force"
  >();
  const params = { path: { id: product.id }, header: ifMatch(product.version) };
  const waiting = product.version_state === "reviewing";
  const shelved = product.state === "on_shelf";
  const force: Action = { key: "force", label: "平台下架", danger: true, onClick: () => show("force") };
  const shared = {
    changes: "products" as const,
    onDone: () => decided("已办理，机构会收到通知"),
    onClose: close,
  };
  return (
    <>
      <ReviewBar
        waiting={waiting}
        decisions={{
          approve: {
            label: "通过并上架",
            andNext: "通过并下一件",
            primary: true,
            onClick: () => show("approve"),
          },
          return: { label: "退回补正", onClick: () => show("return") },
          refuse: { label: "不予通过", danger: true, onClick: () => show("refuse") },
        }}
        others={shelved ? [force] : []}
      />
      {open === "approve" && (
        <ConfirmDialog
          {...shared}
          title="通过并上架？"
          okText="通过并上架"
          write={deciding((_, headers) =>
            unwrap(api.POST("/operator/products/{id}/approve", { params, headers })),
          )}
        >
          {product.latest > 1
            ? `第 ${product.latest} 版将替换现有的上架版本，立即向公众展示。已开始办理的对接单仍按原版本执行。`
            : "产品将上架，立即向公众展示。"}
        </ConfirmDialog>
      )}
      {open === "return" &&
        returning({
          ...shared,
          write: deciding((defects, headers) =>
            unwrap(api.POST("/operator/products/{id}/return", { params, body: { defects }, headers })),
          ),
        })}
      {open === "refuse" && (
        <ConfirmDialog
          {...shared}
          title="不予通过？"
          okText="不予通过并通知"
          danger
          reason={{ label: "不予通过的原因", limit: RefusalIn.reason, canned: REFUSALS.product }}
          write={deciding((reason, headers) =>
            unwrap(api.POST("/operator/products/{id}/refuse", { params, body: { reason }, headers })),
          )}
        >
          机构可以修改后作为新版本重新提交；已上架的旧版本不受影响。
        </ConfirmDialog>
      )}
      {open === "force" && (
        <ConfirmDialog
          {...shared}
          onDone={() => done("已办理，机构会收到通知")}
          title="平台下架这个产品？"
          okText="下架并通知"
          danger
          reason={{ label: "下架原因", limit: RefusalIn.reason }}
          write={(reason, headers) =>
            unwrap(api.POST("/operator/products/{id}/force-off", { params, body: { reason }, headers }))
          }
        >
          下架后公众看不到此产品；机构须提交新版本并通过审核才能重新上架。正在办理的对接单不受影响。
        </ConfirmDialog>
      )}
    </>
  );
}
