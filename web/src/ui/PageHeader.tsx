/** The head of a page: the one h1, the state in words, a way back, and what can be done. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useTitle } from "@/lib/useTitle";
import { Icon } from "./Icon";

type Props = {
  title: string;
  /** One plain sentence below the title. */
  description?: ReactNode;
  /** Usually a StatusTag. */
  status?: ReactNode;
  back?: { to: string; label: string };
  /** Buttons on the right. */
  extra?: ReactNode;
};

export function PageHeader({ title, description, status, back, extra }: Props) {
  useTitle(title);
  return (
    <div className="page-header">
      {back && (
        <Link className="page-back" to={back.to}>
          <Icon name="left" size={16} />
          {back.label}
        </Link>
      )}
      <div className="page-header-row">
        <div className="page-header-title">
          <h1>{title}</h1>
          {status}
        </div>
        {extra && <div className="page-header-extra">{extra}</div>}
      </div>
      {description && <p className="page-description">{description}</p>}
    </div>
  );
}
