package dev.slipway.worker;

import dev.slipway.activities.ActivityCatalogue;
import dev.slipway.activities.ActivitySettings;
import dev.slipway.activities.TemporalAccess;
import dev.slipway.activities.World;
import dev.slipway.worker.health.AwsIdentityHealth;
import dev.slipway.worker.health.PackagesHealth;
import dev.slipway.worker.health.TemporalHealth;
import dev.slipway.worker.metrics.PrometheusMetrics;
import dev.slipway.worker.temporal.ManagedWorkers;
import dev.slipway.worker.temporal.TemporalConnection;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.time.Clock;

/** Runs Slipway's workflows and activities: {@code server worker.yml}. */
public class WorkerApplication extends Application<WorkerConfiguration> {

  public static void main(String[] arguments) throws Exception {
    new WorkerApplication().run(arguments);
  }

  @Override
  public String getName() {
    return "slipway-worker";
  }

  @Override
  public void initialize(Bootstrap<WorkerConfiguration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(
        new SubstitutingSourceProvider(
            bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)));
  }

  @Override
  public void run(WorkerConfiguration configuration, Environment environment) throws IOException {
    PrometheusMetrics metrics = new PrometheusMetrics(environment.metrics());
    TemporalConnection temporal = TemporalConnection.open(metrics.temporalScope());
    ActivityCatalogue catalogue = catalogue(configuration.activitySettings(), temporal.access());
    WorkerFactory factory = Workers.factory(temporal.client(), configuration, catalogue);
    ManagedWorkers workers =
        new ManagedWorkers(temporal, factory, configuration.drainGrace(), this::giveUp);

    environment.lifecycle().manage(temporal);
    environment.lifecycle().manage(workers);
    environment.healthChecks().register("temporal", new TemporalHealth(temporal, workers::state));
    environment.healthChecks().register("packages", new PackagesHealth(catalogue.packages()));
    environment
        .healthChecks()
        .register("aws", new AwsIdentityHealth(catalogue.identity()::arn, Clock.systemUTC()));
    environment.admin().addServlet("prometheus", metrics.servlet()).addMapping("/metrics");
  }

  /** What does the work. The sandbox overrides it to put stand-ins for AWS and the cluster. */
  protected ActivityCatalogue catalogue(ActivitySettings settings, TemporalAccess temporal) {
    return new ActivityCatalogue(settings, temporal, World.real(settings));
  }

  /** Ends the process when Temporal refuses it: waiting would not help. */
  protected void giveUp() {
    System.exit(1);
  }
}
