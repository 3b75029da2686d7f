// The six groups that most shops begin with, as what one believes before one has looked: every claim is an assumption,
// every threshold a proposal. "A usual gap" is the median number of days between two orders of the same customer.
import type { Template } from "../documents/template-rules";

export const SEGMENT_TEMPLATES: Readonly<Record<string, Template>> = {
  new: {
    label: "New customers",
    title: "New customers",
    line: "Bought for the first time lately, and are still making up their mind about you.",
    set: {
      summary:
        "Bought for the first time in the last three months. What happens around the first order decides about the second.",
      bases: ["behavioural"],
      definition: "Exactly one order, placed in the last 90 days.",
      "claims.characteristics": [
        "Know one product of ours, not the range",
        "Have seen one delivery, one parcel and one mail",
      ],
      "claims.needs": ["A first order that goes as promised", "To know what happens next, without asking"],
      "claims.pains": ["Don't know yet whom to ask when something goes wrong"],
      "claims.triggers": ["A first offer that lowered the risk", "A friend's word, or a search with a clear answer"],
      "claims.channels": ["The order's own mails are read by nearly everybody"],
    },
  },
  "one-time": {
    label: "One-time customers",
    title: "One-time customers",
    line: "Bought once, long enough ago that the second order is overdue.",
    set: {
      summary:
        "Bought once and not again, although a second order would be due by now. Mostly the largest group, and the least known.",
      bases: ["behavioural"],
      definition: "Exactly one order, placed more than 90 days ago.",
      "claims.characteristics": ["Many came for one article or one occasion", "Often bought at a reduced price"],
      "claims.needs": ["A reason to return that has to do with what they bought"],
      "claims.pains": [
        "The first order was a disappointment in some detail",
        "Mails that don't know what they have already",
      ],
      "claims.challenges": ["Have found another shop in the meantime"],
      "claims.buying": ["Compare prices anew for each purchase"],
    },
  },
  repeat: {
    label: "Repeat customers",
    title: "Repeat customers",
    line: "Come back on their own, in a rhythm that can be seen.",
    set: {
      summary:
        "Order again and again without being asked to. They carry the shop, and notice first when it gets worse.",
      bases: ["behavioural"],
      definition:
        "At least two orders, the last one no longer ago than one and a half times the usual gap between orders.",
      "claims.characteristics": ["Know where things are and what they want", "Seldom return what they bought"],
      "claims.preferences": ["The same again, quickly"],
      "claims.needs": ["Stock that is there", "Orders that take no thought"],
      "claims.pains": ["Changes that nobody explained", "Offers that only new customers get"],
      "claims.motivations": ["Not having to decide again"],
      "claims.buying": ["Order in a rhythm; a missed one is a sign"],
    },
  },
  "high-spenders": {
    label: "High spenders",
    title: "High spenders",
    line: "The tenth of your customers that brings most of the money.",
    set: {
      summary: "The tenth of customers with the highest spending in a year. Losing one costs as much as winning many.",
      bases: ["behavioural"],
      definition:
        "Spending of the last twelve months in the highest tenth of all customers, and an order in the last 180 days.",
      "claims.characteristics": ["Larger baskets rather than more orders", "Buy across several categories"],
      "claims.preferences": ["Quality and advice before price"],
      "claims.needs": ["Somebody who answers, and knows them", "Delivery that can be relied on for large orders"],
      "claims.pains": ["Being treated as a number", "A fault in a large order costs them a day"],
      "claims.motivations": ["To be known as a good customer"],
      "claims.channels": ["Would rather call or write to a person"],
    },
  },
  "incentive-lovers": {
    label: "Incentive lovers",
    title: "Incentive lovers",
    line: "Buy when there is something off, and seldom without.",
    set: {
      summary:
        "Nearly every order carries a voucher or comes in a sale. Good for stock that has to go, costly where they would have bought anyway.",
      bases: ["behavioural", "psychographic"],
      definition: "At least two orders in twelve months, and a voucher or a reduced price in 70 % of them or more.",
      "claims.characteristics": ["Wait for the next sale", "Subscribe to whatever brings a voucher"],
      "claims.preferences": ["A percentage rather than a gift"],
      "claims.needs": ["To be sure that the price won't be lower tomorrow"],
      "claims.pains": ["Conditions in small print", "A code that doesn't work at the till"],
      "claims.motivations": ["The pleasure of having paid less than others"],
      "claims.triggers": ["The end of an offer", "The voucher on a birthday"],
    },
  },
  "cart-abandoners": {
    label: "Cart abandoners and lapsing customers",
    title: "Cart abandoners and lapsing customers",
    line: "Were on their way to buy, or used to, and stopped.",
    set: {
      summary:
        "Filled a basket and left it, or ordered in a rhythm and fell silent. Something held them up that can often be found.",
      bases: ["behavioural"],
      definition:
        "A basket of the last 30 days that no order followed, or at least two orders and the last one longer ago than three times the usual gap.",
      "claims.characteristics": [
        "Use the basket as a list to remember",
        "Were interrupted, or met a cost they didn't expect",
      ],
      "claims.needs": ["To find the basket again as they left it", "All costs before the last step"],
      "claims.pains": ["Shipping costs that appear at the end", "Having to open an account"],
      "claims.challenges": ["Doubts about size, fit or delivery date"],
      "claims.triggers": ["A reminder within a day, not within a week"],
      "claims.channels": ["Answer to a mail with the basket in it sooner than to an offer"],
    },
  },
};
