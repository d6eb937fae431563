package eu.rempart.watch.signal;

/** Something without which this server is not well, though it answers; a bean. */
public interface Vital {

  /** Asked once a minute, while the database answers. */
  boolean isWell();
}
