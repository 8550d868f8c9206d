package org.dutypay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.dutypay.pay.ArrearsRow;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.Element;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.Settlement;
import org.dutypay.pay.Unit;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Arrears that were proposed to people, and what they decided. A line is decided once; what is
 * accepted is paid with the next payroll.
 */
public final class Proposals {

  private static final String DECIDED =
      "select l.*, d.outcome, d.decided_by, p.closing as paid_by from proposal_line l join"
          + " proposal_decision d on d.proposal = l.proposal and d.line = l.line left join"
          + " proposal_paid p on p.proposal = l.proposal and p.line = l.line";

  private static final String UNDECIDED =
      " from proposal_line l left join proposal_decision d on d.proposal = l.proposal and d.line ="
          + " l.line where d.line is null";

  private final JdbcTemplate jdbc;
  private final DataSource database;

  /**
   * One proposal.
   *
   * @param id 12 hexadecimal digits
   * @param closings how many closings there were when it was made
   * @param runDate epoch day
   * @param from first work date, an epoch day
   * @param to last work date
   * @param policy every key and value, one a line
   */
  public record Proposal(
      String id,
      int closings,
      long runDate,
      long from,
      long to,
      String policy,
      List<ArrearsRow> lines) {
    public Proposal {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A proposal with lines that nobody has decided.
   *
   * @param runDate epoch day
   */
  public record Open(String id, long runDate, long lines, long amountPence) {}

  /** A line that can be decided. */
  public record Undecided(
      long line, String officerId, long workDate, Element element, long amountPence) {}

  public Proposals(DataSource database) {
    this.database = database;
    jdbc = new JdbcTemplate(database);
  }

  /** How many proposals there are. */
  public int count() {
    return jdbc.queryForList("select count(*) from proposal", Integer.class).getFirst();
  }

  /** What people have decided about officers' work dates, by officer id. */
  public Map<String, List<Settlement>> settlements(
      Collection<String> officers, long from, long to) {
    Map<String, List<Settlement>> settlements = new TreeMap<>(ByteOrder.OF_UTF_8);
    if (officers.isEmpty()) {
      return settlements;
    }
    jdbc.query(
        connection -> {
          var statement =
              connection.prepareStatement(
                  DECIDED
                      + " where l.officer_id = any(?) and l.work_date between ? and ? order by"
                      + " l.proposal, l.line");
          statement.setArray(1, connection.createArrayOf("varchar", officers.toArray()));
          statement.setObject(2, LocalDate.ofEpochDay(from));
          statement.setObject(3, LocalDate.ofEpochDay(to));
          return statement;
        },
        (ResultSet row) -> add(row, settlements));
    return settlements;
  }

  /** The lines that were accepted and are not paid yet, by officer id. */
  public Map<String, List<Settlement>> inFlight() {
    Map<String, List<Settlement>> accepted = new TreeMap<>(ByteOrder.OF_UTF_8);
    jdbc.query(
        DECIDED
            + " where d.outcome = 'ACCEPTED' and p.closing is null order by l.work_date,"
            + " l.element, l.proposal, l.line",
        (ResultSet row) -> add(row, accepted));
    return accepted;
  }

  /**
   * What people had decided about an officer's work dates by a day, as far as no closing had paid
   * it by then: accepted lines in flight, lines paid by other means, and refused ones.
   *
   * @param asKnown epoch day
   */
  public List<Settlement> knownOn(long asKnown, String officerId, long from, long to) {
    LocalDate day = LocalDate.ofEpochDay(asKnown);
    return jdbc.query(
        "select l.*, d.outcome, d.decided_by, null as paid_by from proposal_line l join"
            + " proposal_decision d on d.proposal = l.proposal and d.line = l.line left join"
            + " proposal_paid p on p.proposal = l.proposal and p.line = l.line left join closing c"
            + " on c.closing = p.closing where l.officer_id = ? and l.work_date between ? and ?"
            + " and d.decided_on <= ? and (c.run_date is null or c.run_date > ?) order by"
            + " l.work_date, l.element, l.proposal, l.line",
        (row, number) -> settlement(row),
        officerId,
        LocalDate.ofEpochDay(from),
        LocalDate.ofEpochDay(to),
        day,
        day);
  }

  private static void add(ResultSet row, Map<String, List<Settlement>> settlements)
      throws SQLException {
    settlements
        .computeIfAbsent(row.getString("officer_id"), officer -> new ArrayList<>())
        .add(settlement(row));
  }

  private static Settlement settlement(ResultSet row) throws SQLException {
    Settlement.Outcome outcome =
        switch (row.getString("outcome")) {
          case "ACCEPTED" ->
              row.getObject("paid_by") == null
                  ? Settlement.Outcome.IN_FLIGHT
                  : Settlement.Outcome.PAID;
          case "PAID_OUTSIDE" -> Settlement.Outcome.PAID_OUTSIDE;
          default -> Settlement.Outcome.REFUSED;
        };
    return new Settlement(
        row.getString("proposal"),
        row.getLong("line"),
        outcome,
        day(row, "work_date"),
        Element.valueOf(row.getString("element")),
        row.getLong("entitled"),
        row.getLong("difference"),
        row.getLong("units"),
        Unit.valueOf(row.getString("unit")),
        Paragraph.cited(row.getString("rule")),
        row.getString("source"),
        row.getString("reason"),
        row.getString("decided_by"));
  }

  /**
   * The line that was proposed last for a day and element.
   *
   * @param number of its proposal, 1 being the first of all
   * @param facts its {@link #facts}
   * @param stands whether it waits, for a decision or to be paid, or was refused: it is not
   *     proposed again without a changed fact
   */
  public record Latest(String proposal, int number, String facts, boolean stands) {}

  /** The line that was proposed last for each officer, work date of a range and element. */
  public List<Latest> latest(long from, long to) {
    Map<String, Latest> latest = new LinkedHashMap<>();
    jdbc.query(
        "select l.*, o.number, d.outcome, p.closing as paid_by from proposal_line l join proposal"
            + " o on o.proposal = l.proposal left join proposal_decision d on d.proposal ="
            + " l.proposal and d.line = l.line left join proposal_paid p on p.proposal = l.proposal"
            + " and p.line = l.line where l.work_date between ? and ? order by o.number, l.line",
        (ResultSet row) -> {
          String officer = row.getString("officer_id");
          long workDate = day(row, "work_date");
          String element = row.getString("element");
          boolean isPaid =
              row.getObject("paid_by") != null || "PAID_OUTSIDE".equals(row.getString("outcome"));
          String key = String.join("\n", officer, Long.toString(workDate), element);
          latest.remove(key);
          latest.put(
              key,
              new Latest(
                  row.getString("proposal"),
                  row.getInt("number"),
                  facts(officer, workDate, element, row.getLong("entitled"), row.getLong("paid")),
                  !isPaid));
        },
        LocalDate.ofEpochDay(from),
        LocalDate.ofEpochDay(to));
    return List.copyOf(latest.values());
  }

  /** What makes a line the same one: whose, for which day and element, what is due and was paid. */
  public static String facts(
      String officerId, long workDate, String element, long entitledPence, long paidPence) {
    return String.join(
        "\n",
        officerId,
        Long.toString(workDate),
        element,
        Long.toString(entitledPence),
        Long.toString(paidPence));
  }

  /** The accepted lines that a closing paid as lines of their own, by officer id. */
  public Map<String, List<Settlement>> paidBy(int closing) {
    Map<String, List<Settlement>> paid = new TreeMap<>(ByteOrder.OF_UTF_8);
    jdbc.query(
        DECIDED + " where p.closing = ? and not p.as_new order by l.proposal, l.line",
        (ResultSet row) -> add(row, paid),
        closing);
    return paid;
  }

  /** What shows that proposals up to a run date are not what was proposed, in words. */
  public List<String> problems(long lastRunDate) {
    List<String> problems = new ArrayList<>();
    jdbc.query(
        "select * from proposal order by proposal",
        (ResultSet row) -> {
          if (day(row, "run_date") <= lastRunDate && !isAsProposed(row)) {
            problems.add(
                "proposal %s: its lines do not add up to what was proposed"
                    .formatted(row.getString("proposal")));
          }
        });
    return problems;
  }

  private boolean isAsProposed(ResultSet proposal) throws SQLException {
    String id = proposal.getString("proposal");
    try {
      List<ArrearsRow> lines = lines(id);
      return lines.size() == proposal.getLong("lines")
          && lines.stream().mapToLong(ArrearsRow::differencePence).sum()
              == proposal.getLong("amount")
          && differencesOf(id).equals(lines.stream().map(ArrearsRow::differencePence).toList());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private List<Long> differencesOf(String proposal) {
    return jdbc.query(
        "select difference from proposal_line where proposal = ? order by line",
        (row, number) -> row.getLong(1),
        proposal);
  }

  private List<ArrearsRow> lines(String proposal) {
    return jdbc.query(
        "select * from proposal_line where proposal = ? order by line",
        (row, number) ->
            new ArrearsRow(
                row.getString("officer_id"),
                day(row, "work_date"),
                Element.valueOf(row.getString("element")),
                row.getLong("entitled"),
                row.getLong("paid"),
                row.getLong("units"),
                Unit.valueOf(row.getString("unit")),
                Paragraph.cited(row.getString("rule")),
                row.getString("source"),
                row.getString("reason"),
                ""),
        proposal);
  }

  /**
   * Begins to keep a proposal, within the transaction at hand; {@link #lines(Proposal)} follow.
   *
   * @return false where it is there already, and stays as it is
   */
  public boolean begin(Proposal proposal) {
    Integer there =
        jdbc.queryForObject(
            "select count(*) from proposal where proposal = ?", Integer.class, proposal.id());
    if (there != null && there > 0) {
      return false;
    }
    jdbc.update(
        "insert into proposal (proposal, number, closings, run_date, from_date, to_date, policy,"
            + " lines, amount) values (?, (select coalesce(max(number), 0) + 1 from proposal), ?,"
            + " ?, ?, ?, ?, ?, ?)",
        proposal.id(),
        proposal.closings(),
        LocalDate.ofEpochDay(proposal.runDate()),
        LocalDate.ofEpochDay(proposal.from()),
        LocalDate.ofEpochDay(proposal.to()),
        proposal.policy(),
        (long) proposal.lines().size(),
        proposal.lines().stream().mapToLong(ArrearsRow::differencePence).sum());
    return true;
  }

  /** Keeps the lines of a proposal that has been begun. */
  public void lines(Proposal proposal) {
    BulkRows.all(
        database,
        "proposal_line",
        List.of(
            "proposal",
            "line",
            "officer_id",
            "work_date",
            "element",
            "entitled",
            "paid",
            "difference",
            "units",
            "unit",
            "rule",
            "source",
            "reason"),
        table -> {
          long number = 0;
          for (ArrearsRow line : proposal.lines()) {
            table.add(
                proposal.id(),
                ++number,
                line.officerId(),
                LocalDate.ofEpochDay(line.workDate()),
                line.element().name(),
                line.entitledPence(),
                line.paidPence(),
                line.differencePence(),
                line.unitsHundredths(),
                line.unit().name(),
                line.rule().citation(),
                line.source(),
                line.reason());
          }
        });
  }

  /** Proposals with lines that nobody has decided, the latest first. */
  public List<Open> open() {
    return jdbc.query(
        "select p.proposal, p.run_date, o.lines, o.amount from proposal p join (select l.proposal,"
            + " count(*) as lines, sum(l.difference) as amount"
            + UNDECIDED
            + " group by l.proposal) o on o.proposal = p.proposal order by p.run_date desc,"
            + " p.proposal",
        (row, number) ->
            new Open(
                row.getString("proposal"),
                day(row, "run_date"),
                row.getLong("lines"),
                row.getLong("amount")));
  }

  /** Whether there is such a proposal. */
  public boolean exists(String proposal) {
    return !jdbc.query("select 1 from proposal where proposal = ?", (row, number) -> 1, proposal)
        .isEmpty();
  }

  /** The lines of a proposal that nobody has decided. */
  public List<Undecided> undecided(String proposal) {
    return jdbc.query(
        "select l.line, l.officer_id, l.work_date, l.element, l.difference"
            + UNDECIDED
            + " and l.proposal = ? order by l.line",
        (row, number) ->
            new Undecided(
                row.getLong("line"),
                row.getString("officer_id"),
                day(row, "work_date"),
                Element.valueOf(row.getString("element")),
                row.getLong("difference")),
        proposal);
  }

  /**
   * Lines of a proposal whose day and element have been settled with another proposal that counted
   * the same payments, each with that proposal: to settle them too would pay them twice. What had
   * been paid when the proposal was made, it has counted.
   */
  public Map<Long, String> settledElsewhere(String proposal) {
    Map<Long, String> settled = new TreeMap<>();
    jdbc.query(
        "select l.line, o.proposal from proposal_line l join proposal_line o on o.officer_id ="
            + " l.officer_id and o.work_date = l.work_date and o.element = l.element and o.paid ="
            + " l.paid and o.proposal <> l.proposal join proposal_decision d on d.proposal ="
            + " o.proposal and d.line = o.line join proposal p on p.proposal = l.proposal left join"
            + " proposal_paid q on q.proposal = o.proposal and q.line = o.line where l.proposal = ?"
            + " and ((d.outcome = 'ACCEPTED' and (q.closing is null or q.closing > p.closings)) or"
            + " (d.outcome = 'PAID_OUTSIDE' and d.decided_on >= p.run_date)) order by l.line,"
            + " o.proposal",
        (ResultSet row) -> {
          settled.put(row.getLong("line"), row.getString("proposal"));
        },
        proposal);
    return settled;
  }

  /** Lines of a proposal that were proposed again since with other figures, each with where. */
  public Map<Long, String> proposedAgain(String proposal) {
    Map<Long, String> again = new TreeMap<>();
    jdbc.query(
        "select l.line, o.proposal from proposal_line l join proposal p on p.proposal = l.proposal"
            + " join proposal_line o on o.officer_id = l.officer_id and o.work_date = l.work_date"
            + " and o.element = l.element join proposal q on q.proposal = o.proposal and q.number >"
            + " p.number where l.proposal = ? order by l.line, q.number",
        (ResultSet row) -> {
          again.put(row.getLong("line"), row.getString("proposal"));
        },
        proposal);
    return again;
  }

  /** The policies under which lines that are accepted and not paid yet were proposed. */
  public Map<String, String> policiesInFlight() {
    Map<String, String> policies = new TreeMap<>();
    jdbc.query(
        "select distinct o.proposal, o.policy from proposal o join proposal_line l on l.proposal ="
            + " o.proposal join proposal_decision d on d.proposal = l.proposal and d.line = l.line"
            + " left join proposal_paid p on p.proposal = l.proposal and p.line = l.line where"
            + " d.outcome = 'ACCEPTED' and p.closing is null and l.element <> 'HOLIDAY_PAY'",
        (ResultSet row) -> {
          policies.put(row.getString("proposal"), row.getString("policy"));
        });
    return policies;
  }

  /**
   * Lines of a proposal whose day and element a closing after the proposal has paid for, each with
   * that closing's period: what is still due is not what was proposed.
   */
  public Map<Long, String> paidSince(String proposal) {
    Map<Long, String> paid = new TreeMap<>();
    jdbc.query(
        "select l.line, c.pay_period from proposal_line l join proposal p on p.proposal ="
            + " l.proposal join ledger_line paid on paid.officer_id = l.officer_id and"
            + " paid.work_date = l.work_date and paid.element = l.element join closing c on"
            + " c.closing = paid.closing and c.closing > p.closings where l.proposal = ? order by"
            + " l.line, c.closing",
        (ResultSet row) -> {
          paid.putIfAbsent(row.getLong("line"), row.getString("pay_period"));
        },
        proposal);
    return paid;
  }

  /**
   * A line that somebody has decided.
   *
   * @param outcome {@code ACCEPTED}, {@code PAID_OUTSIDE} or {@code REFUSED}
   * @param decidedOn epoch day
   */
  public record Decided(
      String officerId,
      long workDate,
      Element element,
      String outcome,
      String decidedBy,
      long decidedOn) {}

  /** The lines of a proposal that somebody has decided. */
  public List<Decided> decided(String proposal) {
    return jdbc.query(
        "select l.officer_id, l.work_date, l.element, d.outcome, d.decided_by, d.decided_on from"
            + " proposal_line l join proposal_decision d on d.proposal = l.proposal and d.line ="
            + " l.line where l.proposal = ? order by l.line",
        (row, number) ->
            new Decided(
                row.getString("officer_id"),
                day(row, "work_date"),
                Element.valueOf(row.getString("element")),
                row.getString("outcome"),
                row.getString("decided_by"),
                day(row, "decided_on")),
        proposal);
  }

  /**
   * Keeps what a person decided about lines of a proposal.
   *
   * @param outcome {@code ACCEPTED}, {@code PAID_OUTSIDE} or {@code REFUSED}
   * @param decidedOn epoch day
   */
  public void decide(
      String proposal,
      List<Long> lines,
      String outcome,
      String decidedBy,
      long decidedOn,
      String reason) {
    jdbc.batchUpdate(
        "insert into proposal_decision (proposal, line, outcome, decided_by, decided_on, reason)"
            + " values (?, ?, ?, ?, ?, ?)",
        lines.stream()
            .map(
                line ->
                    new Object[] {
                      proposal, line, outcome, decidedBy, LocalDate.ofEpochDay(decidedOn), reason
                    })
            .toList());
  }

  private static long day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class).toEpochDay();
  }
}
