package eu.rempart.db;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the database is.
 *
 * @param url JDBC URL of an external PostgreSQL 17 or newer; the embedded one where it is empty
 * @param country where it is, two letters; needed for one on another machine
 * @param user its owner role, which runs the migrations and may create roles
 * @param password the owner role's password
 * @param appPassword the password of the role {@code rempart_app}, where an administrator of the
 *     database made that role beforehand; else the application makes the role and a password
 */
@ConfigurationProperties("rempart.database")
public record DatabaseSettings(
    @Nullable String url,
    @Nullable String country,
    @Nullable String user,
    @Nullable String password,
    @Nullable String appPassword) {

  public boolean external() {
    return url != null && !url.isBlank();
  }

  @Override
  public String toString() {
    return "DatabaseSettings[" + (external() ? "external" : "embedded") + "]";
  }
}
