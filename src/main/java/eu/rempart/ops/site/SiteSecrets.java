package eu.rempart.ops.site;

/**
 * Passwords of the roles in PostgreSQL that sites use.
 *
 * @param superuser of {@code postgres}, by whom Patroni manages the server
 * @param replicator of {@code replicator}, by whom the other site copies it
 * @param rewinder of {@code rewinder}, by whom a former primary goes back to where both agree
 * @param owner of {@code rempart_owner}, by whom the application migrates the schema
 */
public record SiteSecrets(String superuser, String replicator, String rewinder, String owner) {

  @Override
  public String toString() {
    return "SiteSecrets[hidden]";
  }
}
