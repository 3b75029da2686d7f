// What the name of a column tells, in the languages that exports are written in most.
import type { TraitGroup } from "../../catalog-rules";
import type { ColumnRole } from "../import-plan-rules";

/** "AnnualIncome_(k$)" as " annual income k$ ": lower case without accents, words apart, blanks around. */
export function wordsOf(name: string): string {
  const words = name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}$€£¥%#@]+/gu, " ")
    .trim();
  return ` ${words} `;
}

const NUMBERED = "(?:id|ids|key|no|nr|num|number|nummer|code|ref|reference|uuid|guid|#)";

/** Scored: the best name of its kind in the file has the role. */
const ROLE_NAMES: Readonly<Partial<Record<ColumnRole, readonly (readonly [RegExp, number])[]>>> = {
  customer: [
    [
      new RegExp(
        ` (?:customer|cust|client|kunden?|user|member|subscriber|contact|person|shopper|buyer|klant|cliente|usuario) ?${NUMBERED} `,
      ),
      10,
    ],
    [new RegExp(` ${NUMBERED} (?:de )?(?:customer|client|cliente|kunde|utilisateur|usuario|klant) `), 10],
    [
      / (?:kundennummer|kundennr|kundenid|klantnummer|klantnr|customerid|customernumber|custid|clientid|userid|memberid) /,
      10,
    ],
    [
      new RegExp(
        ` (?:account|household|konto|profile|visitor|patient|guest|subscription|device|anonymous|membership|(?:loyalty|member|bonus|kunden) ?(?:card|karte)|card|karten?) ?${NUMBERED} `,
      ),
      7,
    ],
    [/^ (?:customer|client|kunde|user|member|klant|cliente) $/, 6],
    [/^ (?:id|uuid|guid|key|identifier|pk|lfd nr|nr) $/, 4],
  ],
  order: [
    [
      new RegExp(
        ` (?:order|invoice|transaction|receipt|purchase|basket|bestell(?:ung)?|auftrag|rechnung|beleg|commande|facture|pedido|factura|bon) ?s? ?${NUMBERED} `,
      ),
      10,
    ],
    [
      / (?:bestellnummer|bestellnr|auftragsnummer|rechnungsnummer|rechnungsnr|belegnummer|belegnr|invoiceno|orderid|orderno|transactionid|invoicenumber|ordernumber) /,
      10,
    ],
    [/^ (?:order|invoice|transaction|receipt|bestellung|commande|pedido) $/, 6],
  ],
  time: [
    [/ (?:invoice|order|purchase|transaction|event|bestell|rechnungs?|beleg) ?(?:date|time|datum|timestamp|at)/, 10],
    [
      / (?:timestamp|occurred at|bestelldatum|rechnungsdatum|belegdatum|kaufdatum|event time|date de commande|fecha de (?:compra|pedido)) /,
      10,
    ],
    [/^ (?:date|datetime|time|datum|fecha|data|zeitpunkt|zeit|day|tag|jour|created at|created) $/, 7],
    [/ (?:date|datum|fecha|time|timestamp|at) $/, 3],
  ],
  event: [[/^ (?:event|event name|event type|action|activity|aktion|ereignis|evenement|evento) $/, 10]],
  amount: [
    [
      / (?:total amount|line total|total price|order value|order total|net amount|gross amount|gesamtpreis|gesamtbetrag|montant total|importe total|grand total) /,
      10,
    ],
    [/^ (?:amount|revenue|sales|total|sum|umsatz|betrag|montant|importe|valor|value|spend|turnover|net|subtotal) $/, 8],
    [/ (?:amount|revenue|umsatz|betrag|montant|sales|total) /, 5],
  ],
  quantity: [
    [/^ (?:quantity|qty|menge|anzahl|stuck|stueck|units|quantite|cantidad|pieces|pcs|quantita|aantal) $/, 10],
    [/ (?:quantity|qty|menge) /, 6],
  ],
  price: [
    [/ (?:unit price|price per unit|stuckpreis|einzelpreis|item price|prix unitaire|precio unitario|unit cost) /, 10],
    [/^ (?:price|preis|prix|precio|prezzo|prijs) $/, 8],
    [/ (?:price|preis|prix|precio) /, 4],
  ],
};

/** How well the name fits the role; 0 for not at all. */
export function roleScore(name: string, role: ColumnRole): number {
  const words = wordsOf(name);
  const fits = (ROLE_NAMES[role] ?? []).filter(([pattern]) => pattern.test(words));
  return Math.max(0, ...fits.map(([, score]) => score));
}

const GROUP_NAMES: readonly (readonly [TraitGroup, RegExp])[] = [
  [
    "firmographic",
    / (?:company|firma|unternehmen|industry|branche|sector|employees?|mitarbeiter|organi[sz]ation|business|b2b|naics|sic|entreprise|empresa|headcount|annual revenue|legal form) /,
  ],
  [
    "geographic",
    / (?:country|land|pais|paese|city|stadt|ort|ville|ciudad|region|state|province|bundesland|county|zip|postal|postcode|plz|code postal|address|adresse|strasse|street|latitude|longitude|lat|lon|lng|geo|district|continent|territory|location|timezone|time zone|dma|area) |^ pays $/,
  ],
  [
    "demographic",
    / (?:age|alter|year birth|birth|birthday|birthdate|geburt\w*|dob|naissance|nacimiento|gender|genre|sex|geschlecht|sexe|sexo|marital|married|familienstand|education|bildung|income|einkommen|salary|revenu|kids?|kidhome|teens?|teenhome|children|child|kinder|dependents?|partner|spouse|senior|citizen|household|haushalt|occupation|job|beruf|profession|religion|ethnicity|nationality|language|sprache|langue|generation|homeowner|salutation|anrede|title) /,
  ],
  [
    "needs",
    / (?:needs?|pain|goals?|requirements?|bedarf|bedurfnis|wunsch|wish|problem|satisfaction|zufriedenheit|nps|csat|rating|bewertung|preference|preferred|use case|complain|complaint|beschwerde) /,
  ],
  [
    "psychographic",
    / (?:interests?|interesse|attitude|einstellung|personality|lifestyle|lebensstil|hobby|hobbies|opinion|motivation|values|werte|belief|persona|segment) /,
  ],
];

export function groupOf(name: string): TraitGroup {
  const words = wordsOf(name);
  return GROUP_NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? "behavioural";
}

export const NAMES = {
  email: / (?:e ?mail|email address|mail|courriel|correo) /,
  phone: / (?:phone|telephone|telefon\w*|tel|mobile|mobil|handy\w*|cell|fax|movil|portable|whatsapp|msisdn) /,
  person:
    / (?:first ?name|last ?name|full ?name|surname|family ?name|given ?name|middle ?name|maiden ?name|vorname|nachname|familienname|prenom|apellidos?|cognome) /,
  perhapsPerson: / (?:nom|nombre|contact ?name|customer ?name|kundenname) /,
  name: /^ (?:name|customer|client|kunde|contact|person) $/,
  address:
    / (?:street\w*|strasse\w*|str|address|adresse|anschrift|address ?line \d|house ?(?:no|number)|hausnummer|rue|calle|direccion|ip) /,
  secret:
    / (?:password|passwort|pwd|iban|kreditkartennummer|cvv|cvc|ssn|social ?security\w*|sozialversicherungs\w*|passport\w*|tax ?id|steuer ?id|bank ?account\w*|kontonummer) /,
  postal: / (?:zip|zip ?code|postal|postal ?code|postcode|plz|code ?postal|cp) /,
  code: / (?:id|ids|code|sku|nr|no|number|nummer|key|ref|ean|upc|gtin|uuid) /,
  coded:
    / (?:gender|genre|sex|geschlecht|sexe|sexo|education|marital\w*|category|kategorie|class|type|cluster|segment|group|gruppe|region|status) /,
  count:
    / (?:num|number|count|qty|quantity|anzahl|menge|nombre|how many|visits?|orders?|purchases|kids?|children|kidhome|teenhome|logins?|sessions?|clicks|total|amount|score|days?|age|income|year|month|rating|recency|tenure|points?) /,
  day: / (?:date|datum|day|tag|fecha|jour|time|timestamp|at|since|seit|birthday|dob|created|updated|registered|joined) |date|datum/,
  share: / (?:share|rate|ratio|percent|percentage|anteil|quote|taux|prozent|pct|probability|propensity) |%/,
  country: / (?:country|land|pays|pais|iso|nation\w*|market) /,
} as const;

/** Currency by its name or sign; null where a thousand of them is meant, since no unit says so. */
export function currencyOf(name: string): string | null {
  const words = wordsOf(name);
  if (
    / (?:k|t|tsd|mio|m)(?:\$|€|£|usd|eur|gbp)? ?|thousand|tausend/.test(words) &&
    / [kt][$€£] | k (?:usd|eur|gbp) |thousand|tausend| tsd /.test(words)
  ) {
    return null;
  }
  const found = [
    [/\$| usd | dollars? /, "USD"],
    [/€| eur | euros? /, "EUR"],
    [/£| gbp | pounds? /, "GBP"],
    [/ chf | franken /, "CHF"],
    [/¥| jpy | yen /, "JPY"],
  ] as const;
  return found.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^-?\(?\s*(?:US\s?)?\$|\$\s*\)?$|\bUSD\b/, "USD"],
  [/€|\bEUR\b/, "EUR"],
  [/£|\bGBP\b/, "GBP"],
  [/\bCHF\b/, "CHF"],
  [/¥|\bJPY\b/, "JPY"],
];

/** Currency by how a value is written. */
export function currencyIn(value: string): string | null {
  return SIGNS.find(([pattern]) => pattern.test(value))?.[1] ?? null;
}
