package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * summary.json: when and how fast a run went; the one file that differs from run to run.
 *
 * @param runId the manifest's
 * @param rowsRead rows of all input files
 * @param officers officers' cases assessed
 * @param attempt 1 + the attempts before this one that were interrupted
 * @param database such as {@code H2}
 */
public record Summary(
    String runId,
    Instant started,
    Instant finished,
    List<Step> steps,
    long rowsRead,
    long officers,
    int workers,
    int attempt,
    String database) {

  public static final String FILE_NAME = "summary.json";
  private static final double MILLISECONDS = 1_000.0;

  /** How long one step took. */
  public record Step(String name, Duration took) {}

  public Summary {
    steps = List.copyOf(steps);
  }

  public void write(Path out) throws IOException {
    Json.write(out.resolve(FILE_NAME), this::write);
  }

  private void write(JsonGenerator json) {
    Duration whole = Duration.between(started, finished);
    json.writeStringProperty("run_id", runId);
    json.writeStringProperty("started", started.toString());
    json.writeStringProperty("finished", finished.toString());
    json.writeNumberProperty("seconds", seconds(whole));
    json.writeObjectPropertyStart("seconds_by_step");
    for (Step step : steps) {
      json.writeNumberProperty(step.name(), seconds(step.took()));
    }
    json.writeEndObject();
    json.writeNumberProperty("rows_read", rowsRead);
    json.writeNumberProperty(
        "rows_per_second", Math.round(rowsRead / Math.max(seconds(whole), 0.001)));
    json.writeNumberProperty("officers", officers);
    json.writeNumberProperty("workers", workers);
    json.writeNumberProperty("attempt", attempt);
    json.writeStringProperty("database", database);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / MILLISECONDS;
  }
}
