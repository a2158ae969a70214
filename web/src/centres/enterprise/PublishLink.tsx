/** The way to a new demand. */
import { Button } from "antd";
import { useNavigate } from "react-router";
import { paths } from "@/app/paths";

export function PublishLink() {
  const navigate = useNavigate();
  return (
    <Button type="primary" onClick={() => navigate(paths.enterprise.newDemand)}>
      发布融资需求
    </Button>
  );
}
