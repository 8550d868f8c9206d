package org.dutypay.pay;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;

/**
 * A paragraph that a line, balance or exception rests on. G = the Police Federation's Quick
 * Reference Guide of December 2023, A = acting and temporary ranks, S = secondment, R = Dutypay's
 * own rulebook, C = the contract for files.
 */
public enum Paragraph {
  C_2("C 2", "what the files must hold"),
  C_4("C 4", "exceptions for rows"),
  R_1("R 1", "words: force day, tour, duty, elapsed time"),
  R_2("R 2", "rates of pay"),
  R_4("R 4", "what each roster day type means for duty on it"),
  R_14("R 14", "arrears and recoveries"),
  R_15("R 15", "working time and roster checks"),
  A_3_2_3("A 3.2.3", "acting for more than 56 days"),
  A_3_2_4("A 3.2.4", "acting sergeants and custody"),
  A_3_3_2("A 3.3.2", "authority for powers of the higher rank"),
  A_3_4_5("A 3.4.5", "claims for acting up"),
  G_1_6_2("G 1.6.2", "holiday pay"),
  G_1_6_4("G 1.6.4", "holiday pay before 2016"),
  G_1_7_1("G 1.7.1", "London weighting"),
  G_1_9_2("G 1.9.2", "mileage"),
  G_1_10_1("G 1.10.1", "dog handlers"),
  G_1_11_1("G 1.11.1", "London allowance"),
  G_1_13_1("G 1.13.1", "South East allowance"),
  G_1_15_1("G 1.15.1", "bonus payments"),
  G_1_16_1("G 1.16.1", "targeted payments"),
  G_1_17_1("G 1.17.1", "team awards"),
  G_1_18_1("G 1.18.1", "unsocial hours allowance"),
  G_1_19_1("G 1.19.1", "away from home overnight"),
  G_1_20_1("G 1.20.1", "hardship"),
  G_1_21_1("G 1.21.1", "on call"),
  G_1_26_1("G 1.26.1", "medical charges"),
  G_1_27_2("G 1.27.2", "removal"),
  G_1_28_4("G 1.28.4", "meals and accommodation"),
  G_1_29_1("G 1.29.1", "travel"),
  G_1_31_1("G 1.31.1", "acting up"),
  G_1_32_1("G 1.32.1", "temporary salary"),
  G_1_31_2("G 1.31.2", "acting as inspector or above"),
  G_1_32_3("G 1.32.3", "temporary salary as inspector or above"),
  G_1_32_6("G 1.32.6", "overtime while acting as sergeant"),
  G_1_33_1("G 1.33.1", "temporary promotion"),
  G_1_33_3("G 1.33.3", "qualification for temporary promotion"),
  G_1_33_5("G 1.33.5", "temporary promotion after the days of acting up"),
  G_2_3_1("G 2.3.1", "additional hours of part-time officers"),
  G_2_5_1("G 2.5.1", "publication of rosters"),
  G_2_8_1("G 2.8.1", "inspecting ranks have no overtime"),
  G_2_8_2("G 2.8.2", "inspecting ranks' days in lieu"),
  G_2_10_1("G 2.10.1", "working time"),
  G_2_13_1("G 2.13.1", "planned overtime"),
  G_2_14_1("G 2.14.1", "casual overtime"),
  G_2_15_2("G 2.15.2", "recall between tours"),
  G_2_16_1("G 2.16.1", "early start without due notice"),
  G_2_17_1("G 2.17.1", "time off instead of pay"),
  G_2_19_2("G 2.19.2", "rest day working and notice"),
  G_2_19_3("G 2.19.3", "rest day working: four hours at least"),
  G_2_19_4("G 2.19.4", "rest day working: retained"),
  G_2_20_1("G 2.20.1", "rest and free days in an absence of five days"),
  G_2_21_1("G 2.21.1", "free day working"),
  G_2_21_2("G 2.21.2", "free day working: minimum and retention"),
  G_2_21_3("G 2.21.3", "free day working: inspecting ranks"),
  G_2_22_2("G 2.22.2", "public holidays not worked"),
  G_2_22_3("G 2.22.3", "public holiday working"),
  G_2_22_4("G 2.22.4", "authority for public holiday working"),
  G_2_23_1("G 2.23.1", "substituted public holidays"),
  G_2_26_1("G 2.26.1", "work at the officer's own request"),
  G_2_27_1("G 2.27.1", "stood down"),
  G_2_29_1("G 2.29.1", "travel on a day off"),
  G_2_30_1("G 2.30.1", "annual leave entitlement"),
  G_2_32_1("G 2.32.1", "recall from annual leave"),
  G_2_32_3("G 2.32.3", "length of the interrupted leave day"),
  G_2_38_2("G 2.38.2", "sick pay"),
  G_2_54_1("G 2.54.1", "keeping in touch days"),
  G_2_65_1("G 2.65.1", "length of a secondment"),
  S_3_5_5("S 3.5.5", "secondment agreement"),
  S_3_10_2("S 3.10.2", "recharge of a secondment, and its expenses"),
  S_3_16_3("S 3.16.3", "rank on secondment"),
  S_3_16_5("S 3.16.5", "secondment difference");

  private static final Map<String, Paragraph> BY_CITATION =
      Arrays.stream(values()).collect(toUnmodifiableMap(Paragraph::citation, rule -> rule));

  private final String citation;
  private final String subject;

  Paragraph(String citation, String subject) {
    this.citation = citation;
    this.subject = subject;
  }

  /**
   * The paragraph of a citation.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static Paragraph cited(String citation) {
    Paragraph rule = BY_CITATION.get(citation);
    if (rule == null) {
      throw new IllegalArgumentException("No paragraph is cited as '" + citation + "'");
    }
    return rule;
  }

  /** As files carry it: {@code G 2.19.3}. */
  public String citation() {
    return citation;
  }

  /** What the paragraph is about, in a few words. */
  public String subject() {
    return subject;
  }
}
