/**
 * One class per Spring Batch job, each readable from the top as receive, pay, assemble, reconcile,
 * publish.
 */
@NullMarked
package org.dutypay.job;

import org.jspecify.annotations.NullMarked;
