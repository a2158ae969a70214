/** The enterprise sees why a product was recommended and what is missing, the institution which demands suit; the government sees firms in clusters. */
import { expect, test } from "./support/fixtures";

test("a product comes with its reasons, and one that just misses with what would have to change", async ({
  as,
}) => {
  const page = await as("qiye1");
  const { items } = await (await page.request.get("/api/enterprise/demands?size=50")).json();
  const open = items.filter(
    (one: { kind: string; direct: boolean; state: string }) =>
      one.kind === "debt" && !one.direct && ["dispatched", "open", "negotiating"].includes(one.state),
  );
  // Another journey may just have published one that nothing suits.
  const suited = async ({ id }: { id: string }) => {
    const found = await (await page.request.get(`/api/enterprise/demands/${id}/matches`)).json();
    return found.matches.length > 0 && found.near.length > 0;
  };
  let demand: { id: string } | undefined;
  for (const one of open) if (!demand && (await suited(one))) demand = one;
  await page.goto(`/enterprise/demands/${demand?.id}`);
  await page.getByRole("tab", { name: "匹配的产品" }).click();
  const card = page.getByRole("region", { name: "匹配的金融产品" });
  await expect(card.getByText(/^匹配度 \d+ 分$/).first()).toBeVisible();
  await expect(card.getByText(/贵企业与该机构有过对接|（包括贵企业）也常选择/).first()).toBeVisible();
  const why = card.getByText("匹配依据").first();
  await why.focus();
  await page.keyboard.press("Enter");
  await expect(card.getByText(/^相似企业选择 \d 分$/).first()).toBeVisible();
  await expect(card.getByText(/^符合：/).first()).toBeVisible();
  await expect(card.getByRole("heading", { name: "只差一项条件" })).toBeVisible();
  await expect(card.getByText(/^原因：/).first()).toBeVisible();
});

test("before it says what it wants, a firm sees loans that suit it", async ({ as }) => {
  const page = await as("qiye1");
  await page.goto("/enterprise");
  const card = page.getByRole("region", { name: "为贵企业推荐的产品" });
  await expect(card.getByText(/^匹配度 \d+ 分$/)).toHaveCount(3);
  const why = card.getByText("匹配依据").first();
  await why.focus();
  await page.keyboard.press("Enter");
  await expect(card.getByText(/^符合：/).first()).toBeVisible();
  await card.getByRole("link", { name: "写明金额和期限" }).click();
  await expect(page).toHaveURL(/\/enterprise\/demands\/new/);
});

test("an institution sees demands that suit what it has on the shelf", async ({ as }) => {
  const page = await as("jigou1");
  await page.goto("/institution");
  const card = page.getByRole("region", { name: "推荐的融资需求" });
  await expect(card.getByText(/^匹配度 \d+ 分$/)).toHaveCount(5);
  await expect(card.getByText(/^适合产品：/).first()).toBeVisible();
  await card.getByRole("button", { name: /^查看其余 \d+ 项$/ }).click();
  expect(await card.getByText(/^匹配度 \d+ 分$/).count()).toBeGreaterThan(5);
  await card.getByRole("listitem").first().getByRole("link").first().click();
  await expect(page).toHaveURL(/\/institution\/market\//);
  await expect(page.getByText("企业概况（未显示企业名称）")).toBeVisible();
});

test("clusters are described in words, and few firms are not told apart", async ({ as }) => {
  const page = await as("zhengfu1");
  await page.goto("/government/segments");
  await expect(page.getByRole("heading", { name: /^第 \d+ 群：/ }).first()).toBeVisible();
  await expect(page.getByText("为避免辨认出个别企业")).toBeVisible();
});
