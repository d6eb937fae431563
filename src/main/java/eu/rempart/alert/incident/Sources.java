package eu.rempart.alert.incident;

import java.util.List;

/** What finds that something is wrong; each has a text {@code alert.source.SOURCE}. */
public final class Sources {

  /** Outages of what is watched. */
  public static final String WATCH = "watch";

  /** Checks of which too few places are heard to say that they are down. */
  public static final String QUORUM = "quorum";

  /** Agents of the watch that are silent, or whose key is in two places. */
  public static final String AGENTS = "agents";

  /** Pairs that are incomplete. */
  public static final String DUTY = "duty";

  /** Servers by which messages go out that do not answer. */
  public static final String PEERS = "peers";

  /** Copies of the data that are missing. */
  public static final String SITES = "sites";

  /** Floods, spraying of passwords, bans. */
  public static final String EDGE = "edge";

  /** What may be somebody's doing and may be nothing: rises, accounts that are tried. */
  public static final String DETECTION = "detection";

  /** What else the vault and the accounts note as an alarm. */
  public static final String SECURITY = "security";

  /** Backups that are missing, or proved bad. */
  public static final String BACKUPS = "backups";

  /** Places with data that are elsewhere than declared, or not allowed. */
  public static final String PLACES = "places";

  public static final List<String> ALL =
      List.of(
          WATCH, QUORUM, AGENTS, EDGE, DETECTION, SECURITY, DUTY, PEERS, SITES, BACKUPS, PLACES);

  private Sources() {}
}
