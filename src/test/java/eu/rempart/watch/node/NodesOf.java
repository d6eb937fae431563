package eu.rempart.watch.node;

import org.jooq.DSLContext;

/** Makes {@link Nodes} without Spring. */
public final class NodesOf {

  private NodesOf() {}

  public static Nodes database(DSLContext dsl) {
    return new Nodes(new NodeRepository(dsl));
  }
}
