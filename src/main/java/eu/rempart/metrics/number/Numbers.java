package eu.rempart.metrics.number;

/**
 * Something that has numbers to tell; a bean. Asked at each scrape. Values of labels come from a
 * list that an administrator or the program bounds, never from a request.
 */
public interface Numbers {

  /** As a label says it, in lower case. */
  String source();

  /** Writes what is known now. */
  void write(Sheet sheet);
}
