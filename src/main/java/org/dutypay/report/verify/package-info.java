/**
 * Checks a finished job's files from what is in them. Knows the contract, and shares no code with
 * what wrote them, so that a fault there is not repeated here.
 */
@NullMarked
package org.dutypay.report.verify;

import org.jspecify.annotations.NullMarked;
