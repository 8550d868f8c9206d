/** What jobs/bench measures a night against. */
@NullMarked
package org.dutypay.bench;

import org.jspecify.annotations.NullMarked;
