package dev.slipway.activities.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * Where a folder and a commit differ: pure.
 *
 * @param changed in both, with other contents
 * @param onlyHere in the folder only
 * @param onlyThere in the commit only
 */
record Unpushed(List<String> changed, List<String> onlyHere, List<String> onlyThere) {
  private static final int SHOWN = 10;

  /**
   * Compares them. Lines that end as on Windows are the same lines, as Git itself may have written
   * them so; of a link the name is enough.
   *
   * @param here contents by path
   * @param there what Git calls the contents, by path
   */
  static Unpushed between(Map<String, byte[]> here, Map<String, ObjectId> there) {
    Unpushed found = new Unpushed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    TreeSet<String> names = new TreeSet<>(here.keySet());
    names.addAll(there.keySet());
    for (String name : names) {
      if (!there.containsKey(name)) {
        found.onlyHere.add(name);
      } else if (!here.containsKey(name)) {
        found.onlyThere.add(name);
      } else if (!isSame(here.get(name), there.get(name))) {
        found.changed.add(name);
      }
    }
    return found;
  }

  boolean isNothing() {
    return changed.isEmpty() && onlyHere.isEmpty() && onlyThere.isEmpty();
  }

  /** Such as {@code changed: a, b; only in the folder: c}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    add("changed", changed, parts);
    add("only in the folder", onlyHere, parts);
    add("only in Git", onlyThere, parts);
    return String.join("; ", parts);
  }

  private static void add(String what, List<String> names, List<String> parts) {
    if (!names.isEmpty()) {
      String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
      int more = names.size() - SHOWN;
      parts.add(what + ": " + shown + (more > 0 ? " and " + more + " more" : ""));
    }
  }

  private static boolean isSame(byte[] here, ObjectId there) {
    return there.equals(ObjectId.zeroId())
        || there.equals(blob(here))
        || there.equals(
            blob(new String(here, ISO_8859_1).replace("\r\n", "\n").getBytes(ISO_8859_1)));
  }

  private static ObjectId blob(byte[] content) {
    return new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, content);
  }
}
