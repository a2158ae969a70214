/** An institution's mark: the first characters that tell it from others. The name always stands beside it. */
import { initialsOf } from "./initials";
import "./brandMark.css";

export function BrandMark({ name }: { name: string }) {
  return (
    <span className="brand-mark" aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
