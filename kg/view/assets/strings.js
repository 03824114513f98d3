// What the page itself says. Words of reports and of the ontology come with the graph.

const STRINGS = {
  title: ["产业链图谱", "Industry chain"],
  chain: ["产业链", "Chain"],
  company: ["上下游", "Up and down"],
  policy: ["政策 × 层级", "Policy × tier"],
  policyName: ["政策", "Policy"],
  views: ["视图", "Views"],
  search: ["搜索名称（按 /）", "Search names (press /)"],
  nothing: ["没有这个名称", "Nothing goes by this name"],
  filters: ["筛选", "Filters"],
  filtered: ["筛选（{0}）", "Filters ({0})"],
  relations: ["关系", "Relations"],
  modalities: ["语气", "How it is meant"],
  classes: ["类别", "Classes"],
  confidence: ["置信度不低于", "Confidence at least"],
  report: ["报告", "Report"],
  allReports: ["全部报告", "All reports"],
  from: ["报告日期从", "Reports from"],
  to: ["到", "to"],
  reset: ["全部显示", "Show all"],
  language: ["English", "中文"],
  theme: ["深浅", "Dark or light"],
  svg: ["存为 SVG", "Save SVG"],
  png: ["存为 PNG", "Save PNG"],
  zoomIn: ["放大", "Zoom in"],
  zoomOut: ["缩小", "Zoom out"],
  fit: ["适合宽度", "Fit width"],
  graph: ["图", "Graph"],
  details: ["详情", "Details"],
  close: ["关闭", "Close"],
  step: ["第 {0} 级", "Step {0}"],
  noTier: ["未分层", "No tier"],
  loose: ["短链", "Short chains"],
  looseNote: ["不属于任何层级，位置只表示先后", "in no tier; where they stand only tells what comes first"],
  total: ["合计", "Total"],
  asserted: ["已述", "asserted"],
  planned: ["计划", "planned"],
  potential: ["潜在", "potential"],
  rumoured: ["传闻", "rumoured"],
  past: ["过去", "past"],
  denied: ["否认", "denied"],
  shown: ["显示 {0} 项、{1} 条关系", "{0} things and {1} relations shown"],
  unplaced: ["另有 {0} 项没有上下游关系，搜索可得", "{0} more have nothing up or down the chain; search finds them"],
  left: ["存储中附近还有 {0} 项未放入本页：用 kg view 加名称，或加大 --limit", "{0} more things of the store are not in this page: give kg view a name, or a higher --limit"],
  leftLive: ["存储中附近还有 {0} 项未画出：搜索或展开即可取得", "{0} more things of the store are not drawn: search or expand to get them"],
  names: ["其他名称", "Also called"],
  kind: ["类别", "Class"],
  tiers: ["层级", "Tiers"],
  issued: ["发布", "Issued"],
  toCompany: ["看上下游", "Up and down from here"],
  toChain: ["在产业链中看", "Show in the chain"],
  statements: ["关系", "Relations"],
  policies: ["政策", "Policies"],
  figures: ["数据与预测", "Figures and forecasts"],
  deals: ["交易", "Deals"],
  forecast: ["预测", "forecast"],
  observation: ["已有", "reported"],
  line: ["第 {0} 行", "line {0}"],
  more: ["另有 {0} 句：kg show 可见全部", "{0} more sentences: kg show has them all"],
  all: ["显示全部 {0} 条", "Show all {0}"],
  sentences: ["{0} 句", "{0} sentences"],
  sentence: ["1 句", "1 sentence"],
  method: ["读法", "Read by"],
  unnamed: ["未署名", "no source named"],
  year: ["年份", "Year"],
  value: ["数值", "Value"],
  source: ["来源", "Source"],
  legend: ["图例", "Legend"],
  help: ["点一条线看原句，点一项看全部。方向键走动，回车打开，Esc 返回，/ 搜索。", "Click a line for its sentences, a name for all about it. Arrow keys move, Enter opens, Esc goes back, / searches."],
  flowNote: ["箭头指向下游", "Arrows point downstream"],
  reports: ["报告", "Reports"],
  upstream: ["上游 {0} 步", "Upstream {0}"],
  downstream: ["下游 {0} 步", "Downstream {0}"],
  centre: ["所选", "Chosen"],
  expand: ["展开 {0}：另有 {1} 项", "Expand {0}: {1} more"],
  fold: ["收起 {0}", "Fold {0}"],
  pick: ["选一家公司", "Choose a company"],
  alone: ["没有已知的上下游；其他关系见详情。", "Nothing known up or down from here; see the details for other relations."],
  empty: ["没有可显示的内容：放宽筛选。", "Nothing to show: loosen the filters."],
  noPolicies: ["没有一项政策涉及这里显示的内容。", "No policy touches what is shown here."],
  direct: ["直接", "directly"],
  through: ["经由 {0}", "through {0}"],
  matrixNote: ["数字：直接涉及的项；+ 后：经其技术、产品或行业涉及的公司与环节。点数字看原句。", "Numbers count what a policy touches itself; after +, what it touches through the things they make or use or the industry they are in. Click one for its sentences."],
  touched: ["{0}：{1}，{2} 项", "{0}: {1}, {2} touched"],
  round: ["轮次", "Round"],
  amount: ["金额", "Amount"],
  investors: ["投资方", "Investors"],
  valuation: ["估值", "Valuation"],
  leads: ["领投", "leads"],
  broken: ["此页无法读取：{0}", "This page cannot be read: {0}"],
  asking: ["正在询问存储…", "Asking the store…"],
  cut: ["存储只给出最近的；另有 {0} 项未取", "The store gave the nearest; {0} more were left out"],
  unanswered: ["存储没有回答：kg view --serve 还在运行吗？", "The store does not answer: is kg view --serve still running?"],
};

let language = 0;

/** Choose the language of the page: "zh" or "en". */
export function speak(name) {
  language = name === "en" ? 1 : 0;
  document.documentElement.lang = name === "en" ? "en" : "zh-CN";
}

/** The words for a key, with {0}, {1} filled in. */
export function t(key, ...values) {
  const text = STRINGS[key][language];
  return text.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)]));
}

/** One of a pair of labels: [Chinese, English]. */
export function label(pair) {
  return pair[language];
}
