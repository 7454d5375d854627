package dev.slipway.e2e.parking;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/** Workflow code of another build than the one that the tests run with. */
final class LaterClasses extends URLClassLoader {
  LaterClasses(List<URL> folders) {
    super(folders.toArray(URL[]::new), LaterClasses.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("dev.slipway.workflows.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}
