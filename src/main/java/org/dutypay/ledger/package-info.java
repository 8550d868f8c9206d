/** What is remembered between nights: runs, locks, exception memory and decisions. */
@NullMarked
package org.dutypay.ledger;

import org.jspecify.annotations.NullMarked;
