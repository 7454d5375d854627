package dev.slipway.workflows.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** One YAML document as nodes with lines. Nothing is constructed from tags. */
public final class YamlDocument {
  public static final int MOST_CHARACTERS = 1 << 20;
  // Deeper values are wrong anyway, and an anchor may contain itself.
  private static final int DEEPEST = 3;

  private YamlDocument() {}

  /** A text that is not one YAML document. The message repeats nothing of the content. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    Unreadable(int line, String message) {
      super(message);
      this.line = line;
    }

    public int line() {
      return line;
    }
  }

  public static YamlNode parse(String text) throws Unreadable {
    if (text.length() > MOST_CHARACTERS) {
      throw new Unreadable(0, "is larger than 1 MB, which no configuration is");
    }
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MOST_CHARACTERS);
    limits.setNestingDepthLimit(20);
    limits.setMaxAliasesForCollections(20);
    try {
      Node root = new Yaml(limits).compose(new StringReader(withoutMark(text)));
      return root == null ? new YamlNode.Nothing(0) : convert(root, DEEPEST);
    } catch (ReaderException e) {
      throw new Unreadable(lineAt(text, e.getPosition()), "has a character that YAML forbids");
    } catch (MarkedYAMLException e) {
      throw new Unreadable(lineOf(e), explain(e));
    } catch (YAMLException e) {
      throw new Unreadable(0, "is nested too deeply or has too many aliases");
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static YamlNode convert(Node node, int depth) {
    int line = node.getStartMark().getLine() + 1;
    if (node instanceof ScalarNode scalar) {
      return scalar.getTag().equals(Tag.NULL)
          ? new YamlNode.Nothing(line)
          : new YamlNode.Text(line, scalar.getValue());
    }
    if (!(node instanceof MappingNode mapping)) {
      return new YamlNode.Items(line);
    }
    List<YamlNode.Entry> entries = new ArrayList<>();
    if (depth > 0) {
      for (NodeTuple tuple : mapping.getValue()) {
        entries.add(entry(tuple, depth));
      }
    }
    return new YamlNode.Keys(line, entries);
  }

  private static YamlNode.Entry entry(NodeTuple tuple, int depth) {
    Node key = tuple.getKeyNode();
    String name = key instanceof ScalarNode scalar ? scalar.getValue() : "(a key that is no text)";
    int line = key.getStartMark().getLine() + 1;
    return new YamlNode.Entry(line, name, convert(tuple.getValueNode(), depth - 1));
  }

  private static int lineOf(MarkedYAMLException e) {
    return e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
  }

  private static int lineAt(String text, int position) {
    int end = Math.min(Math.max(position, 0), text.length());
    return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  private static String explain(MarkedYAMLException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    if (problem.contains("TAB")) {
      return "has a tab where YAML wants spaces";
    }
    if (problem.contains("another document")) {
      return "holds several documents; one is expected, so take the line --- out";
    }
    if (problem.contains("undefined alias")) {
      return "uses an alias (*name) that is not defined; quote a value that begins with *";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "is not YAML: a colon too many, or the line is indented wrongly";
    }
    return "is not YAML: check quotes, brackets and indentation here and in the line before";
  }
}
