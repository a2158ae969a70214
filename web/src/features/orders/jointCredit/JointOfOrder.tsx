/** On an order's page: the joint credit to which it belongs. */
import { Link } from "react-router";
import { Card } from "@/ui/Card";

export function JointOfOrder({ joint, path }: { joint: string | null; path: (id: string) => string }) {
  if (!joint) return null;
  return (
    <Card title="联合授信">
      <p>
        本单属于联合授信，授信、接受和份额在联合授信中办理。<Link to={path(joint)}>查看联合授信</Link>
      </p>
    </Card>
  );
}
