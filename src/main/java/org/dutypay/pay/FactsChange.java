package org.dutypay.pay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What has changed of the facts of a matter, in words: {@code end was 22:00, now 23:15}. The facts
 * are texts of parts such as {@code duty e1 2024-05-14T07:00/2024-05-14T22:00 travel_minutes=5}.
 */
public final class FactsChange {

  private static final String BETWEEN_PARTS = "; ";
  private static final Set<String> WITH_NAMES = Set.of("duty", "claim", "policy");
  private static final Pattern TIMES = Pattern.compile("duty \\S* (\\S+)/(\\S+)");
  private static final Pattern DAY =
      Pattern.compile("day (\\S+) treated as ([^, ]+)(?:, roster (.*))?");
  private static final Pattern NAMED = Pattern.compile(" (\\w+)=");

  /** The parts that hold ids, times, ranks and rates only, and never a name. */
  private static final Pattern WITHOUT_FREE_TEXT = Pattern.compile("(duty|day|officer|policy) ");

  private FactsChange() {}

  /** What stands before the first part that may hold what somebody wrote, and so a name. */
  public static String withoutFreeText(String values) {
    return Arrays.stream(values.split(BETWEEN_PARTS, -1))
        .takeWhile(part -> WITHOUT_FREE_TEXT.matcher(part).lookingAt())
        .collect(Collectors.joining(BETWEEN_PARTS));
  }

  /**
   * What is otherwise now; empty where nothing is.
   *
   * @param before the values when somebody decided
   * @param now the values of this night
   */
  public static String inWords(String before, String now) {
    Map<String, String> then = parts(before);
    Map<String, String> today = parts(now);
    Set<String> names = new LinkedHashSet<>(then.keySet());
    names.addAll(today.keySet());
    List<String> changes = new ArrayList<>();
    for (String name : names) {
      String was = then.get(name);
      String is = today.get(name);
      if (was == null) {
        changes.add("new: " + is);
      } else if (is == null) {
        changes.add("gone: " + was);
      } else if (!was.equals(is)) {
        compare(was, is, changes);
      }
    }
    return String.join(BETWEEN_PARTS, changes);
  }

  private static Map<String, String> parts(String facts) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : facts.split(BETWEEN_PARTS, -1)) {
      String[] words = part.split("[ =]", 3);
      String name =
          WITH_NAMES.contains(words[0]) && words.length > 1 ? words[0] + " " + words[1] : words[0];
      String unique = name;
      for (int i = 2; parts.containsKey(unique); i++) {
        unique = name + " " + i;
      }
      parts.put(unique, part);
    }
    return parts;
  }

  private static void compare(String was, String is, List<String> changes) {
    Map<String, String> then = fields(was);
    Map<String, String> now = fields(is);
    if (!then.keySet().equals(now.keySet()) && (then.size() == 1 || now.size() == 1)) {
      changes.add(change("", was, is));
      return;
    }
    Set<String> names = new LinkedHashSet<>(then.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      String before = then.getOrDefault(name, "");
      String today = now.getOrDefault(name, "");
      if (!before.equals(today)) {
        changes.add(change(name, before, today));
      }
    }
  }

  /** What a part says, by name; what has none is under the empty name. */
  private static Map<String, String> fields(String part) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher named = NAMED.matcher(part);
    boolean isNamed = named.find();
    String head = isNamed ? part.substring(0, named.start()) : part;
    Matcher times = TIMES.matcher(head);
    Matcher day = DAY.matcher(head);
    if (times.matches()) {
      fields.put("start", times.group(1));
      fields.put("end", times.group(2));
    } else if (day.matches()) {
      fields.put("day", day.group(1));
      fields.put("treated as", day.group(2));
      fields.put("roster", day.group(3) == null ? "" : day.group(3));
    } else {
      fields.put("", head);
    }
    while (isNamed) {
      int from = named.end();
      String name = named.group(1);
      isNamed = named.find();
      fields.put(name, isNamed ? part.substring(from, named.start()) : part.substring(from));
    }
    return fields;
  }

  private static String change(String name, String was, String is) {
    if (name.isEmpty()) {
      List<String> before = Arrays.asList(was.split(" ", -1));
      List<String> today = Arrays.asList(is.split(" ", -1));
      int same = 0;
      while (same < Math.min(before.size(), today.size()) - 1
          && before.get(same).equals(today.get(same))) {
        same++;
      }
      if (same > 0) {
        return change(
            String.join(" ", today.subList(0, same)),
            String.join(" ", before.subList(same, before.size())),
            String.join(" ", today.subList(same, today.size())));
      }
    }
    boolean isSameDay = isMoment(was) && isMoment(is) && was.regionMatches(0, is, 0, 11);
    String before = isSameDay ? was.substring(11) : was;
    String today = isSameDay ? is.substring(11) : is;
    String whose = name.isEmpty() ? "it" : name;
    if (before.isEmpty()) {
      return whose + " is now " + today;
    }
    return "%s was %s, now %s".formatted(whose, before, today.isEmpty() ? "none" : today);
  }

  private static boolean isMoment(String text) {
    return text.length() >= "2024-05-14T22:00".length() && text.charAt(10) == 'T';
  }
}
