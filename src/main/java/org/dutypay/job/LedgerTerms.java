package org.dutypay.job;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Ledger;
import org.dutypay.pay.Sha256;
import org.dutypay.reference.Policy;
import org.dutypay.rules.ClosedDays;
import org.dutypay.rules.RunContext;
import org.dutypay.rules.WhatChanged;

/**
 * What holds for all officers.
 *
 * @param now in this run
 * @param then at each closing, by its number
 */
record LedgerTerms(WhatChanged.Terms now, Map<Integer, WhatChanged.Terms> then) {

  static LedgerTerms of(Order order, RunContext context, Collection<Closing> closings) {
    String rates =
        Sha256.hex(
            context.payScales().text() + new TreeMap<>(context.publicHolidays().names()).keySet());
    Map<Integer, WhatChanged.Terms> then = new HashMap<>();
    for (Closing closing : closings) {
      then.put(
          closing.number(),
          new WhatChanged.Terms(
              Policy.deciding(closing.policy()), closing.rates(), closing.version()));
    }
    return new LedgerTerms(
        new WhatChanged.Terms(Policy.deciding(order.policy().text()), rates, order.version()),
        then);
  }

  /** The closed days of a range, to be reckoned afresh. */
  static ClosedDays closedWithin(Optional<Ledger.ClosedDays> closed, long from, long to) {
    return closed
        .map(all -> new ClosedDays(Math.max(from, all.from()), Math.min(to, all.to()), true))
        .filter(kept -> kept.from() <= kept.to())
        .orElse(ClosedDays.NONE);
  }
}
