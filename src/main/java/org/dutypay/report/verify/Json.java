package org.dutypay.report.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON value: an object, a list or a text. Numbers and words such as {@code true} are kept as
 * they are written; what is not there is empty.
 */
record Json(Map<String, Json> properties, List<Json> elements, String text) {

  static final Json NOTHING = new Json(Map.of(), List.of(), "");

  static Json read(Path file) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
      return value(parser, parser.nextToken());
    } catch (JacksonException e) {
      throw new IOException(file.getFileName() + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Json value(JsonParser parser, JsonToken token) {
    switch (token) {
      case START_OBJECT -> {
        Map<String, Json> properties = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          properties.put(name, value(parser, parser.nextToken()));
        }
        return new Json(properties, List.of(), "");
      }
      case START_ARRAY -> {
        List<Json> elements = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          elements.add(value(parser, next));
        }
        return new Json(Map.of(), elements, "");
      }
      default -> {
        return new Json(Map.of(), List.of(), parser.getString());
      }
    }
  }

  Json get(String name) {
    return properties.getOrDefault(name, NOTHING);
  }

  String text(String name) {
    return get(name).text;
  }
}
