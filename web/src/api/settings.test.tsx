/** Words follow what the operator has set. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderAt, serve } from "@/test/render";
import { useLimits, useSite } from "./settings";

function Sample() {
  const [site, words] = [useSite(), useLimits()];
  return (
    <p>
      {site.name}|{site.contact}|{words("请在 {take_on_days} 个工作日内受理")}
    </p>
  );
}

it("says what is in force", async () => {
  const texts = { site_name: "渝桥", site_hotline: "023-1", site_hotline_hours: "9–18" };
  serve({ "GET /settings": { body: { texts, numbers: { take_on_days: 3 } } } });
  renderAt("/", <Sample />);
  expect(await screen.findByText("渝桥|服务热线 023-1（9–18）|请在 3 个工作日内受理")).toBeTruthy();
});

it("makes nothing up where nothing is known", () => {
  serve({});
  renderAt("/", <Sample />);
  expect(screen.getByText("|平台运营单位|请在 … 个工作日内受理")).toBeTruthy();
});
