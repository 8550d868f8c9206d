/**
 * The pay rules, one file per rulebook section. Start with {@code PayEngine}, the table of
 * contents. Pure.
 */
@NullMarked
package org.dutypay.rules;

import org.jspecify.annotations.NullMarked;
