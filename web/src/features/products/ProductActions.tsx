/** What the institution may do with a product now; what it may not, folded away with the reasons. */
import { api, ifMatch, unwrap } from "@/api/client";
import { ProductShelfIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { NowActions } from "@/ui/now/NowActions";
import { type Look, splitActions } from "@/ui/splitActions";
import { useDialog } from "@/ui/useDialog";

type Key = Schema<"ProductAction">["action"];
type Step = Exclude<Key, "edit" | "submit">;

const LOOKS: Record<Key, Look> = {
  submit: { label: "核对并提交", primary: true },
  edit: { label: "修改" },
  recall: { label: "撤回审核" },
  put_on: { label: "重新上架", primary: true },
  take_off: { label: "下架", danger: true },
  archive: { label: "归档", danger: true },
};

const DIALOGS: Record<
  Step,
  { title: string; ok: string; text: string; danger?: boolean; reason?: boolean; done: string }
> = {
  recall: { title: "撤回审核？", ok: "撤回", text: "撤回后可以修改并重新提交。", done: "已撤回，可以修改" },
  take_off: {
    title: "下架这个产品？",
    ok: "下架",
    text: "下架后公众看不到此产品，企业不能再申请；正在办理的对接单不受影响。之后可以重新上架。",
    danger: true,
    reason: true,
    done: "产品已下架",
  },
  put_on: { title: "重新上架？", ok: "上架", text: "上架的是最近一次审核通过的版本。", done: "产品已上架" },
  archive: {
    title: "归档这个产品？",
    ok: "归档",
    text: "归档后不能再修改和上架，此操作不能恢复。历史版本和对接单保留。",
    danger: true,
    done: "产品已归档",
  },
};

export function ProductActions({ product, onEdit }: { product: Schema<"ProductView">; onEdit: () => void }) {
  const { open, show, close, done } = useDialog<Step>();
  const params = { path: { id: product.id }, header: ifMatch(product.version) };
  const { allowed, blocked } = splitActions(LOOKS, product.actions, (key) =>
    key === "edit" || key === "submit" ? onEdit() : show(key),
  );
  return (
    <>
      <NowActions allowed={allowed} blocked={blocked} />
      {open && (
        <ConfirmDialog
          title={DIALOGS[open].title}
          okText={DIALOGS[open].ok}
          danger={DIALOGS[open].danger}
          reason={
            DIALOGS[open].reason
              ? { label: "原因（选填）", limit: ProductShelfIn.reason, required: false }
              : undefined
          }
          write={(words, headers) => {
            const body = { reason: words || null };
            switch (open) {
              case "recall":
                return unwrap(api.POST("/institution/products/{id}/recall", { params, headers }));
              case "take_off":
                return unwrap(api.POST("/institution/products/{id}/take-off", { params, body, headers }));
              case "put_on":
                return unwrap(api.POST("/institution/products/{id}/put-on", { params, body, headers }));
              case "archive":
                return unwrap(api.POST("/institution/products/{id}/archive", { params, body, headers }));
            }
          }}
          changes="products"
          onDone={() => done(DIALOGS[open].done)}
          onClose={close}
        >
          {DIALOGS[open].text}
        </ConfirmDialog>
      )}
    </>
  );
}
