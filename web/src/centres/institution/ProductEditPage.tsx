/** The wizard for a new product (/new, after the first save with ?draft=…), or for the next version of one. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { cardQuery } from "@/features/certifications/queries";
import { ProductWizard } from "@/features/products/ProductWizard";
import { productQuery } from "@/features/products/queries";
import { useOpened } from "@/lib/useOpened";
import { Card } from "@/ui/Card";
import { Defects } from "@/ui/Defects";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState, Loaded } from "@/ui/States";
import { useToast } from "@/ui/Toast";

const { institution } = paths;

/** Who may lend and who may invest; the server has the last word. */
function kindsOf(type: Schema<"InstitutionType"> | null): Schema<"FinancingKind">[] {
  if (type === "government_fund") return ["debt", "equity"];
  return type === "equity_fund" ? ["equity"] : ["debt"];
}

export function ProductEditPage() {
  const params = useParams();
  const [search, setSearch] = useSearchParams();
  // Fixed when the page opens: the id that the first save puts into the URL must not load the form anew.
  const [id] = useState(params.id ?? search.get("draft"));
  const query = useQuery({ ...productQuery(id ?? ""), enabled: id !== null, staleTime: 0 });
  const actions = query.data?.actions ?? [];
  const editable = useOpened(actions.some((action) => action.action === "edit" && action.allowed));
  const card = useQuery(cardQuery);
  const onCreated = useCallback(
    (product: Schema<"ProductView">) => setSearch({ draft: product.id }, { replace: true }),
    [setSearch],
  );
  return (
    <>
      <PageHeader
        title={params.id ? "修改金融产品" : "发布金融产品"}
        description="填写产品名称后，内容会自动保存为草稿。提交后由平台审核，通过即上架。"
        back={
          params.id
            ? { to: institution.product(params.id), label: "返回产品" }
            : { to: institution.products, label: "返回金融产品" }
        }
      />
      <Card>
        <Loaded query={card} rows={8}>
          {(own) =>
            id === null ? (
              <Editor product={null} kinds={kindsOf(own.institution_type)} onCreated={onCreated} />
            ) : (
              <Loaded query={query} rows={8}>
                {(product) =>
                  editable ? (
                    <Editor product={product} kinds={kindsOf(own.institution_type)} onCreated={onCreated} />
                  ) : (
                    <EmptyState
                      title="这个产品现在不能修改"
                      hint="正在审核的产品请先撤回审核；已归档的产品不能修改。"
                    />
                  )
                }
              </Loaded>
            )
          }
        </Loaded>
      </Card>
    </>
  );
}

type EditorProps = {
  product: Schema<"ProductView"> | null;
  kinds: Schema<"FinancingKind">[];
  onCreated: (product: Schema<"ProductView">) => void;
};

function Editor({ product, kinds, onCreated }: EditorProps) {
  const navigate = useNavigate();
  const toast = useToast();
  const onSubmitted = useCallback(
    (submitted: Schema<"ProductView">) => {
      toast("已提交，平台审核后会通知您");
      navigate(institution.product(submitted.id), { replace: true });
    },
    [navigate, toast],
  );
  return (
    <>
      {product?.version_state === "returned" && <Defects of="ProductContent" defects={product.defects} />}
      <ProductWizard product={product} kinds={kinds} onCreated={onCreated} onSubmitted={onSubmitted} />
    </>
  );
}
