package org.dutypay.feed;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * YAML read as the text it is written in: {@code 06:00} stays a time and {@code 1/3} a fraction,
 * which YAML's own types would turn into something else.
 */
final class YamlText {

  private YamlText() {}

  /**
   * The only document of a file; null where there is none.
   *
   * @throws FeedException where it is not YAML, naming the file and the line
   */
  static @Nullable Node read(String file, Reader text) {
    try {
      return new Yaml(new LoaderOptions()).compose(text);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String line = mark == null ? "" : " line " + (mark.getLine() + 1);
      throw new FeedException(file + line + " is not YAML: " + e.getProblem() + ". Correct it.", e);
    } catch (YAMLException e) {
      throw new FeedException(
          file + " is not YAML: " + Shown.text(String.valueOf(e.getMessage())) + ". Correct it.",
          e);
    }
  }

  /** A mapping's values by their keys, in the order of the file. */
  static Map<String, Node> mapping(String file, Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw new FeedException(
          at(file, node) + " is not a list of keys and values such as 'week-starts: MONDAY'.");
    }
    Map<String, Node> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = scalar(file, tuple.getKeyNode());
      if (values.put(key, tuple.getValueNode()) != null) {
        throw new FeedException(
            at(file, tuple.getKeyNode())
                + " has the key "
                + Shown.text(key)
                + " a second time. Remove one.");
      }
    }
    return values;
  }

  static List<Node> sequence(String file, Node node) {
    if (!(node instanceof SequenceNode sequence)) {
      throw new FeedException(at(file, node) + " is not a list.");
    }
    return new ArrayList<>(sequence.getValue());
  }

  static String scalar(String file, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw new FeedException(at(file, node) + " holds a list where one value is expected.");
    }
    return scalar.getValue();
  }

  static String at(String file, Node node) {
    return file + " line " + (node.getStartMark().getLine() + 1);
  }
}
