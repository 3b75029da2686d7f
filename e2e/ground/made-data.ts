// Stand-ins for the real files of the story where there are none beside the checkout: the same columns and quirks, of
// customers who never were. Always the same ones, so that pictures of them stay the same.

const TELCO_COLUMNS =
  "customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,MultipleLines,InternetService,OnlineSecurity,OnlineBackup,DeviceProtection,TechSupport,StreamingTV,StreamingMovies,Contract,PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn";
const ORDER_COLUMNS = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

/** The same numbers from 0 up to 1 every time. */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const among = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  return { next, among, under: (most: number) => Math.floor(next() * most), is: (chance: number) => next() < chance };
}

/** Contracts of a telephone company: the younger a contract, the likelier it ends with any month. */
export function madeContracts(): string {
  const { next, among, under, is } = dice(7);
  const yes = (chance: number) => (is(chance) ? "Yes" : "No");
  const letters = () => Array.from({ length: 5 }, () => among([..."ABCDEFGHJKLMNPQRSTVWXYZ"])).join("");
  const rows = Array.from({ length: 1_800 }, (_, row) => {
    const tenure = is(0.01) ? 0 : is(0.4) ? 1 + under(12) : 12 + under(60);
    const contract = is(tenure < 12 ? 0.9 : 0.4) ? "Month-to-month" : among(["One year", "Two year"]);
    const internet = among(["Fiber optic", "Fiber optic", "DSL", "DSL", "No"]);
    const extra = (chance: number) => (internet === "No" ? "No internet service" : yes(chance));
    const monthly = (internet === "No" ? 19 : internet === "DSL" ? 45 : 78) + next() * 24;
    const phone = yes(0.9);
    return [
      ...[`${1_000 + row * 3}-${letters()}`, among(["Female", "Male"]), is(0.16) ? 1 : 0, yes(0.48), yes(0.3), tenure],
      ...[phone, phone === "No" ? "No phone service" : yes(0.46), internet],
      ...[extra(0.35), extra(0.42), extra(0.42), extra(0.36), extra(0.5), extra(0.5)],
      ...[contract, yes(0.6)],
      among(["Electronic check", "Mailed check", "Bank transfer (automatic)", "Credit card (automatic)"]),
      // A single space where nothing was charged yet, as the real file has it.
      ...[monthly.toFixed(2), tenure === 0 ? " " : (monthly * tenure).toFixed(2)],
      yes(contract === "Month-to-month" ? 0.42 : 0.07),
    ].join(",");
  });
  return [TELCO_COLUMNS, ...rows].join("\n");
}

interface Product {
  readonly code: string;
  readonly name: string;
  readonly price: number;
}

const [WREATH, ...PRODUCTS] = (
  [
    ["22086", "PAPER WREATH KIT FOR WINTER", 2.95],
    ["85123A", "HANGING HEART LIGHT HOLDER", 2.55],
    ["71053", "LANTERN OF WHITE METAL", 3.39],
    ["21730", "FROSTED GLASS STAR HOLDER", 4.25],
    ["22752", "SET OF 7 NESTING BOXES", 7.65],
    ["84879", "ORNAMENT, ASSORTED BIRDS", 1.69],
    ["22423", "CAKE STAND, THREE TIERS", 12.75],
    ["47566", "PARTY BUNTING", 4.95],
    ["20725", "LUNCH BAG WITH RED SPOTS", 1.65],
    ["22720", "SET OF 3 CAKE TINS, PANTRY", 4.95],
    ["23203", "SHOPPER WITH VINTAGE ROSES", 2.08],
    ["22197", "POPCORN HOLDER, SMALL", 0.85],
  ] as const
).map(([code, name, price]): Product => ({ code, name, price }));

const COUNTRIES = [...Array<string>(17).fill("United Kingdom"), "Germany", "France", "EIRE"];
const FIRST_DAY = Date.UTC(2025, 3, 1);
const DAYS = 212;
/** From here on people buy for the winter. */
const WINTER = 153;

/**
 * Order lines of a gift shop from April to October 2025. Some customers come once, some in a rhythm, and some of those
 * stop in summer; from September those who go on buy other things, and more often.
 */
export function madeOrders(): string {
  const { next, among, under, is } = dice(11);
  const lines: { readonly at: number; readonly text: string }[] = [];
  let invoice = 536_365;
  const order = (day: number, customer: string, country: string, weight: number) => {
    const isWinter = day >= WINTER;
    const at = FIRST_DAY + day * 86_400_000 + (8 * 60 + under(600)) * 60_000;
    const moment = new Date(at).toISOString().slice(0, 19).replace("T", " ");
    invoice += 1;
    const isCancelled = is(0.02);
    for (let line = 0; line <= under(3); line += 1) {
      const product = isWinter && is(0.6) && WREATH ? WREATH : among(PRODUCTS);
      const many = Math.ceil(weight * (1 + next() * 11)) * (isCancelled ? -1 : 1);
      const name = product.name.includes(",") ? `"${product.name}"` : product.name;
      const number = `${isCancelled ? "C" : ""}${invoice}`;
      lines.push({
        at,
        text: [number, product.code, name, many, moment, product.price, customer, country].join(","),
      });
    }
  };
  for (let row = 0; row < 1_400; row += 1) {
    const [customer, country] = [`${12_346 + row * 4}.0`, among(COUNTRIES)];
    const weight = is(0.06) ? 9 : is(0.3) ? 2.5 : 1;
    const first = under(DAYS - 30);
    order(first, customer, country, weight);
    if (is(0.36)) continue;
    const rhythm = 18 + under(30);
    const until = is(0.25) ? 90 : DAYS;
    for (let day = first + rhythm; day < until; day += day >= WINTER ? rhythm / 2 : rhythm * (0.8 + next() * 0.4)) {
      order(Math.floor(day), customer, country, weight);
    }
  }
  // Nobody gave a number at the fair's till.
  for (let row = 0; row < 120; row += 1) order(under(DAYS), "", "United Kingdom", 1);
  const sorted = lines.toSorted((one, other) => one.at - other.at).map(({ text }) => text);
  return [ORDER_COLUMNS, ...sorted].join("\n");
}

/** A persona as somebody wrote it down once, in the shape of the real ones. */
export const MADE_PERSONA = `# Personas

## Marjorie

*52, female, runs a village gift shop*

Marjorie has kept the shop by the ferry for eleven years. She orders little and often, in the evening, when the till is counted and the kettle is on. In summer she sells to visitors, from September to everybody who has a front door.

**Personal goals**

- Have the winter shelf full before the first visitors ask for it
- Never tie up more than a month's takings in stock
- Find one thing a season that nobody else on the coast sells

**Technology skills**

- Orders on a tablet that her nephew set up
- Knows the order form by heart and dislikes it when it moves

**Likes**

- Boxes that arrive with nothing broken
- A name at the bottom of a mail

**Dislikes**

- Being told on delivery day that half of it is out of stock
- Minimum orders that are made for chains

### What would help?

- Seeing what will still be there next week
- Last year's winter order as something to start from
`;
