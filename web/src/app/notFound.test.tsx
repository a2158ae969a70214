/** 404 leads on: for a visitor to what is public, for an account to what it may use. */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { renderAt, serve } from "@/test/render";
import { NotFound } from "./NotFound";
import { paths } from "./paths";

const places = async () => {
  const list = await screen.findByRole("navigation", { name: "您可能想去" });
  return within(list)
    .getAllByRole("link")
    .map((link) => link.getAttribute("href"));
};

const show = (me: object | null) => {
  serve({ "GET /session": { body: { me, demo: false } }, "GET /settings": { body: {} } });
  return renderAt("/nowhere", <NotFound />, { "/products": <h1>产品</h1> });
};

it("shows a visitor what is public, and searches products", async () => {
  const { router } = show(null);
  expect(await places()).toEqual([paths.products, paths.equity, paths.register, paths.login, paths.help]);
  await userEvent.type(screen.getByRole("searchbox", { name: "查找金融产品" }), " 知识产权 {Enter}");
  expect(router.state.location.pathname + decodeURIComponent(router.state.location.search)).toBe(
    "/products?q=知识产权",
  );
});

const account = (permissions: string[], state = "active") => ({
  role: "enterprise",
  permissions,
  agreements_due: [],
  organization: { state },
});

it("shows an account the entries of its centre that it may use", async () => {
  show(account(["demands.own"]));
  const found = await places();
  expect(found).toContain(paths.enterprise.demands);
  expect(found).not.toContain(paths.enterprise.orders);
  expect(screen.getByRole("link", { name: "回到我的工作台" }).getAttribute("href")).toBe(
    paths.enterprise.home,
  );
});

it("shows an organisation under review its registration first", async () => {
  show(account([], "reviewing"));
  expect((await places())[0]).toBe(paths.registration);
});
