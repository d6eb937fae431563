package eu.rempart.tls.link;

/** Is given on a node what edges report. Called on an event loop: nothing here may block. */
public interface Reports {

  /**
   * A report came.
   *
   * @param edge its name, as its certificate has it
   * @param content as the edge wrote it, never empty
   * @param copy whether another node has the same report and keeps it
   */
  void take(String edge, byte[] content, boolean copy);
}
