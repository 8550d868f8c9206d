package org.dutypay.job;

/**
 * How a run settles closed days.
 *
 * @param mayRecover whether recoveries beyond the policy's limit are wanted
 * @param reckonsAll whether the closed days of officers are reckoned afresh of whom nothing has
 *     changed; what comes out is the same
 */
public record RetroChoice(boolean mayRecover, boolean reckonsAll) {}
