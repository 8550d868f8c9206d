package org.dutypay.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.dutypay.pay.Paragraph;

/**
 * One entry of the table of contents: what a rule pays and where it stands.
 *
 * @param section its section of the rulebook
 * @param paragraphs the paragraphs its lines rest on
 * @param sentence what it does, in one sentence
 * @param file the class that carries it out
 */
public record Chapter(
    String section, String name, List<Paragraph> paragraphs, String sentence, Class<?> file) {

  /** Every rule, in the order of the rulebook. */
  public static final List<Chapter> ALL =
      List.of(
          new Chapter(
              "3",
              "Time off instead of pay",
              List.of(Paragraph.G_2_17_1),
              "overtime earns the minutes and a quarter-hour for each completed three, other work"
                  + " the minutes at its multiple; what is not taken in time is paid",
              TimeOff.class),
          new Chapter(
              "4",
              "Roster days",
              List.of(Paragraph.G_2_23_1),
              "a day in lieu or a changed day keeps its protection, and a public holiday that the"
                  + " roster does not mark is one all the same unless another day was given for it",
              RosterDays.class),
          new Chapter(
              "5.1, 5.2",
              "Overtime after the tour",
              List.of(Paragraph.G_2_13_1, Paragraph.G_2_14_1, Paragraph.G_2_3_1),
              "time and a third by completed quarter-hours; the first four casual occasions of a"
                  + " week lose thirty minutes; part-time officers have plain time up to forty"
                  + " hours first",
              Overtime.class),
          new Chapter(
              "5.3",
              "Early start without due notice",
              List.of(Paragraph.G_2_16_1),
              "a start moved into an earlier force day, whose own tour is booked to its end, with"
                  + " less than eight hours' notice adds a third to the time before the rostered"
                  + " start; any moved tour ends when its length is used up",
              EarlyStart.class),
          new Chapter(
              "5.5",
              "Recall between tours",
              List.of(Paragraph.G_2_15_2),
              "duty and travel at time and a third, without disregard",
              Recalls.class),
          new Chapter(
              "6",
              "Unsocial hours",
              List.of(Paragraph.G_1_18_1),
              "a tenth of the hourly rate for every full hour worked between 20:00 and 06:00",
              UnsocialHours.class),
          new Chapter(
              "7",
              "Rest day working",
              List.of(
                  Paragraph.G_2_19_2, Paragraph.G_2_19_3, Paragraph.G_2_19_4, Paragraph.G_2_26_1),
              "with less than fifteen days' notice time and a half, four hours at least unless"
                  + " retained for an hour or less; otherwise another rest day",
              RestDay.class),
          new Chapter(
              "7 to 9",
              "Stood down",
              List.of(Paragraph.G_2_27_1),
              "duty on a day given back with more than seven days' notice is held until a person"
                  + " releases it",
              StoodDown.class),
          new Chapter(
              "8",
              "Free day working",
              List.of(Paragraph.G_2_21_1, Paragraph.G_2_21_2, Paragraph.G_2_21_3),
              "as a rest day; plain time where only this officer could do it, and by the hour at"
                  + " own request or for inspecting ranks",
              FreeDay.class),
          new Chapter(
              "9",
              "Public holiday working",
              List.of(Paragraph.G_2_22_3, Paragraph.G_2_22_4, Paragraph.G_2_22_2),
              "double time on top of salary, four hours at least; with less than eight days' notice"
                  + " another holiday too, with less than fifteen an assistant chief constable's"
                  + " authority",
              PublicHoliday.class),
          new Chapter(
              "10",
              "Recall from annual leave",
              List.of(Paragraph.G_2_32_1, Paragraph.G_2_32_3, Paragraph.G_2_20_1),
              "leave back, and in an absence of three days or more double time or more leave",
              LeaveRecall.class),
          new Chapter(
              "11",
              "Who may be in a higher rank",
              List.of(Paragraph.A_3_3_2, Paragraph.A_3_2_4, Paragraph.G_1_33_3, Paragraph.S_3_16_3),
              "powers need a superintendent's authority, acting sergeants do no custody, temporary"
                  + " promotion needs the qualification, a secondment is not more than one rank up",
              HigherRankChecks.class),
          new Chapter(
              "11",
              "What a higher rank changes",
              List.of(Paragraph.G_1_31_2, Paragraph.G_1_32_3, Paragraph.G_1_32_6),
              "on temporary promotion everything is that of the higher rank; who acts as an"
                  + " inspector has no overtime",
              HigherRanks.class),
          new Chapter(
              "11",
              "Acting up",
              List.of(Paragraph.G_1_31_1, Paragraph.A_3_4_5, Paragraph.A_3_2_3),
              "after ten whole days of the year, or eighty hours, a share of the gap to the higher"
                  + " rank's pay for at most 46 days of a period, if claimed within two months",
              ActingUp.class),
          new Chapter(
              "11",
              "Temporary salary and temporary promotion",
              List.of(Paragraph.G_1_32_1, Paragraph.G_1_33_1, Paragraph.S_3_16_5),
              "a share of the gap to the higher rank's pay for every calendar day, pensionable; on"
                  + " secondment the difference where the officer is not suitable for promotion",
              TemporaryRank.class),
          new Chapter(
              "12",
              "Claims",
              List.of(
                  Paragraph.G_1_7_1,
                  Paragraph.G_1_9_2,
                  Paragraph.G_1_10_1,
                  Paragraph.G_1_11_1,
                  Paragraph.G_1_13_1,
                  Paragraph.G_1_15_1,
                  Paragraph.G_1_16_1,
                  Paragraph.G_1_17_1,
                  Paragraph.G_1_19_1,
                  Paragraph.G_1_20_1,
                  Paragraph.G_1_21_1,
                  Paragraph.G_1_26_1,
                  Paragraph.G_1_27_2,
                  Paragraph.G_1_28_4,
                  Paragraph.G_1_29_1,
                  Paragraph.G_2_54_1,
                  Paragraph.S_3_10_2),
              "allowances at their published rates, expenses and awards as claimed, each held until"
                  + " a person decides where a second one, a receipt, the host's approval or a"
                  + " limit stands against it",
              Claims.class),
          new Chapter(
              "12",
              "Second pair of eyes on claims",
              List.of(Paragraph.C_4),
              "where the force asks for it, a warning about what officers authorised for"
                  + " themselves and about claims that do not go together; they are paid all the"
                  + " same",
              ClaimConflicts.class),
          new Chapter(
              "13",
              "Holiday pay",
              List.of(Paragraph.G_1_6_2),
              "the first twenty days' worth of leave of a leave year carry an average day of what"
                  + " was paid for the paid weeks before; or each payment carries a share",
              HolidayPay.class),
          new Chapter(
              "14",
              "Bear Scotland reconciliation",
              List.of(Paragraph.G_1_6_4),
              "the competing methods of holiday pay side by side over a past range, with and"
                  + " without each disputed element, beside what was paid",
              BearScotland.class),
          new Chapter(
              "15",
              "Working time",
              List.of(Paragraph.R_15),
              "a warning where duty comes to more than 48 hours a week over seventeen weeks, or"
                  + " fourteen days hold neither 48 hours free of duty nor 24 hours twice",
              WorkingTime.class),
          new Chapter(
              "15",
              "Daily rest",
              List.of(Paragraph.R_15),
              "a warning where less than eleven hours lie between two days' duty",
              RestBetweenDuties.class),
          new Chapter(
              "15",
              "Publication of rosters",
              List.of(Paragraph.G_2_5_1),
              "a warning where a roster was published less than a month before the day",
              RosterPublication.class),
          new Chapter(
              "15",
              "Annual leave entitlement",
              List.of(Paragraph.G_2_30_1),
              "a warning where the leave taken in a leave year passes what the years of service"
                  + " give and five days carried over",
              LeaveEntitlement.class),
          new Chapter(
              "15",
              "Sick pay",
              List.of(Paragraph.G_2_38_2),
              "a warning on the days on which sickness goes to half pay and to none",
              SickPay.class),
          new Chapter(
              "15",
              "Late claims",
              List.of(Paragraph.R_15),
              "a warning where duty was booked more than three months after it was worked",
              LateClaims.class),
          new Chapter(
              "contract 4",
              "Completeness",
              List.of(Paragraph.C_4),
              "counts the rostered tours that were worked, replaced by an absence or not booked,"
                  + " and tells of the last where the force wishes it",
              Completeness.class),
          new Chapter(
              "16",
              "Terms of secondments",
              List.of(Paragraph.S_3_5_5, Paragraph.G_2_65_1),
              "a warning where there is no signed agreement, or regulation 13A goes beyond five"
                  + " years",
              Secondments.class),
          new Chapter(
              "16",
              "Secondment recharge",
              List.of(Paragraph.S_3_10_2),
              "the host repays every line of a seconded day, and the salary of each month by"
                  + " calendar days",
              SecondmentRecharge.class));

  /** The row of the README's table of rules. */
  public String markdown() {
    String citations =
        paragraphs.stream().map(Paragraph::citation).collect(Collectors.joining(", "));
    return "| "
        + section
        + " | "
        + name
        + " | "
        + citations
        + " | "
        + sentence
        + " | `"
        + file.getSimpleName()
        + "` |";
  }
}
