package org.dutypay.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log: every line goes to {@code dutypay.log} in the folder that holds the output; the
 * program's own lines also to standard error, unless a progress line stands there.
 */
final class RunLog implements AutoCloseable {

  private static final String PATTERN = "%d{yyyy-MM-dd HH:mm:ss} %-5level %msg%n";

  private final LoggerContext context;
  private final Path file;

  private RunLog(LoggerContext context, Path file) {
    this.context = context;
    this.file = file;
  }

  static RunLog open(Path folder, boolean alsoOnStandardError) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    Path file = folder.resolve("dutypay.log");
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setFile(file.toString());
    appender.setAppend(true);
    start(appender, context);
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    // Flyway warns of every H2 that is newer than itself.
    context.getLogger("org.flywaydb").setLevel(Level.ERROR);
    ch.qos.logback.classic.Logger own = context.getLogger("org.dutypay");
    own.setLevel(Level.INFO);
    if (alsoOnStandardError) {
      ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
      console.setTarget("System.err");
      start(console, context);
      own.addAppender(console);
    }
    return new RunLog(context, file);
  }

  private static void start(OutputStreamAppender<ILoggingEvent> appender, LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    context.stop();
  }
}
