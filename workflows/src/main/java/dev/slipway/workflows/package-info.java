/**
 * What happens, in what order: the written flow of the install, where each sentence lives, and what
 * comes before a removal.
 *
 * <ol>
 *   <li>The user sees cluster, region and configuration, and approves: {@code
 *       install.steps.Preflight} makes the {@link dev.slipway.workflows.plan.Plan}, {@link
 *       dev.slipway.workflows.approval.ApprovalGate} waits for a decision on it.
 *   <li>The run takes the cluster: {@code install.steps.ClaimCluster}.
 *   <li>Secrets Manager gets the configuration and the GitHub App credentials: {@code
 *       install.steps.CreateConfigSecrets}.
 *   <li>Helm installs Argo CD and External Secrets: {@code install.steps.BootstrapCluster}.
 *   <li>Custom manifests are applied: {@code install.steps.ApplyCustomManifests}.
 *   <li>External Secrets creates cluster secret and repository credentials: {@code
 *       install.steps.AwaitClusterSecret}.
 *   <li>Wait ten seconds, then install the AppSet chart: {@code install.steps.Settle}, {@code
 *       install.steps.InstallAddonsAppSet}.
 *   <li>Wait until every application is healthy: {@code install.health.AwaitHealthyApplications},
 *       which asks {@link dev.slipway.workflows.applications.PlatformHealth}.
 *   <li>Access by domain or path routing: {@code install.steps.ReportUrls}.
 *   <li>What was installed is written down: {@code install.steps.RecordInstallation}.
 * </ol>
 *
 * <p>What an installation holds, and what a removal would do: {@link
 * dev.slipway.workflows.uninstall.preview} asks, {@code uninstall.rules} decides what goes in which
 * wave.
 *
 * <p>{@link dev.slipway.workflows.install.InstallPlatformImpl} is the document; {@link
 * dev.slipway.workflows.flow} runs its lines and those of any other workflow; {@link
 * dev.slipway.workflows.people} is what every run answers. What the world must be able to do is in
 * {@link dev.slipway.workflows.contract}; how it does it is in the module activities.
 */
package dev.slipway.workflows;
