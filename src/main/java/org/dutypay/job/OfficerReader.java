package org.dutypay.job;

import java.util.List;
import org.dutypay.duty.OfficerCase;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads the officers of a range of spool files, one file in memory at a time. */
final class OfficerReader implements ItemStreamReader<OfficerCase> {

  static final String FIRST_FILE = "firstFile";
  static final String END_FILE = "endFile";
  private static final String FILE = "file";
  private static final String OFFICER = "officer";

  private final Received received;
  private final Progress progress;
  private List<OfficerCase> officers = List.of();
  private long file;
  private long endFile;
  private int officer;
  private boolean loaded;

  OfficerReader(Received received, Progress progress) {
    this.received = received;
    this.progress = progress;
  }

  @Override
  public void open(ExecutionContext context) {
    endFile = context.getLong(END_FILE);
    file = context.getLong(FILE, context.getLong(FIRST_FILE));
    officer = (int) context.getLong(OFFICER, 0);
    loaded = false;
  }

  @Override
  public @Nullable OfficerCase read() {
    while (file < endFile) {
      if (!loaded) {
        officers = received.cases().load(received.spool().file((int) file));
        loaded = true;
      }
      if (officer < officers.size()) {
        return officers.get(officer++);
      }
      progress.paidFile();
      officers = List.of();
      loaded = false;
      officer = 0;
      file++;
    }
    return null;
  }

  @Override
  public void update(ExecutionContext context) {
    context.putLong(FILE, file);
    context.putLong(OFFICER, officer);
  }

  @Override
  public void close() {
    officers = List.of();
  }
}
