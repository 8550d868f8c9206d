package org.dutypay.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.dutypay.pay.Pounds;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** A JSON file with one property a line, indented by two spaces. */
final class Json {

  private static final ObjectWriteContext INDENTED =
      new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
          DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
          return new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                      .withObjectEmptySeparator("")
                      .withArrayEmptySeparator(""))
              .withObjectIndenter(indenter)
              .withArrayIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
          return true;
        }
      };

  private Json() {}

  static void write(Path file, Consumer<JsonGenerator> properties) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json =
        new JsonFactory().createGenerator(INDENTED, bytes, JsonEncoding.UTF8)) {
      json.writeStartObject();
      properties.accept(json);
      json.writeEndObject();
    }
    bytes.write('\n');
    Files.write(file, bytes.toByteArray());
  }

  /** Pounds with two decimals. */
  static void pounds(JsonGenerator json, String name, long pence) {
    json.writeName(name);
    json.writeNumber(Pounds.plain(pence));
  }
}
