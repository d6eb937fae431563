package eu.rempart.ops.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The machines that one installation lives on: two sites, or the first of them, and a witness.
 *
 * @param scope names it among others in etcd; letters, digits and hyphens
 * @param machines in the order in which they joined
 */
public record Cluster(String scope, List<Machine> machines) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  public Cluster {
    machines = List.copyOf(machines);
  }

  /** What a machine is there for. */
  public enum Role {
    /** Runs the application and a copy of the database. */
    SITE,

    /** Has a vote on who leads, and no data. */
    WITNESS
  }

  /**
   * One machine.
   *
   * @param name such as {@code site-a}; letters, digits and hyphens
   * @param country ISO 3166-1, two capitals
   * @param host a name or an address by which the others reach it
   * @param page where browsers reach it, {@code https://crm-b.example.org}; empty for a witness
   */
  public record Machine(
      String name, Role role, String country, String host, Ports ports, String page) {

    /** Of its Patroni. */
    public URI patroni() {
      return URI.create("https://" + bracketed(host) + ":" + ports.patroni());
    }

    /** Its PostgreSQL, {@code host:port}. */
    public String database() {
      return bracketed(host) + ":" + ports.postgres();
    }

    /** Of its etcd, for clients. */
    public URI etcd() {
      return URI.create("https://" + bracketed(host) + ":" + ports.etcd());
    }

    /** Of its etcd, for other members. */
    public URI etcdPeer() {
      return URI.create("https://" + bracketed(host) + ":" + ports.etcdPeer());
    }

    /** Whether others reach it by an IP address, rather than by a name. */
    boolean isAddress() {
      return host.contains(":") || host.matches("[0-9.]+");
    }
  }

  /** With brackets where it is an address of IPv6, as addresses of the web want it. */
  static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /**
   * TCP ports on which a machine listens for the others.
   *
   * @param backup of pgBackRest, by which the site that copies backs itself up
   */
  public record Ports(int postgres, int patroni, int etcd, int etcdPeer, int backup) {

    /** Those that administrators of these programs expect. */
    public static final Ports USUAL = new Ports(5432, 8008, 2379, 2380, 8432);

    /** Clusters that were made before there was the last have none in their file. */
    public Ports {
      backup = backup == 0 ? 8432 : backup;
    }
  }

  /** Those with a copy of the database. */
  public List<Machine> sites() {
    return machines.stream().filter(machine -> machine.role() == Role.SITE).toList();
  }

  public Optional<Machine> machine(String name) {
    return machines.stream().filter(machine -> machine.name().equals(name)).findFirst();
  }

  /** The key in etcd that is there while the witness's own program looks; none of Patroni's. */
  String signOfLife() {
    return "/rempart-witness/" + scope;
  }

  /** Where Patroni keeps its keys in etcd. */
  String folder() {
    return "/rempart/" + scope + "/";
  }

  /**
   * Reads the file of a home folder.
   *
   * @return empty where the installation lives on one machine
   * @throws IOException if it can't be read
   */
  public static Optional<Cluster> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), Cluster.class));
    } catch (JacksonException e) {
      throw new IOException("%s does not describe a cluster".formatted(file));
    }
  }

  /** The content of such a file. */
  public byte[] json() {
    return JSON.writeValueAsBytes(this);
  }
}
