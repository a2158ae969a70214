/** 供需查询: what institutions offer, and what enterprises look for. */
import { keeping, openTab, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { SupplyTable } from "@/features/demands/SupplyTable";
import { supplyFilter } from "@/features/demands/supplyFilter";
import { ShelfTable } from "@/features/products/ShelfTable";
import { shelfFilter } from "@/features/products/shelfFilter";
import { ExportButton } from "@/ui/ExportButton";
import { FilterTabs } from "@/ui/FilterTabs";
import { PageHeader } from "@/ui/PageHeader";

const TABS = [
  { value: undefined, label: "企业需求" },
  { value: "products", label: "金融产品" },
];

export function SupplyPage() {
  const list = keeping(useListParams(), "view");
  const products = list.filters.view === "products";
  const sheet = products ? (
    <ExportButton
      key="products"
      name="金融产品"
      make={async (headers) => {
        const { shelfSheet } = await import("@/features/products/shelfSheet");
        return shelfSheet(shelfFilter(list.filters), headers);
      }}
    />
  ) : (
    <ExportButton
      key="demands"
      name="企业融资需求"
      make={async (headers) => {
        const { supplySheet } = await import("@/features/demands/supplySheet");
        return supplySheet(supplyFilter(list.filters), headers);
      }}
    />
  );
  return (
    <>
      <PageHeader
        title="供需查询"
        description="机构在架的产品和企业的融资需求。列表和导出不含企业名称，导出会被记录。"
        extra={sheet}
      />
      <FilterTabs
        label="查询内容"
        tabs={TABS}
        value={products ? "products" : undefined}
        onChange={(next) => openTab(list, "view", next)}
      />
      {products ? (
        <ShelfTable key="products" list={list} rowLink={paths.product} />
      ) : (
        <SupplyTable key="demands" list={list} rowLink={paths.government.supplyDemand} />
      )}
    </>
  );
}
