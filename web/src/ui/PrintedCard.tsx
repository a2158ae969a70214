/** A card that can be printed by itself, without the page around it. */
import { Button } from "antd";
import { type ReactNode, useRef } from "react";
import { printPart } from "@/lib/printPart";
import { Card } from "./Card";

/** `title` names the printed sheet; `head` stands on paper only. */
export function PrintedCard({
  title,
  head,
  children,
}: {
  title: string;
  head?: string;
  children: ReactNode;
}) {
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <Card title={title} extra={<Button onClick={() => printPart(sheet.current)}>打印</Button>}>
      <div ref={sheet}>
        <div className="paper-only">
          <h1>{title}</h1>
          {head && <p>{head}</p>}
        </div>
        {children}
      </div>
    </Card>
  );
}
