package org.dutypay.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.dutypay.pay.Sha256;

/**
 * What the pages for people share: their style and script, the policy that lets nothing else run,
 * and how numbers are written.
 */
final class Page {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private Page() {}

  /** Writes a page from its template, which escapes every value. */
  static void write(Path file, String template, Object page) throws IOException {
    Utf8ByteOutput html = new Utf8ByteOutput();
    TEMPLATES.render(template, page, html);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      html.writeTo(out);
    }
  }

  /** A style or script that stands in the page. */
  static String resource(String name) throws IOException {
    try (InputStream resource = Page.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("The program is not complete: " + name + " is missing");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A content-security policy that names a style by its hash, and nothing else. */
  static String policy(String styles) {
    return "default-src 'none'; style-src '%s'; base-uri 'none'; form-action 'none'"
        .formatted(hash(styles));
  }

  /**
   * A content-security policy that names a style and a script by their hashes, and nothing else.
   */
  static String policy(String styles, String script) {
    return "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
        .formatted(hash(styles), hash(script));
  }

  /**
   * The same with a block of data that the script reads. No string may become part of the page's
   * own markup.
   */
  static String policy(String styles, String script, String data) {
    return "default-src 'none'; style-src '%s'; script-src '%s' '%s'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
        .formatted(hash(styles), hash(script), hash(data));
  }

  /**
   * A file name made of the letters and digits of a text; a number tells apart those that look
   * alike.
   *
   * @param instead what stands for a text without letters and digits
   * @param taken the names that are taken, to which this one is added
   */
  static String fileName(
      String prefix, String text, String instead, int longest, Set<String> taken) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String stem = plain.isEmpty() ? instead : plain;
    stem = prefix + stem.substring(0, Math.min(stem.length(), longest));
    String name = stem;
    for (int number = 2; !taken.add(name); number++) {
      name = stem + "-" + number;
    }
    return name + ".html";
  }

  /** With thousands separators and two decimals. */
  static String pounds(long pence) {
    return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(pence, 2));
  }

  /** A difference in words: {@code £12.50 more}. */
  static String more(long pence) {
    if (pence == 0) {
      return "the same";
    }
    return "£" + pounds(Math.absExact(pence)) + (pence > 0 ? " more" : " less");
  }

  /** With thousands separators. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A decimal number as a file has it, with thousands separators; empty stays empty. */
  static String separated(String decimal) {
    if (decimal.isEmpty()) {
      return decimal;
    }
    BigDecimal number = new BigDecimal(decimal);
    return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
  }

  private static String hash(String content) {
    return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(content));
  }
}
