/** CSV files to facts: one reader per file, the checks of rows, and the spool by officer. */
@NullMarked
package org.dutypay.feed;

import org.jspecify.annotations.NullMarked;
