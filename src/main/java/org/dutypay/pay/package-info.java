/**
 * What comes out: lines, balances, exceptions, and the exact arithmetic of money and time. Pure.
 */
@NullMarked
package org.dutypay.pay;

import org.jspecify.annotations.NullMarked;
