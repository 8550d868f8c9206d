package org.dutypay;

import java.util.Arrays;
import org.dutypay.app.MakeFeed;
import picocli.CommandLine;

/** The program: its first argument names the job, the rest are the job's options. */
public final class Dutypay {

  private Dutypay() {}

  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals("make-feed")) {
      String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
      System.exit(new CommandLine(new MakeFeed()).execute(options));
    }
    System.err.println("dutypay: no job is built yet");
    System.exit(2);
  }
}
