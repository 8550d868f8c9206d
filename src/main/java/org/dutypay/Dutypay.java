package org.dutypay;

import org.dutypay.app.Commands;

/** The program: its first argument names the job, the rest are the job's options. */
public final class Dutypay {

  private Dutypay() {}

  public static void main(String[] arguments) {
    System.exit(Commands.execute(arguments));
  }
}
