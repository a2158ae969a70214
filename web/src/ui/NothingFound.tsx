/** A list whose filters let nothing through, with the way out of them. */
import { Button } from "antd";
import type { ListParams } from "@/api/useListParams";
import { EmptyState } from "./States";

type Props = {
  /** What is listed, as `对接单`. */
  of: string;
  list: Pick<ListParams, "reset">;
};

export function NothingFound({ of, list }: Props) {
  return (
    <EmptyState
      title={`没有符合条件的${of}`}
      hint="可以放宽条件，或清除筛选后查看全部。"
      action={<Button onClick={list.reset}>清除筛选</Button>}
    />
  );
}
