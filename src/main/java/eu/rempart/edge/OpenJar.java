package eu.rempart.edge;

import java.net.URI;
import java.net.URL;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * Holds the application's own jar open as a file system. All files of the screens are read out of
 * it, and for each of them Flow asks that file system whether it is a folder: one that nobody holds
 * is opened for that and closed again. Where another part of the server closes it in that moment,
 * the browser misses a script, and the view that wanted it stays empty.
 */
final class OpenJar {

  private OpenJar() {}

  /**
   * Opens it for as long as the process lives.
   *
   * @param classes where the application's classes lie; nothing is done where that is no jar
   */
  static void hold(URL classes) {
    if (classes.getPath().endsWith(".jar")) {
      // the root factory never unmounts what it mounted
      ResourceFactory.root().newResource(URI.create("jar:" + classes + "!/"));
    }
  }
}
