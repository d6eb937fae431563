package eu.rempart.ops.site;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The members of a cluster as the Patroni that leads sees them (its manual, "GET /cluster").
 *
 * @param members by their names
 */
record ClusterMembers(Map<String, Member> members) {

  private static final String SYNCHRONOUS = "sync_standby";
  private static final String STREAMING = "streaming";

  /**
   * A member.
   *
   * @param role {@code leader}, {@code sync_standby}, {@code replica} …
   * @param state {@code streaming}, {@code running}, {@code starting}, {@code stopped} …
   * @param timeline null where it is not known
   * @param lagBytes that it has not received yet; null where it is not known
   */
  record Member(String role, String state, @Nullable Long timeline, @Nullable Long lagBytes) {

    /** Has everything that was acknowledged, and gets what comes. */
    boolean isSynchronous() {
      return isNamedSynchronous() && state.equals(STREAMING);
    }

    /** Has everything that was acknowledged; who leads waits for it, or did when it was lost. */
    boolean isNamedSynchronous() {
      return role.equals(SYNCHRONOUS);
    }
  }

  ClusterMembers {
    members = Map.copyOf(members);
  }

  static ClusterMembers of(JsonNode cluster) {
    Map<String, Member> members = new HashMap<>();
    for (JsonNode member : cluster.path("members")) {
      members.put(
          member.path("name").asString(""),
          new Member(
              member.path("role").asString(""),
              member.path("state").asString(""),
              number(member.path("timeline")),
              number(member.path("lag"))));
    }
    return new ClusterMembers(members);
  }

  /** Patroni writes {@code "unknown"} where it does not know. */
  private static @Nullable Long number(JsonNode value) {
    return value.isIntegralNumber() ? value.asLong() : null;
  }

  Optional<Member> member(String name) {
    return Optional.ofNullable(members.get(name));
  }
}
