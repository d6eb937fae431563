package eu.rempart.ops.site;

import eu.rempart.db.OwnerAccess;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The files below the home folder of a machine that belongs to two sites.
 *
 * @param path {@code HOME/site}
 */
public record SiteFolder(Path path) {

  public static SiteFolder of(Path home) {
    return new SiteFolder(home.resolve("site"));
  }

  /** See {@link Cluster}. */
  public Path cluster() {
    return path.resolve("cluster.json");
  }

  /** This machine's name, one line. */
  public Path self() {
    return path.resolve("self");
  }

  /** Configuration of etcd, JSON, which is YAML too. */
  public Path etcdConfig() {
    return path.resolve("etcd.json");
  }

  public Path etcdData() {
    return path.resolve("etcd");
  }

  /** Configuration of Patroni, JSON, which is YAML too. */
  public Path patroniConfig() {
    return path.resolve("patroni.json");
  }

  /** Configuration of pgBackRest's server, which the other site asks. */
  public Path pgbackrestConfig() {
    return path.resolve("pgbackrest.conf");
  }

  /** How that signs in at PostgreSQL, mode 600. */
  public Path pgbackrestPasswords() {
    return path.resolve("pgbackrest.pass");
  }

  /** Whom the machines of this installation trust, PEM. */
  public Path authority() {
    return path.resolve("tls").resolve("authority.pem");
  }

  /** This machine's own certificate, PEM, for servers and for clients. */
  public Path certificate() {
    return path.resolve("tls").resolve("machine.pem");
  }

  /** Its key, PEM in clear, mode 600. */
  public Path key() {
    return path.resolve("tls").resolve("machine.key");
  }

  /** The same key as pgjdbc reads it: PKCS #8, DER, mode 600. */
  public Path keyForJdbc() {
    return path.resolve("tls").resolve("machine.pk8");
  }

  /** The join file that this machine was made of: its number, one line. */
  public Path joined() {
    return path.resolve("joined");
  }

  /** The folder of {@link #joinFile}. */
  public Path joinFiles() {
    return path.resolve("join");
  }

  /** Join files that this site made for others. */
  public Path joinFile(String machine) {
    return joinFiles().resolve(machine + ".join");
  }

  /** For systemd. */
  public Path unit(String name) {
    return path.resolve("units").resolve(name + ".service");
  }

  /** Where programs write what they have to say. */
  public Path log(String program) {
    return path.resolve("log").resolve(program + ".log");
  }

  /** Where programs write that bound their logs by themselves. */
  public Path rotatedLogs() {
    return path.resolve("log").resolve("rotated");
  }

  /** What belongs to this start of the programs. */
  public Path run() {
    return path.resolve("run");
  }

  /** The number of a process that runs. */
  public Path pid(String program) {
    return run().resolve(program + ".pid");
  }

  /** Settings of the application, read after those of the home folder. */
  public Path properties() {
    return path.resolve("rempart.properties");
  }

  /**
   * How the owner of the database signs in at whichever site leads, by {@link #properties}.
   *
   * @throws IOException if they can't be read
   */
  public OwnerAccess owner() throws IOException {
    Properties settings = new Properties();
    try (Reader text = Files.newBufferedReader(properties(), StandardCharsets.UTF_8)) {
      settings.load(text);
    }
    return new OwnerAccess(
        settings.getProperty("rempart.database.url"),
        settings.getProperty("rempart.database.user"),
        settings.getProperty("rempart.database.password"));
  }
}
