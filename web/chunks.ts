/**
 * How the modules are cut into chunks: a page should ask for few files, and for little that it does not use. Libraries are
 * cut by what brings them in, own code by folder and by what of antd it needs, itself or through what it imports. A group of
 * own code also takes what its modules import, so the lightest come first.
 */
import type { Rolldown } from "vite";
import { UNUSED } from "./unused";

type ChunkingContext = Rolldown.ChunkingContext;
type CodeSplittingGroup = Rolldown.CodeSplittingGroup;

const packages = (names: string) => new RegExp(`node_modules[\\\\/](${names})[\\\\/]`);

const own = (id: string) => /[\\/]web[\\/]src[\\/]/.test(id);

/** What of antd weighs most. */
const HEAVY = {
  select: /\b(Select|AutoComplete)\b/,
  input: /\b(Input|TextArea)\b/,
  form: /\b(Form|Password|QRCode|Radio|Checkbox)\b/,
  dialog: /\b(Modal|Drawer)\b/,
};

/** Own parts that only forms have. */
const INPUTS =
  /[\\/]src[\\/](ui[\\/](Upload\w+|useUploads|SaveNote|TagsInput|fileRules|textRules|useUnsavedGuard)|api[\\/]useDraftSave)\b/;

type Heavy = keyof typeof HEAVY;

/** What a module needs of it, itself or through what it imports. */
function heavyOf(id: string, context: ChunkingContext, found = new Set<Heavy>(), seen = new Set<string>()) {
  const info = context.getModuleInfo(id);
  if (!info || seen.has(id)) return found;
  seen.add(id);
  if (INPUTS.test(id)) found.add("input");
  const imports = [...(info.code ?? "").matchAll(/import\s*([^;]*?)\s*from\s*"antd(?:\/es\/[^"]*)?"/g)];
  const names = imports.map((match) => match[1]).join();
  for (const [heavy, pattern] of Object.entries(HEAVY)) if (pattern.test(names)) found.add(heavy as Heavy);
  for (const next of info.importedIds.filter(own)) heavyOf(next, context, found, seen);
  return found;
}

const WEIGHTS = ["", "-inputs", "-filters", "-forms", "-choices", "-dialogs"];

/** Index into the weights: nothing heavy, inputs alone, selects, forms without them, forms with them, dialogs. */
function weightOf(id: string, context: ChunkingContext): number {
  const heavy = heavyOf(id, context);
  if (heavy.has("dialog")) return 5;
  if (heavy.has("form")) return heavy.has("select") ? 4 : 3;
  return heavy.has("select") ? 2 : heavy.has("input") ? 1 : 0;
}

/** One group for each weight of the folders that `folder` names. */
const byWeight = (
  folder: (id: string) => string | undefined,
  priority: number,
  shares: readonly number[],
): CodeSplittingGroup[] =>
  WEIGHTS.map((suffix, index) => ({
    name: (id: string, context: ChunkingContext) =>
      weightOf(id, context) === index ? `${folder(id)}${suffix}` : null,
    test: (id: string) => folder(id) !== undefined,
    minShareCount: shares[index],
    priority: priority - index,
  }));

const inPortal = (id: string) => /[\\/]src[\\/]portal[\\/]/.test(id);

/** Words of products, which only their own pages show. */
const CATALOGUE = /[\\/]src[\\/]labels[\\/]products\b/;

/** Words and costs of loans, for products and orders, and for what follows a payment. */
const LOANS = /[\\/]src[\\/](labels[\\/](loans|servicing)|api[\\/](loanCosts|lpr))\b/;
/** Words and picture of a policy item, on its own pages of portal and government. */
const POLICIES =
  /[\\/]src[\\/](labels[\\/]policies|lib[\\/][Pp]olicyReadout|api[\\/](policies|applications))\b/;
/** Which policies suit: what is told of it on the portal and for a firm. */
const POLICY_MATCH = /[\\/]src[\\/](lib[\\/]policyMatch[\\/]|api[\\/]policyMatch\b)/;
/** Words of what is planned, on its own pages of portal and centres. */
const FORECASTS = /[\\/]src[\\/](labels|api)[\\/]forecasts\b/;
/** Figures of the platform, on its home pages. */
const STATS = /[\\/]src[\\/](api|labels)[\\/]stats\b/;
/** What may be sent, which only forms ask; and a line that would be a file of its own. */
const LIMITS = /[\\/]src[\\/](api[\\/]limits|features[\\/]certifications[\\/]queries)\b/;
const FOUNDATION =
  /preload-helper|[\\/]src[\\/](api[\\/]signature|app[\\/](?!main|router|NotFound|notFound)|centres[\\/]shell[\\/](centres|useOwnCentre)\b|lib[\\/](?!work|csv|sheetOf|amountWords|deviceName|identity|textFile|uscc|typed|agreementText|useDisclosure|keepFocus|scrollHints|shares|places|draft|openDialog|takesLetters|savedViews|readMarks|forms[\\/]|useRowKeys)|ui[\\/](Card|PageHeader|ProblemAlert|Icon)\b)/;

/** Beside the foundation, what portal and centres share: the portal must not load what stands beside it in the centres. */
function isBase(id: string, context: ChunkingContext): boolean {
  const importers = context.getModuleInfo(id)?.importers ?? [];
  if (
    CATALOGUE.test(id) ||
    LOANS.test(id) ||
    POLICIES.test(id) ||
    POLICY_MATCH.test(id) ||
    FORECASTS.test(id) ||
    LIMITS.test(id) ||
    STATS.test(id) ||
    (importers.length > 0 && importers.every(inPortal))
  )
    return false;
  return FOUNDATION.test(id) || importers.some(inPortal);
}

/**
 * Beside what few pages have: the head of a page about one thing, sheets of lines, which bring the tooltip of an upload with
 * them, and the costs of a loan.
 */
const UI =
  /[\\/]src[\\/](ui[\\/](?!FieldProblems|FieldNames|DefectList|now[\\/]|desk[\\/]|forms[\\/]|preview[\\/]|chart[\\/]|cockpit[\\/]|board[\\/]|FinanceCharts|ScoreRadars|financeFigures|SheetField|CostSheet|PrintedCard|SignDue|LprInput|ProfileParts|Origin|SuggestionHint)|api[\\/]useDraftSave)/;
const TABLES =
  /[\\/]src[\\/]ui[\\/](ActionBar|DataTable|NothingFound|Pagination|FilterTabs|FilterSelect|FilterSearch|ListSearch|ScoreParts)\b/;
const SEARCH = /[\\/]src[\\/]ui[\\/]SearchForm\b/;

const LIBRARIES = packages(
  "antd|@ant-design|@rc-component|@babel|@emotion|clsx|compute-scroll-into-view|react-is|scroll-into-view-if-needed|stylis|throttle-debounce",
);
const isAntd = (id: string) => LIBRARIES.test(id) || id.startsWith(UNUSED);

/** What of antd's tree only some pages need, by its path; the first that matches. */
const PARTS: readonly (readonly [name: string | null, path: RegExp])[] = [
  [
    "antd-select",
    /antd[\\/]es[\\/](select|empty|tooltip|table|config-provider[\\/]defaultRenderEmpty|_util[\\/](placements|colors|normalizeIcon)|style[\\/](placement|rounded)Arrow)|rc-component[\\/](select|virtual-list|overflow|trigger|tooltip)[\\/]|(icons|asn)[\\/](CheckOutlined|Down)/,
  ],
  [
    "antd-input",
    /antd[\\/]es[\\/]input[\\/](Input|TextArea|style|hooks|utils)|rc-component[\\/](input|textarea)[\\/]/,
  ],
  ["antd-password", /antd[\\/]es[\\/]input[\\/]|(icons|asn)[\\/]Eye/],
  [
    "antd-form",
    /antd[\\/]es[\\/](form[\\/](?!context|validateMessagesContext|hooks[\\/]useVariants)|grid[\\/](?!style)|_util[\\/](responsiveObserver|convertToTooltipProps))|rc-component[\\/](form[\\/]es[\\/](?!(Form|Field|List)Context)|async-validator)|scroll-into-view|(icons|asn)[\\/]Question/,
  ],
  ["antd-choice", /antd[\\/]es[\\/](checkbox|radio)[\\/]|rc-component[\\/]checkbox[\\/]/],
  [
    "antd-modal",
    /antd[\\/]es[\\/](modal[\\/](?!locale)|drawer|watermark|_util[\\/](ActionButton|styleChecker))|rc-component[\\/](dialog|drawer)[\\/]|(icons|asn)[\\/]Info/,
  ],
  ["antd-popup", /rc-component[\\/]portal[\\/]|antd[\\/]es[\\/]_util[\\/]PurePanel/],
  // What few pages need stands with these.
  [
    null,
    /antd[\\/]es[\\/](auto-complete|input-number|progress|qr-code|skeleton|space[\\/](Addon|style[\\/]addon)|spin|upload)|rc-component[\\/](input-number|mini-decimal|progress|qrcode|upload)[\\/]|throttle-debounce|(icons|asn)[\\/](Delete|Download|File|Minus|PaperClip|Picture|Plus|Re|Up|Warning)/,
  ],
];

/** The rest of it all pages have that use antd at all, and it imports none of the parts. */
function partOf(id: string): string | null {
  const part = PARTS.find(([, path]) => path.test(id));
  return part ? part[0] : "antd";
}

export const groups: CodeSplittingGroup[] = [
  { name: "react", test: packages("react|react-dom|scheduler"), priority: 90 },
  // What draws, which loads when the first chart comes into sight; and what stands around a chart.
  { name: "echarts", test: packages("echarts|zrender|tslib"), priority: 85 },
  {
    name: "chart",
    test: /[\\/]src[\\/]ui[\\/]chart[\\/](?!engine|kinds)/,
    includeDependenciesRecursively: false,
    priority: 36,
  },
  { name: "query", test: packages("@tanstack|openapi-fetch|react-router"), priority: 80 },
  { name: partOf, test: isAntd, includeDependenciesRecursively: false, priority: 70 },
  {
    name: (id: string, context: ChunkingContext) => (isBase(id, context) ? "base" : null),
    test: /preload-helper|[\\/]src[\\/]((api|app|lib|labels|centres)[\\/]|ui[\\/](Card|PageHeader|ProblemAlert|Icon)\b)/,
    priority: 42,
  },
  { name: "limits", test: LIMITS, includeDependenciesRecursively: false, priority: 44 },
  { name: "stats", test: STATS, includeDependenciesRecursively: false, priority: 43 },
  { name: "loans", test: LOANS, includeDependenciesRecursively: false, priority: 43 },
  { name: "policies", test: POLICIES, includeDependenciesRecursively: false, priority: 43 },
  { name: "forecasts", test: FORECASTS, includeDependenciesRecursively: false, priority: 43 },
  // Words of all fields, which come with the first problem that names one.
  {
    name: "fields",
    test: /[\\/]src[\\/](labels[\\/]fields|ui[\\/](FieldProblems|FieldNames|DefectList))\b/,
    includeDependenciesRecursively: false,
    priority: 43,
  },
  { name: "policy-match", test: POLICY_MATCH, includeDependenciesRecursively: false, priority: 43 },
  { name: "catalogue", test: CATALOGUE, includeDependenciesRecursively: false, priority: 41 },
  {
    name: "shared",
    test: /[\\/]src[\\/](api|labels)[\\/](?!matching|opinions|remarks|points|second|joint)|features[\\/](?!points|servicing|orders[\\/]\w+[\\/]).*queries\.ts$/i,
    minShareCount: 6,
    priority: 40,
  },
  // Of the frame that stands around every page, and the styles of the parts.
  {
    name: "frame",
    test: /[\\/]src[\\/](ui[\\/](AntdRoot|antdWords|SigningProvider|Toast|theme|ReadTools|useDialog|(now[\\/])?(?!cannedReasons|savedViews)\w+\.module\.css|upload\.css)|centres[\\/]shell[\\/](useCentre|centre|centreRoutes|\w+Entries|shell\.css|palette[\\/]usePaletteKey)\b|lib[\\/](useDisclosure|openDialog))\b/,
    priority: 35,
  },
  // What one order shows in full, which lists of them do without.
  {
    name: "order-figures",
    test: /[\\/]src[\\/](features[\\/]orders[\\/](order(Track|KeyFigures)|secondCredit[\\/](secondNow|Second(Actions|Detail|Facts))|jointCredit[\\/]jointNow|OrderFigures|EquityFigures|OrderedProductCard|draws[\\/](DrawsCard|left)|ratings[\\/]RatingCard|materials[\\/]MaterialsCard|secondCredit[\\/]SecondCard)|ui[\\/](CostSheet|PrintedCard))\b/,
    includeDependenciesRecursively: false,
    priority: 31,
  },
  // The choice among offers, on the pages of a demand and of an order.
  {
    name: "order-choice",
    test: /[\\/]src[\\/]features[\\/]orders[\\/](steps[\\/]EnterpriseOrderActions|offers[\\/](OfferCards?|OfferChoice|Points))\b/,
    includeDependenciesRecursively: false,
    priority: 31,
  },
  // Of the whole profile, which forms that only point to it do without.
  {
    name: "profile-parts",
    test: /[\\/]src[\\/](ui[\\/](ProfileParts|Origin)|features[\\/]enterprises[\\/](facts|EvidenceTable))\b/,
    includeDependenciesRecursively: false,
    priority: 31,
  },
  // What a demand says, which its forms do without.
  {
    name: "demand-figures",
    test: /[\\/]src[\\/]features[\\/]demands[\\/](MaskedDemand|DemandFigures|wantedFigures)\b/,
    includeDependenciesRecursively: false,
    priority: 31,
  },
  {
    name: "uscc",
    test: /[\\/]src[\\/](ui[\\/]UsccInput|lib[\\/]uscc)\b/,
    includeDependenciesRecursively: false,
    priority: 31,
  },
  // Forms that departments define: how they are read, how they are filled in and checked, and how they are built.
  {
    name: "policy-forms-read",
    test: /[\\/]src[\\/](lib[\\/]forms[\\/](words|kinds|cells|model|plain)|ui[\\/]forms[\\/](FormReadout|filler\.module))/,
    includeDependenciesRecursively: false,
    priority: 46,
  },
  {
    name: "policy-forms",
    test: /[\\/]src[\\/](lib[\\/](forms[\\/]|useRowKeys)|ui[\\/]forms[\\/])/,
    includeDependenciesRecursively: false,
    priority: 45,
  },
  // Words of applications, which lists have too; and what was applied for, as it is read.
  {
    name: "application-words",
    test: /[\\/]src[\\/](labels[\\/]applications|features[\\/]applications[\\/](review[\\/])?queries\.ts)/,
    includeDependenciesRecursively: false,
    priority: 45,
  },
  {
    name: "applications-read",
    test: /[\\/]src[\\/]features[\\/]applications[\\/](ApplicationReadout|Precheck|applicationNow|content\.ts|applications\.module)/,
    includeDependenciesRecursively: false,
    priority: 44,
  },
  {
    name: "policy-builder",
    test: /[\\/]src[\\/]features[\\/]policies[\\/](builder[\\/](?!tidy)|Condition(Field|Row|Value)|FormStep)/,
    includeDependenciesRecursively: false,
    priority: 31,
  },
  // What a firm opens of its data, which other forms do without.
  {
    name: "scopes",
    test: /[\\/]src[\\/]ui[\\/]ScopeFields\b/,
    includeDependenciesRecursively: false,
    priority: 31,
  },
  {
    name: "lpr",
    test: /[\\/]src[\\/]ui[\\/]LprInput\b/,
    includeDependenciesRecursively: false,
    priority: 31,
  },
  // The desk that reviews have in common, and what is said there.
  {
    name: "desk",
    test: /[\\/]src[\\/](ui[\\/](desk[\\/](DeskContext|ReviewBar|ReviewItem|keys|desk\.module)|preview[\\/]place)|features[\\/]reviews[\\/](deskPaths|ReviewDecisions|reviews\.module)|labels[\\/](opinions|decisions)|centres[\\/]operator[\\/]useReviewHead)/,
    includeDependenciesRecursively: false,
    priority: 41,
  },
  // Its frame and its queue, which stay while one item after the other is opened.
  {
    name: "reviews",
    test: /[\\/]src[\\/](ui[\\/]desk[\\/](KeyLine|useDeskKeys)|features[\\/]reviews[\\/](nextItem|use\w+|QueueList))\b/,
    includeDependenciesRecursively: false,
    priority: 31,
  },
  // The views of lists that can be saved.
  {
    name: "views",
    test: /[\\/]src[\\/](ui[\\/](ExportButton|SavedViews|savedViews\.module)|lib[\\/]savedViews)\b/,
    includeDependenciesRecursively: false,
    priority: 50,
  },
  // The parts of a workbench, and what stands on it and on the board of orders.
  {
    name: "cockpit",
    test: /[\\/]src[\\/]ui[\\/]cockpit[\\/]/,
    includeDependenciesRecursively: false,
    priority: 36,
  },
  {
    name: "institution-work",
    test: /[\\/]src[\\/]centres[\\/]institution[\\/](work|nextStep|useOrderSteps|useLiveOrders)\b/,
    includeDependenciesRecursively: false,
    priority: 36,
  },
  // What only dialogs have, without being heavy.
  {
    name: "ui-dialogs",
    test: /[\\/]src[\\/]ui[\\/](CannedReasons|cannedReasons|useSendKey)\b/,
    includeDependenciesRecursively: false,
    priority: 31,
  },
  // The head of a page about one thing, which lists do without.
  {
    name: "now",
    test: /[\\/]src[\\/]ui[\\/](now[\\/]\w+\.tsx|splitActions)/,
    includeDependenciesRecursively: false,
    priority: 31,
  },
  ...byWeight(
    (id) => (UI.test(id) && !TABLES.test(id) && !SEARCH.test(id) ? "ui" : undefined),
    30,
    [2, 2, 8, 2, 2, 2],
  ),
  // Lists, which forms do without; after what they share with these. Their filters bring fields with them, which some lack.
  { name: "ui-tables", test: TABLES, priority: 29.5 },
  { name: "ui-filters", test: SEARCH, includeDependenciesRecursively: false, priority: 29.2 },
  // Filters and columns of lists of orders, which the page of one does without.
  {
    name: "orders-lists",
    test: /[\\/]src[\\/]features[\\/]orders[\\/](lists[\\/]\w*Filters?|jointCredit[\\/]jointList)\b/,
    includeDependenciesRecursively: false,
    priority: 31,
  },
  // The largest feature: its words and rules, which lists and forms take without the parts of the page of an order.
  {
    name: "orders-words",
    test: /[\\/]src[\\/](features[\\/]orders[\\/].*\.(ts|css)|labels[\\/]joint\.ts)$/,
    priority: 21,
  },
  ...byWeight((id) => /[\\/]src[\\/]features[\\/](\w+)[\\/]/.exec(id)?.[1], 20, [2, 2, 2, 2, 2, 2]),
];
