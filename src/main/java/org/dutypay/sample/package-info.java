/**
 * A force that does not exist, for the sample data and for measuring: its officers, rosters and
 * timesheets. Start with {@code InventedFeed}.
 */
@NullMarked
package org.dutypay.sample;

import org.jspecify.annotations.NullMarked;
