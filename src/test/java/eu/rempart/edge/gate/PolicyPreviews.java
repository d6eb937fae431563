package eu.rempart.edge.gate;

/** Makes what only this package may make. */
public final class PolicyPreviews {

  private PolicyPreviews() {}

  public static PolicyPreview of(GateLab lab) {
    return new PolicyPreview(lab.bans, Addresses.PLACES, lab.clock);
  }
}
