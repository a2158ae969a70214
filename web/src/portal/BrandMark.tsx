/** An institution's mark: its picture, or the first characters that tell it from others. The name always stands beside it. */
import { markAddress } from "@/api/mark";
import { initialsOf } from "./initials";
import "./brandMark.css";

type Props = { of: { id: string; name: string; mark: string | null } };

export function BrandMark({ of: { id, name, mark } }: Props) {
  if (mark)
    return (
      <img className="brand-mark" src={markAddress(id, mark)} alt="" width={44} height={44} loading="lazy" />
    );
  return (
    <span className="brand-mark" aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
