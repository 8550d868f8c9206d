/** Files out: payroll, balances, exceptions, manifest and the pages for people. */
@NullMarked
package org.dutypay.report;

import org.jspecify.annotations.NullMarked;
