package eu.rempart.watch.probe;

/** Whether home listens to an agent. */
public enum AgentState {
  ACTIVE,
  /** Its key seems to be in two places. */
  SUSPENDED,
  /** By an administrator, or since another took its place. */
  REVOKED
}
