package dev.slipway.activities.helm;

/** Opens a session, says which process its child is, and waits to be killed. */
final class ParentThatIsKilled {
  private ParentThatIsKilled() {}

  public static void main(String[] arguments) throws InterruptedException {
    HelmSession session = new HelmProcess(HelmProcess.defaultCache(), () -> {}).open();
    System.out.println(session.child().pid() + " " + session.folder());
    Thread.currentThread().join();
  }
}
