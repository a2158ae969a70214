/** The way to a new demand. */
import { Button } from "antd";
import { useNavigate } from "react-router";
import { paths } from "@/app/paths";

/** `quiet`: beside another main button. */
export function PublishLink({ quiet }: { quiet?: boolean }) {
  const navigate = useNavigate();
  return (
    <Button type={quiet ? "default" : "primary"} onClick={() => navigate(paths.enterprise.newDemand)}>
      发布融资需求
    </Button>
  );
}
