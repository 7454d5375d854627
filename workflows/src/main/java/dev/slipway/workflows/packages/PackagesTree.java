package dev.slipway.workflows.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of a packages folder by their path below it. */
public final class PackagesTree {
  public static final String ADDONS = "addons/values.yaml";
  public static final String PATH_ROUTING = "addons/path-routing-values.yaml";
  public static final String APPSET_CHART = "appset-chart";
  public static final String BOOTSTRAP = "bootstrap/values.yaml";

  private final NavigableMap<String, String> texts;
  private final Map<String, YamlFile> yaml = new TreeMap<>();

  /**
   * @param texts contents by path, with / between folders; of a file that is no YAML, JSON or
   *     template, the path is enough
   */
  public PackagesTree(Map<String, String> texts) {
    this.texts = new TreeMap<>(texts);
    this.texts.forEach(
        (name, text) -> {
          if (name.matches(".*\\.(yaml|yml|json)") && !isTemplate(name)) {
            yaml.put(name, YamlFile.parse(name, text));
          }
        });
  }

  /**
   * Whether a file of the folder is a part of the packages. Git's own files are not, nor those that
   * a mounted ConfigMap keeps in {@code ..data} behind its links: whoever walks follows the links.
   *
   * @param name path below the folder, with / between folders
   */
  public static boolean isPart(String name) {
    return !name.equals(".git") && !name.startsWith(".git/") && !name.startsWith("..");
  }

  public boolean hasFile(String name) {
    return texts.containsKey(name);
  }

  /** The texts below a folder, by path. */
  public Map<String, String> below(String folder) {
    String path = Path.of(folder).normalize().toString();
    return texts.subMap(path + "/", path + "0");
  }

  public boolean isChart(String folder) {
    return hasFile(folder + "/Chart.yaml");
  }

  /** All YAML and JSON files but charts' templates. */
  public List<YamlFile> yamlFiles() {
    return List.copyOf(yaml.values());
  }

  /** A YAML file; an empty one where there is none. */
  public YamlFile yaml(String name) {
    return yaml.getOrDefault(name, YamlFile.parse(name, ""));
  }

  /** The templates of all charts, by path. */
  public Map<String, String> templates() {
    NavigableMap<String, String> templates = new TreeMap<>(texts);
    templates.keySet().removeIf(name -> !isTemplate(name));
    return templates;
  }

  /** The addons of {@code addons/values.yaml}: what has a key {@code enabled} is one. */
  public List<AddonEntry> addons() {
    return yaml(ADDONS).root().entries().stream()
        .filter(entry -> entry.get("enabled").exists())
        .map(entry -> new AddonEntry(entry, entry))
        .toList();
  }

  /** What path routing lays over the addons. */
  public List<AddonEntry> pathRouting() {
    YamlValue addons = yaml(ADDONS).root();
    return yaml(PATH_ROUTING).root().entries().stream()
        .filter(entry -> entry.json().isObject())
        .map(entry -> new AddonEntry(entry, addons.get(entry.key())))
        .toList();
  }

  /** What the installer applies itself. */
  public List<AddonEntry> bootstrap() {
    return yaml(BOOTSTRAP).root().entries().stream()
        .filter(entry -> entry.get("enabled").exists())
        .map(entry -> new AddonEntry(entry, entry))
        .toList();
  }

  /** The entries of all three files. */
  public Stream<AddonEntry> entries() {
    return Stream.of(addons(), pathRouting(), bootstrap()).flatMap(List::stream);
  }

  /** Below a chart, {@code templates/} and {@code files/} are Helm's. */
  private boolean isTemplate(String name) {
    int end = Math.max(name.lastIndexOf("/templates/"), name.lastIndexOf("/files/"));
    return end > 0 && isChart(name.substring(0, end));
  }
}
