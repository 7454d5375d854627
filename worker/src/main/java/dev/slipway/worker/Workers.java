package dev.slipway.worker;

import dev.slipway.activities.ActivityCatalogue;
import dev.slipway.workflows.install.InstallPlatformImpl;
import dev.slipway.workflows.notice.SendNoticeImpl;
import dev.slipway.workflows.uninstall.preview.PreviewUninstallImpl;
import dev.slipway.workflows.uninstall.preview.TakeInventoryImpl;
import dev.slipway.workflows.wire.TaskQueues;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;

/** The two workers: one for nearly everything, one with few slots for Helm. */
final class Workers {
  // Before JDK 24 a virtual thread that blocks inside synchronized pins its carrier.
  private static final boolean VIRTUAL_THREADS = Runtime.version().feature() >= 24;

  private Workers() {}

  static WorkerFactory factory(
      WorkflowClient client, WorkerConfiguration configuration, ActivityCatalogue catalogue) {
    Slots slots = configuration.slots();
    WorkerFactory factory = WorkerFactory.newInstance(client, factoryOptions(slots));
    Worker worker = factory.newWorker(configuration.taskQueue(), options(slots));
    worker.registerWorkflowImplementationTypes(
        InstallPlatformImpl.class,
        SendNoticeImpl.class,
        TakeInventoryImpl.class,
        PreviewUninstallImpl.class);
    worker.registerActivitiesImplementations(catalogue.activities().toArray());
    factory
        .newWorker(TaskQueues.helm(configuration.taskQueue()), helmOptions(slots))
        .registerActivitiesImplementations(catalogue.helmActivities().toArray());
    return factory;
  }

  private static WorkerFactoryOptions factoryOptions(Slots slots) {
    return WorkerFactoryOptions.newBuilder()
        .setWorkflowCacheSize(slots.cachedWorkflows())
        .setMaxWorkflowThreadCount(slots.workflowThreads())
        .setUsingVirtualWorkflowThreads(VIRTUAL_THREADS)
        .build();
  }

  private static WorkerOptions options(Slots slots) {
    return WorkerOptions.newBuilder()
        .setMaxConcurrentWorkflowTaskExecutionSize(slots.workflowTasks())
        .setMaxConcurrentActivityExecutionSize(slots.activities())
        .setStickyQueueScheduleToStartTimeout(stickyTimeout(slots))
        .setUsingVirtualThreadsOnActivityWorker(VIRTUAL_THREADS)
        .build();
  }

  private static WorkerOptions helmOptions(Slots slots) {
    return WorkerOptions.newBuilder().setMaxConcurrentActivityExecutionSize(slots.helm()).build();
  }

  /** Zero keeps Temporal from giving a run back to the worker that had it: nothing is cached. */
  private static Duration stickyTimeout(Slots slots) {
    return slots.cachedWorkflows() == 0
        ? Duration.ZERO
        : WorkerOptions.getDefaultInstance().getStickyQueueScheduleToStartTimeout();
  }
}
