/** Data of an organisation that nobody has registered yet. */
import { checkCharacter, organizationCheckCharacter } from "@/lib/uscc";

export type Newcomer = {
  name: string;
  uscc: string;
  contact: string;
  mobile: string;
  login: string;
  password: string;
};

const digits = (count: number) =>
  Array.from({ length: count }, () => Math.floor(Math.random() * 10)).join("");

export function newUscc(): string {
  const organization = `MAE${digits(5)}`;
  const first = `91500107${organization}${organizationCheckCharacter(organization)}`;
  return first + checkCharacter(first);
}

/** The same code with its last character wrong. */
export const broken = (uscc: string) => uscc.slice(0, -1) + (uscc.endsWith("A") ? "B" : "A");

export function newcomer(): Newcomer {
  const number = digits(6);
  return {
    name: `重庆启航${number}精密科技有限公司`,
    uscc: newUscc(),
    contact: "沈明远",
    mobile: `138${digits(8)}`,
    login: `qihang${number}`,
    password: "Lvshan-Qiaoliang-58",
  };
}
