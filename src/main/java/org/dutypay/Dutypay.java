package org.dutypay;

/** The program: its first argument names the job, the rest are the job's options. */
public final class Dutypay {

  private Dutypay() {}

  public static void main(String[] arguments) {
    System.err.println("dutypay: no job is built yet");
    System.exit(2);
  }
}
