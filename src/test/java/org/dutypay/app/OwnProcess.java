package org.dutypay.app;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The program in a process of its own, which ends where a test wants it to. Each takes seconds: all
 * tests together start no more than twenty.
 */
final class OwnProcess {

  /** The exit code of a process that was killed. */
  static final int KILLED = 137;

  private OwnProcess() {}

  /** The exit code of a command that dies at a place, such as {@code chunk:2}. */
  static int killedAt(String place, String... arguments) throws IOException, InterruptedException {
    return unheard(process("DUTYPAY_KILL_AT", place, arguments));
  }

  /** The exit code of a command that dies after its nth write. */
  static int killedAfter(int writes, String... arguments) throws IOException, InterruptedException {
    return unheard(process("DUTYPAY_FAIL_AFTER", Integer.toString(writes), arguments));
  }

  /** A command that waits at a place; what it says can be heard. */
  static Process pausingAt(String place, String... arguments) throws IOException {
    return process("DUTYPAY_KILL_AT", "pause@" + place, arguments).start();
  }

  private static int unheard(ProcessBuilder process) throws IOException, InterruptedException {
    return process.redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
  }

  private static ProcessBuilder process(String variable, String value, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.dutypay.Dutypay"));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put(variable, value);
    return process.redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }
}
