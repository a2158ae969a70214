/** A card that can be printed by itself, without the page around it. */
import { Button } from "antd";
import { type ReactNode, useRef } from "react";
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
  const print = () => {
    const part = sheet.current;
    part?.classList.add("printed");
    document.documentElement.classList.add("prints-part");
    window.print();
    document.documentElement.classList.remove("prints-part");
    part?.classList.remove("printed");
  };
  return (
    <Card title={title} extra={<Button onClick={print}>打印</Button>}>
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
