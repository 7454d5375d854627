package dev.slipway.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.platform.Packages;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.platform.SamplePlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpushedExaminerTest {
  private static final PersonIdent SOMEBODY = new PersonIdent("Ann", "ann@example.com");

  @TempDir private Path root;
  private Path packages;
  private String commit;

  @BeforeEach
  void push() throws IOException, GitAPIException {
    packages = Files.createDirectories(root.resolve("platform/packages"));
    Files.writeString(packages.resolve("a.yaml"), "a: 1\n");
    Files.writeString(root.resolve("README"), "beside the packages");
    try (Git git = Git.init().setDirectory(root.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      commit =
          git.commit()
              .setMessage("m")
              .setAuthor(SOMEBODY)
              .setCommitter(SOMEBODY)
              .setSign(false)
              .call()
              .name();
    }
  }

  @Test
  void hasNothingToSayOfWhatIsPushed() {
    Findings seen = examine(commit, root.toString(), false);
    assertThat(seen.blockers()).isEmpty();
    assertThat(seen.warnings()).isEmpty();
  }

  @Test
  void blocksWhatIsNotPushedAndNamesTheFiles() throws IOException {
    Files.writeString(packages.resolve("a.yaml"), "a: 2\n");
    Files.writeString(packages.resolve("b.yaml"), "");
    Finding blocker = examine(commit, root.toString(), false).blockers().get(0);
    assertThat(blocker.subject()).isEqualTo("platform/packages in " + root);
    assertThat(blocker.message())
        .contains("commit " + commit, "(changed: a.yaml; only in the folder: b.yaml)")
        .endsWith("push them, or say that it is meant: allowUnpushed");
  }

  @Test
  void warnsWhereItIsMeant() throws IOException {
    Files.writeString(packages.resolve("a.yaml"), "a: 2\n");
    Findings seen = examine(commit, root.toString(), true);
    assertThat(seen.blockers()).isEmpty();
    assertThat(seen.warnings().get(0).message())
        .contains("changed: a.yaml", "as the request allows");
  }

  @Test
  void saysPlainlyWhereNobodyCanCompare() {
    for (Findings seen :
        new Findings[] {
          examine(null, root.toString(), false),
          examine(commit, "http://127.0.0.1:9/a/b", false),
          examine("c0ffee", root.toString(), false)
        }) {
      assertThat(seen.blockers()).isEmpty();
      assertThat(seen.warnings().get(0).message())
          .contains("Argo CD may install something else than this plan shows");
    }
  }

  private Findings examine(String commit, String repository, boolean allowed) {
    Platform sample = SamplePlatform.named("alpha").withPackages("d");
    PackagesFolder folder = new PackagesFolder(packages);
    PlatformConfig config =
        SamplePlatform.named("alpha").withRepo(repository, "platform/packages").config();
    Platform platform =
        new Platform(sample.target(), config, new Packages(folder.digest(), commit, null));
    Findings findings = new Findings();
    new UnpushedExaminer(folder, new GitRevisions())
        .examine(
            new ExamineRequest(
                platform,
                new Owner("default", "w", "r"),
                CredentialsSource.WORKER,
                false,
                allowed,
                false,
                false,
                List.of()),
            findings);
    return findings;
  }
}
