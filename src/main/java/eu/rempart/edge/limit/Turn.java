package eu.rempart.edge.limit;

/** Where a look at a {@link SourceTable} stopped, and the next one goes on. For one thread. */
public final class Turn {

  /** The set that comes next. */
  int set;
}
