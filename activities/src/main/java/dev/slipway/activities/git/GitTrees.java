package dev.slipway.activities.git;

import dev.slipway.activities.git.GitRevisions.Resolution;
import dev.slipway.activities.scratch.TemporaryFolder;
import dev.slipway.workflows.platform.PlatformConfig.Repo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.TransportConfigCallback;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** Reads which files a commit has, without what is in them where the server can leave that out. */
final class GitTrees {
  private static final int REMEMBERED = 8;
  private static final int TIMEOUT_SECONDS = 10;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final FilterSpec WITHOUT_CONTENTS = withoutContents();
  private static final String REF = "refs/slipway/packages";

  private final Map<Key, Map<String, ObjectId>> known =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Map<String, ObjectId>> eldest) {
          return size() > REMEMBERED;
        }
      };

  private final GitRevisions revisions;

  GitTrees(GitRevisions revisions) {
    this.revisions = revisions;
  }

  private record Key(String url, String basepath, String commit) {}

  /**
   * A folder of a commit, which cannot change.
   *
   * @return what every file is, by its path below {@code repo.basepath}; of a link, zero
   * @throws IOException saying why the repository cannot be read, or no longer has the commit at
   *     its revision
   */
  synchronized Map<String, ObjectId> files(Repo repo, String commit) throws IOException {
    Key key = new Key(repo.url(), repo.basepath(), commit);
    Map<String, ObjectId> files = known.get(key);
    if (files == null) {
      files = read(repo, commit);
      known.put(key, files);
    }
    return files;
  }

  private Map<String, ObjectId> read(Repo repo, String commit) throws IOException {
    Resolution now = revisions.resolve(repo);
    if (now.commit() == null) {
      throw new IOException(now.problem());
    }
    if (!now.commit().equals(commit)) {
      throw new IOException("its revision is at " + now.commit() + " by now");
    }
    return read(repo, now);
  }

  private static Map<String, ObjectId> read(Repo repo, Resolution revision) throws IOException {
    Path folder = TemporaryFolder.create();
    try (Git git = Git.init().setBare(true).setGitDir(folder.toFile()).call()) {
      fetch(git, repo, revision.ref() == null ? revision.commit() : revision.ref());
      return list(git.getRepository(), repo.basepath(), revision.commit());
    } catch (GitAPIException | JGitInternalException e) {
      throw new IOException(GitRevisions.textOf(e), e);
    } catch (NullPointerException e) {
      throw new IOException(GitRevisions.NO_GIT_SERVER, e);
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  /** Contents are left out, unless the server cannot do that. */
  private static void fetch(Git git, Repo repo, String source) throws GitAPIException {
    try {
      fetch(git, repo, source, transport -> transport.setFilterSpec(WITHOUT_CONTENTS));
    } catch (TransportException e) {
      if (!e.getMessage().contains("filter requires server")) {
        throw e;
      }
      fetch(git, repo, source, transport -> {});
    }
  }

  private static void fetch(Git git, Repo repo, String source, TransportConfigCallback how)
      throws GitAPIException {
    git.fetch()
        .setRemote(repo.url())
        .setRefSpecs(source + ":" + REF)
        .setTagOpt(TagOpt.NO_TAGS)
        .setDepth(1)
        .setTimeout(TIMEOUT_SECONDS)
        .setProgressMonitor(new Deadline(LIMIT))
        .setTransportConfigCallback(how)
        .call();
  }

  private static FilterSpec withoutContents() {
    try {
      return FilterSpec.fromFilterLine("blob:none");
    } catch (PackProtocolException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, ObjectId> list(Repository git, String basepath, String commit)
      throws IOException {
    RevCommit fetched = git.parseCommit(ObjectId.fromString(commit));
    String folder = Path.of(basepath).normalize().toString();
    Map<String, ObjectId> files = new TreeMap<>();
    try (TreeWalk walk = new TreeWalk(git)) {
      walk.addTree(fetched.getTree());
      walk.setRecursive(true);
      if (!folder.isEmpty()) {
        walk.setFilter(PathFilter.create(folder));
      }
      while (walk.next()) {
        String path = Path.of(folder).relativize(Path.of(walk.getPathString())).toString();
        boolean link = walk.getFileMode().equals(FileMode.SYMLINK);
        files.put(path, link ? ObjectId.zeroId() : walk.getObjectId(0));
      }
    }
    return files;
  }
}
