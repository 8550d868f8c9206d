/**
 * Dated values and how to ask them: pay scales, public holidays, numbers of the rules, the force's
 * policy. Pure.
 */
@NullMarked
package org.dutypay.reference;

import org.jspecify.annotations.NullMarked;
