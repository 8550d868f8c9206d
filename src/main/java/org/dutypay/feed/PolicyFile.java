package org.dutypay.feed;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dutypay.reference.Policy;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A force's choices: a YAML file of keys and values. */
public final class PolicyFile {

  private PolicyFile() {}

  /**
   * Reads a policy; a file without keys chooses nothing.
   *
   * @throws FeedException with one line that names the file and the key
   */
  public static Policy read(Path path) {
    String file = String.valueOf(path.getFileName());
    if (!Files.isRegularFile(path)) {
      throw new FeedException("There is no policy file " + path + ".");
    }
    Map<String, String> chosen = new LinkedHashMap<>();
    try {
      Node root =
          YamlText.read(file, new StringReader(withoutByteOrderMark(Files.readString(path))));
      if (root != null && !isEmpty(root)) {
        YamlText.mapping(file, root)
            .forEach((key, node) -> chosen.put(key, value(file, key, node)));
      }
    } catch (CharacterCodingException e) {
      throw new FeedException(file + " is not UTF-8 text. Save it as UTF-8.", e);
    } catch (IOException e) {
      throw new FeedException(
          file + " cannot be read: " + e.getMessage() + ". Check its permissions.", e);
    }
    try {
      return Policy.of(chosen);
    } catch (IllegalArgumentException e) {
      String end = String.valueOf(e.getMessage()).endsWith("?") ? "" : ".";
      throw new FeedException(file + ": " + e.getMessage() + end, e);
    }
  }

  private static String value(String file, String key, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw new FeedException(
          YamlText.at(file, node)
              + ": policy key "
              + Shown.text(key)
              + " takes one value, not a list.");
    }
    return scalar.getValue();
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isEmpty(Node root) {
    return root instanceof ScalarNode scalar && scalar.getValue().isBlank();
  }
}
