/** Products that are, or were, on the shelf. */
import { paths } from "@/app/paths";
import { ProductTable } from "@/features/products/ProductTable";
import { PageHeader } from "@/ui/PageHeader";

export function ProductsPage() {
  return (
    <>
      <PageHeader title="金融产品" description="查看各机构的产品；发现问题可以下架，机构会收到原因。" />
      <ProductTable of="operator" rowLink={paths.operator.product} />
    </>
  );
}
