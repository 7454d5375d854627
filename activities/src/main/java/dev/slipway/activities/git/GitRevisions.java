package dev.slipway.activities.git;

import dev.slipway.workflows.platform.PlatformConfig.Repo;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/** Asks a Git repository which commit a revision is. */
public final class GitRevisions {
  static final String NO_GIT_SERVER = "the server does not answer as a Git server does";

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  // The plan waits for it, and a revision that is not resolved is a warning only.
  private static final int TIMEOUT_SECONDS = 10;

  /**
   * What a revision is.
   *
   * @param commit null where it could not be resolved
   * @param ref under which the repository has it; null for a commit that is named itself
   * @param problem why not; null where it could
   */
  public record Resolution(String commit, String ref, String problem) {
    private static Resolution impossible(String problem) {
      return new Resolution(null, null, problem);
    }
  }

  /** Resolves a branch, a tag, {@code HEAD} or a commit, in the order in which Argo CD does. */
  public Resolution resolve(Repo repo) {
    if (COMMIT.matcher(repo.revision()).matches()) {
      return new Resolution(repo.revision(), null, null);
    }
    try {
      Map<String, Ref> refs =
          Git.lsRemoteRepository().setRemote(repo.url()).setTimeout(TIMEOUT_SECONDS).callAsMap();
      return find(refs, repo.revision());
    } catch (GitAPIException | JGitInternalException e) {
      return Resolution.impossible(textOf(e));
    } catch (NullPointerException e) {
      // JGit looks for a repository on this disk where a server does not speak smart HTTP.
      return Resolution.impossible(NO_GIT_SERVER);
    }
  }

  /** The first cause often says more, such as that a name has no address. */
  static String textOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof TransportException || root == failure
        ? failure.getMessage()
        : failure.getMessage() + " (" + root + ")";
  }

  private static Resolution find(Map<String, Ref> refs, String revision) {
    return Stream.of(revision, "refs/heads/" + revision, "refs/tags/" + revision)
        .map(refs::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(ref -> new Resolution(commitOf(ref).name(), ref.getName(), null))
        .orElse(Resolution.impossible("the repository has no branch or tag of this name"));
  }

  private static ObjectId commitOf(Ref ref) {
    return ref.getPeeledObjectId() == null ? ref.getObjectId() : ref.getPeeledObjectId();
  }
}
