/** The institution's products, and how many dispatches it can serve. */
import { Button } from "antd";
import { useNavigate } from "react-router";
import { paths } from "@/app/paths";
import { CapacityCard } from "@/features/matching/CapacityCard";
import { ProductTable } from "@/features/products/ProductTable";
import { PageHeader } from "@/ui/PageHeader";

const { institution } = paths;

export function ProductsPage() {
  const navigate = useNavigate();
  const publish = (
    <Button type="primary" onClick={() => navigate(institution.newProduct)}>
      发布产品
    </Button>
  );
  return (
    <>
      <PageHeader
        title="金融产品"
        description="产品经平台审核后上架；修改已上架的产品会产生新版本，审核通过前旧版本继续展示。"
        extra={publish}
      />
      <div className="stack">
        <ProductTable of="institution" rowLink={institution.product} publish={publish} />
        <CapacityCard />
      </div>
    </>
  );
}
