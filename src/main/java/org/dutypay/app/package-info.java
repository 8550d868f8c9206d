/**
 * Commands: options become job parameters, outcomes become exit codes. Start with {@code Commands}.
 */
@NullMarked
package org.dutypay.app;

import org.jspecify.annotations.NullMarked;
