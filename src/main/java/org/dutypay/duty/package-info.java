/**
 * The words of rulebook 1: force day, roster day, tour, duty, chain, and the timeline that cuts
 * them. Pure.
 */
@NullMarked
package org.dutypay.duty;

import org.jspecify.annotations.NullMarked;
