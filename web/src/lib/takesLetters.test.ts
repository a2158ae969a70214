/** Which places take letters. */
import { expect, it } from "vitest";
import { takesLetters } from "./takesLetters";

it("knows what takes letters", () => {
  const made = (html: string) => {
    document.body.innerHTML = html;
    return document.body.firstElementChild;
  };
  for (const field of ["<input>", "<textarea></textarea>", "<select></select>", '<input type="search">'])
    expect(takesLetters(made(field))).toBe(true);
  for (const other of ["<button></button>", '<input type="checkbox">', "<h1></h1>", "<a></a>"])
    expect(takesLetters(made(other))).toBe(false);
  expect(takesLetters(document)).toBe(false);
});
