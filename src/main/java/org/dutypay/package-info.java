/** Dutypay: overtime and allowances of police officers, from rosters and timesheets. */
@NullMarked
package org.dutypay;

import org.jspecify.annotations.NullMarked;
